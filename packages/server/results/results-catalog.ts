import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  sheet: (name: string) => (name === '' ? 'Файл' : `Лист «${name}»`),
  sheetNumber: (number: number) => `Лист ${number}`,
  participants: (count: number) => `участников ${count}`,
  below: (count: number) => `ниже минимума ${count}`,
  marks: (counts: readonly number[]) => `отметки 2–5: ${counts.join(', ')}`,
  scores: (count: number) => `первичные баллы 0–${count}`,
  journal: (lowered: number, confirmed: number, raised: number) =>
    `с журналом: понизили ${lowered}, подтвердили ${confirmed}, повысили ${raised}`,
  gaps: (lowered: number, raised: number) =>
    `из них на две отметки и более: понизили ${lowered}, повысили ${raised}`,
  tasks: (count: number) => `заданий ${count}`,
  markers: (marked: number, all: number) => `отмечено ${marked} из ${all}`,
  grade: (grade: number) => `${grade} класс`,
  askWork: 'не указано, что это за работа: спросим при загрузке',
  place: (row: number, column: number) => `строка ${row}, столбец ${column}`,
  moreFaults: (count: number) =>
    `и ещё ${countRu(count, 'ячейка', 'ячейки', 'ячеек')}; все — с ключом --json`,
  unknownColumn: (column: number, head: string) =>
    `столбец ${column} «${head}» не понят: его значения пропущены`,
  unknownSheet: (heads: string) =>
    heads === '' ? 'таблица результатов не найдена' : `таблица результатов не найдена; заголовки: ${heads}`,
};

/** Words of what was understood of a file of results. */
export const resultsTexts: Texts<typeof ru> = {
  ru,
  en: {
    sheet: (name) => (name === '' ? 'File' : `Sheet “${name}”`),
    sheetNumber: (number) => `Sheet ${number}`,
    participants: (count) => `${count} participants`,
    below: (count) => `${count} below the minimum`,
    marks: (counts) => `marks 2–5: ${counts.join(', ')}`,
    scores: (count) => `primary scores 0–${count}`,
    journal: (lowered, confirmed, raised) =>
      `against the journal: ${lowered} lowered, ${confirmed} confirmed, ${raised} raised`,
    gaps: (lowered, raised) => `of them by two marks or more: ${lowered} lowered, ${raised} raised`,
    tasks: (count) => `${count} tasks`,
    markers: (marked, all) => `${marked} of ${all} marked`,
    grade: (grade) => `grade ${grade}`,
    askWork: 'the file does not say of which work: you will be asked when it is imported',
    place: (row, column) => `row ${row}, column ${column}`,
    moreFaults: (count) => `and ${countEn(count, 'more cell', 'more cells')}; all of them with --json`,
    unknownColumn: (column, head) =>
      `column ${column} “${head}” is not understood: its values are passed over`,
    unknownSheet: (heads) =>
      heads === '' ? 'no table of results was found' : `no table of results was found; heads: ${heads}`,
  },
};
