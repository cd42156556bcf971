import { countRu } from '../../basics/catalog.ts';
import type { NoteBlock, NoteList, SignedSchool } from './analytic-note.ts';

/** Schools with signs, by name; a sign is a reason to look and no more. */
export function signBlocks(signed: readonly SignedSchool[]): NoteBlock[] {
  if (signed.length === 0) return [];
  return [
    {
      kind: 'text',
      text: `Признаки найдены в ${countRu(signed.length, 'школе', 'школах', 'школах')}. Признак — повод посмотреть внимательнее, а не вывод о нарушении: у каждого из них могут быть обычные причины.`,
    },
    {
      kind: 'table',
      table: {
        title: 'Школы, результаты которых требуют дополнительного анализа',
        columns: [
          { title: 'Муниципалитет', width: 25 },
          { title: 'Школа', width: 30 },
          { title: 'Признаки', width: 45 },
        ],
        rows: signed.map(({ municipality, school, signs }) => [municipality, school, signs.join('; ')]),
      },
    },
  ];
}

/** The approved list with its rule. Nothing where no list was approved: a draft is nobody's decision yet. */
export function listBlocks(list: NoteList | null): NoteBlock[] {
  if (list === null) return [];
  return [
    {
      kind: 'text',
      text: `${list.act}: в списке ${countRu(list.schools.length, 'школа', 'школы', 'школ')}.`,
    },
    { kind: 'items', items: list.rule },
    ...(list.schools.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            table: {
              title: 'Школы списка',
              columns: [
                { title: 'Муниципалитет', width: 22 },
                { title: 'Школа', width: 28 },
                { title: 'Надёжность вывода', width: 16 },
                { title: 'Низкие результаты года', width: 34 },
              ],
              rows: list.schools.map(({ municipality, school, certainty, low }) => [
                municipality,
                school,
                certainty,
                low.join('; '),
              ]),
            },
          },
        ]),
  ];
}
