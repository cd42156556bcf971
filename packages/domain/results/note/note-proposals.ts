import { countRu } from '../../basics/catalog.ts';
import { procedureWords } from '../verdict-catalog.ts';
import type { NoteInput, NoteProcedure } from './analytic-note.ts';
import { partsThatAre } from './note-parts.ts';
import { changeOf } from './note-shares.ts';

/** What follows from the numbers, as an office proposes it; the person edits the document before it is signed. */
export function proposalItems(input: NoteInput, exams: readonly NoteProcedure[]): string[] {
  const { year, signed, list, partKind } = input;
  const grown = exams.filter((one) => changeOf(one, year)?.verdict === 'worse');
  const names = [...new Set(exams.flatMap((one) => partsThatAre(one, 'worse')))].toSorted((one, other) =>
    one.localeCompare(other, 'ru'),
  );
  const items = [
    ...grown.map(
      ({ procedure }) =>
        `Выяснить причины роста доли ниже минимума: ${procedureWords(procedure, 'ru')}; обсудить с предметным методическим объединением.`,
    ),
    ...(names.length === 0
      ? []
      : [
          `${partKind === 'municipality' ? 'Запросить у муниципалитетов' : 'Запросить у школ'} анализ причин и план мер по процедурам, где доля ниже минимума заметно больше, чем у остальных: ${names.join(', ')}.`,
        ]),
    ...(signed.length === 0
      ? []
      : [
          `Провести дополнительный анализ результатов в ${countRu(signed.length, 'школе', 'школах', 'школах')}, где найдены признаки; до его окончания выводов о школах не делать.`,
        ]),
    ...(list === null || list.schools.length === 0
      ? []
      : [
          `Включить ${countRu(list.schools.length, 'школу', 'школы', 'школ')} утверждённого списка в план поддержки, назначить кураторов, определить профиль рисков каждой.`,
        ]),
  ];
  return items.length === 0
    ? ['Изменений и различий больше случайных не найдено; продолжить наблюдение.']
    : items;
}
