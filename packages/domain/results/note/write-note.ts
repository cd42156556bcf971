import { formatDate } from '../../basics/format.ts';
import { shownPupilsMin } from '../suppress-cells.ts';
import type { AnalyticNote, NoteBlock, NoteInput } from './analytic-note.ts';
import { isDiagnostic } from '../exam-kind.ts';
import { listBlocks, signBlocks } from './note-schools.ts';
import { partBlocks } from './note-parts.ts';
import { procedureBlocks } from './note-procedures.ts';
import { proposalItems } from './note-proposals.ts';

/** The note out of what may be shown to whoever asks for it. Parts of which there is nothing to say are left out. */
export function writeNote(input: NoteInput): AnalyticNote {
  const exams = input.procedures.filter(({ procedure }) => !isDiagnostic(procedure.kind));
  const works = input.procedures.filter(({ procedure }) => isDiagnostic(procedure.kind));
  const parts = input.partKind === 'municipality' ? 'муниципалитетам' : 'школам';
  const sections: readonly [string, readonly NoteBlock[]][] = [
    ['Исходные данные', basisBlocks(input)],
    ['Результаты экзаменов', procedureBlocks(exams, input.year)],
    [`Результаты экзаменов по ${parts}`, partBlocks(exams, input)],
    [
      'Всероссийские проверочные работы',
      works.length === 0 ? [] : [diagnosis, ...procedureBlocks(works, input.year)],
    ],
    ['Признаки, требующие дополнительного анализа', signBlocks(input.signed)],
    ['Школы с низкими образовательными результатами', listBlocks(input.list)],
    ['Выводы и предложения', [{ kind: 'items', items: proposalItems(input, exams) }]],
  ];
  return {
    title: `Аналитическая справка о результатах оценочных процедур ${input.year} года`,
    requisites: [
      ['Территория', input.territory],
      ['Составлена', formatDate(input.madeOn)],
    ],
    sections: sections
      .filter(([, blocks]) => blocks.length > 0)
      .map(([title, blocks], at) => ({ title: `${at + 1}. ${title}`, blocks })),
  };
}

const diagnosis: NoteBlock = {
  kind: 'text',
  text: 'Диагностика, не оценка: по результатам ВПР школы и учителей не оценивают и не сравнивают между собой. Числа ниже помогают найти, чему учить, и в рейтинги не входят.',
};

function basisBlocks({ procedures, territory, year }: NoteInput): NoteBlock[] {
  return [
    {
      kind: 'text',
      text: `Справка составлена по результатам ${year} года: ${territory}, процедур — ${procedures.length}. Хранятся только числа участников по школам; об отдельных обучающихся сведений нет.`,
    },
    {
      kind: 'text',
      text: 'Доля ниже минимума — отношение числа участников, которые получили отметку «2» или не набрали минимальный балл, к числу тех, о ком это известно. Рядом с долей указаны границы, в которых она лежит с вероятностью 95 % (интервал Уилсона): чем меньше участников, тем они шире.',
    },
    {
      kind: 'text',
      text: `Числа от 1 до ${shownPupilsMin - 1} участников и всё, что позволило бы их вычислить, скрыты. Территории и школы стоят по алфавиту: это не рейтинг.`,
    },
  ];
}
