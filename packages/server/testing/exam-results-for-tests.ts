import { writeXlsx, type CellValue } from 'hucre';
import type { Answer, TestServer } from './server-for-tests.ts';

/** Sends a file of results; a text goes as CSV. */
export function uploadResults(
  server: TestServer,
  as: string,
  content: string | Uint8Array,
  name = 'results.csv',
): Promise<Answer> {
  const form = new FormData();
  form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  return server.send('POST', '/api/exam-imports', { as, form });
}

export type TestPupil = {
  readonly school: string;
  readonly login?: string;
  readonly grade?: string;
  readonly code: string;
  readonly name: string;
  readonly score: number;
  readonly mark: number;
  readonly journal?: number;
};

/** «Индивидуальные результаты» of ФИС ОКО as a workbook. */
export function individualWorkbook(
  pupils: readonly TestPupil[],
  title = 'ВПР 2025 Математика 5 класс',
): Promise<Uint8Array> {
  const head = ['ОО', 'Муниципалитет', 'Название ОО', 'Код участника', 'Класс', 'ФИО', 'Первичный балл'];
  const rows: CellValue[][] = [
    [title],
    [...head, 'Отметка', 'Отметка по журналу'],
    ...pupils.map(({ school, login, grade, code, name, score, mark, journal }) => [
      login ?? null,
      'Северный район',
      school,
      code,
      grade ?? '5А',
      name,
      score,
      mark,
      journal ?? null,
    ]),
  ];
  return writeXlsx({ sheets: [{ name: 'Лист1', rows }] });
}
