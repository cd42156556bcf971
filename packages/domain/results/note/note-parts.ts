import { wilsonInterval } from '../wilson-interval.ts';
import { procedureWords } from '../verdict-catalog.ts';
import type { IntervalsChart, NoteBlock, NoteInput, NoteProcedure } from './analytic-note.ts';
import { boundsCell, countCell, partAgainstRest, shareCell, shareOf } from './note-shares.ts';

/** More rows than this are read in the table alone. */
const drawnMax = 40;

/** Municipalities or schools side by side in each procedure, by name: table, picture, and who differs from the rest by more than chance. */
export function partBlocks(
  procedures: readonly NoteProcedure[],
  { partKind }: Pick<NoteInput, 'partKind'>,
): NoteBlock[] {
  return procedures
    .filter(({ parts }) => parts.length > 1)
    .flatMap((one): NoteBlock[] => {
      const chart = intervalsOf(one);
      return [
        { kind: 'table', table: tableOf(one, partKind) },
        ...(chart === null ? [] : [{ kind: 'chart' as const, chart }]),
        { kind: 'text', text: differenceWords(one) },
      ];
    });
}

/** Names of the parts of which the verdict holds. */
export function partsThatAre(one: NoteProcedure, verdict: 'better' | 'worse'): string[] {
  return one.parts.filter((part) => partAgainstRest(part, one.whole) === verdict).map(({ name }) => name);
}

function differenceWords(one: NoteProcedure): string {
  const [more, fewer] = [partsThatAre(one, 'worse'), partsThatAre(one, 'better')];
  if (more.length + fewer.length === 0)
    return `${procedureWords(one.procedure, 'ru')}: различия не выходят за пределы случайного разброса либо участников мало, чтобы судить.`;
  const said = [
    ...(more.length === 0 ? [] : [`доля ниже минимума заметно больше, чем у остальных: ${more.join(', ')}`]),
    ...(fewer.length === 0 ? [] : [`заметно меньше: ${fewer.join(', ')}`]),
  ];
  return `${procedureWords(one.procedure, 'ru')}: ${said.join('; ')}. Остальные не отличаются больше, чем объяснил бы случай, либо участников мало, чтобы судить.`;
}

function tableOf(one: NoteProcedure, partKind: NoteInput['partKind']) {
  return {
    title: procedureWords(one.procedure, 'ru'),
    columns: [
      { title: partKind === 'municipality' ? 'Муниципалитет' : 'Школа', width: 38 },
      { title: 'Участников', width: 14, isNumber: true },
      { title: 'Ниже минимума', width: 14, isNumber: true },
      { title: 'Доля', width: 13, isNumber: true },
      { title: 'Границы', width: 21, isNumber: true },
    ],
    rows: [...one.parts, { ...one.whole, name: 'Всего' }].map((part) => [
      part.name,
      countCell(part.assessed),
      countCell(part.below),
      shareCell(part),
      boundsCell(part),
    ]),
  };
}

function intervalsOf(one: NoteProcedure): IntervalsChart | null {
  const rows = one.parts.flatMap((part) => {
    const share = shareOf(part);
    if (share === null) return [];
    const { below, participants } = share;
    return [
      {
        name: part.name,
        participants,
        share: below / participants,
        interval: wilsonInterval(below, participants),
      },
    ];
  });
  if (rows.length < 2 || rows.length > drawnMax) return null;
  const whole = shareOf(one.whole);
  return {
    kind: 'intervals',
    title: `${procedureWords(one.procedure, 'ru')}: доля ниже минимума и её границы, %`,
    rows,
    whole: whole === null ? null : whole.below / whole.participants,
  };
}
