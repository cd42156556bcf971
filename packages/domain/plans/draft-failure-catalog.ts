import type { Texts } from '../basics/catalog.ts';
import { en as fileEn, ru as fileRu } from '../basics/file-refusal-catalog.ts';
import type { FileRefusalFacts } from '../basics/file-refusal.ts';
import type { DraftFailureCode } from './draft-failure.ts';

type FailureTexts = Readonly<Record<DraftFailureCode, (facts: FileRefusalFacts) => string>>;

/** What happened to a document that was not read, and what to do. */
export const draftFailureTexts: Texts<FailureTexts> = {
  ru: {
    ...fileRu,
    'reader-stopped': () =>
      'Чтение остановилось: файлу не хватило отведённой памяти или программа чтения с ним не справилась. Файл сохранён. Разделите документ на части или пересохраните его в DOCX и загрузите ещё раз.',
    'reading-interrupted': () =>
      'Чтение несколько раз прерывалось вместе с работой сервера. Файл сохранён: нажмите «Прочитать снова».',
  },
  en: {
    ...fileEn,
    'reader-stopped': () =>
      'Reading stopped: the file needed more memory than is given to it, or the reader could not cope. The file is kept. Split the document or save it anew as DOCX and upload it again.',
    'reading-interrupted': () =>
      'Reading was interrupted several times together with the server. The file is kept: choose “Read again”.',
  },
};

export const isDraftFailureCode = (code: string): code is DraftFailureCode => code in draftFailureTexts.ru;
