import {
  AlignmentType,
  Document,
  type FileChild,
  Header,
  Packer,
  Paragraph,
  TabStopPosition,
  TabStopType,
  TextRun,
} from 'docx';
import { formatDate } from '@opora/domain/basics/format.ts';
import type {
  PrintedItem,
  PrintedPerson,
  PrintedProtocol,
} from '@opora/domain/decisions/printed-protocol.ts';
import { font, margin, pageNumber, paragraph, pointsToHalf } from './write-plan-docx.ts';

/** From so many on those present are listed in an annex. */
const presentInText = 15;

const blank = '____________';

/** The protocol of a meeting: who was there, the agenda, and for each question СЛУШАЛИ, ВЫСТУПИЛИ, РЕШИЛИ; signatures below. */
export async function writeProtocolDocx(protocol: PrintedProtocol): Promise<Uint8Array> {
  const document = new Document({
    title: `Протокол № ${protocol.number}`,
    styles: { default: { document: { run: { font, size: 14 * pointsToHalf } } } },
    sections: [
      {
        properties: { titlePage: true, page: { size: { width: 11_906, height: 16_838 }, margin } },
        headers: { default: pageNumber(), first: new Header({ children: [] }) },
        children: [
          ...head(protocol),
          ...attendance(protocol),
          ...agenda(protocol),
          ...protocol.items.flatMap(question),
          signature('Председатель', protocol.chair),
          signature('Секретарь', protocol.secretary),
          ...presentAnnex(protocol),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const centred = { alignment: AlignmentType.CENTER };

function head({ host, number, heldOn, place, title, corrected }: PrintedProtocol): FileChild[] {
  return [
    paragraph(host, { ...centred, after: 240 }),
    paragraph('ПРОТОКОЛ', { ...centred, bold: true }),
    paragraph(title, { ...centred, after: 240 }),
    spread(formatDate(heldOn), `№\u00A0${number}`),
    ...(place === null ? [] : [paragraph(place, { after: 240 })]),
    ...(corrected === null
      ? []
      : [paragraph(`Исправленная редакция. Основание: ${corrected}`, { after: 240 })]),
  ];
}

function attendance({ chair, secretary, present, guests }: PrintedProtocol): FileChild[] {
  const isListed = present.length > presentInText;
  return [
    paragraph(`Председатель – ${withPost(chair)}`),
    paragraph(`Секретарь – ${withPost(secretary)}`),
    paragraph(
      isListed
        ? `Присутствовали: ${present.length} чел. (список прилагается)`
        : `Присутствовали: ${present.map(withPost).join('; ')}`,
    ),
    ...(guests.length === 0 ? [] : [paragraph(`Приглашённые: ${guests.map(withPost).join('; ')}`)]),
  ];
}

const withPost = ({ name, post }: PrintedPerson): string =>
  [name, post].filter((part) => part !== '').join(', ');

const agenda = ({ items }: PrintedProtocol): FileChild[] => [
  paragraph('Повестка дня:', { before: 240, bold: true }),
  ...items.map(({ topic }, at) => paragraph(`${at + 1}. ${topic}`)),
];

function question({ topic, heard, speeches, decisions }: PrintedItem, at: number): FileChild[] {
  const label = (word: string) => paragraph(word, { before: 120 });
  return [
    paragraph(`${at + 1}. ${topic}`, { before: 240, bold: true }),
    label('СЛУШАЛИ:'),
    ...heard.map((line) => paragraph(line)),
    ...(speeches.length === 0 ? [] : [label('ВЫСТУПИЛИ:')]),
    ...speeches.map(({ who, said }) => paragraph([who, said].filter((part) => part !== '').join(' – '))),
    ...(decisions.length === 0 ? [] : [label('РЕШИЛИ:')]),
    ...decisions.flatMap(({ no, text, responsible, deadline }) => [
      paragraph(`${no}. ${text}`),
      ...(responsible === null ? [] : [paragraph(`Ответственный: ${responsible}. Срок: ${deadline ?? ''}.`)]),
    ]),
  ];
}

const signature = (post: string, { name }: PrintedPerson): Paragraph => spread(`${post} ${blank}`, name, 480);

/** Two texts at the two edges of one line. */
function spread(left: string, right: string, before = 0): Paragraph {
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: TabStopPosition.MAX }],
    spacing: { before, after: 120 },
    children: [new TextRun(`${left}\t${right}`)],
  });
}

function presentAnnex({ present, heldOn, number }: PrintedProtocol): FileChild[] {
  if (present.length <= presentInText) return [];
  return [
    new Paragraph({
      pageBreakBefore: true,
      alignment: AlignmentType.RIGHT,
      children: [new TextRun(`Приложение к протоколу от ${formatDate(heldOn)} №\u00A0${number}`)],
    }),
    paragraph('Список присутствовавших', { ...centred, bold: true, before: 240, after: 240 }),
    ...present.map((person, at) => paragraph(`${at + 1}. ${withPost(person)}`)),
  ];
}
