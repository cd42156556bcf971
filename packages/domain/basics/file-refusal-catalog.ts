import type { FileRefusalCode, FileRefusalFacts } from './file-refusal.ts';

export type Dict = Readonly<Record<FileRefusalCode, (facts: FileRefusalFacts) => string>>;

export const ru: Dict = {
  'empty-file': (f) => `${ruFile(f)} пуст: в нём нет ни одного байта.`,
  truncated: (f) => `${ruFile(f)} оборван: конца файла нет. Загрузите его ещё раз.`,
  broken: (f) =>
    `${ruFile(f)} повреждён и не читается. Откройте его в редакторе, сохраните заново и загрузите ещё раз.`,
  'unknown-format': (f) =>
    `${ruFile(f)} неизвестного вида. Читаются DOCX, DOC, ODT, RTF, PDF, XLSX, XLS, ODS, TXT и снимки страниц.`,
  'picture-not-document': (f) => `${ruFile(f)} — картинка, хотя назван документом.`,
  'web-page': (f) => `${ruFile(f)} — веб-страница без таблиц. Сохраните документ в DOCX, XLSX или PDF.`,
  'not-a-table': (f) => `${ruFile(f)} — документ, а нужна таблица: XLSX, XLS, ODS или CSV.`,
  'password-protected': (f) => `${ruFile(f)} закрыт паролем. Снимите пароль и загрузите файл ещё раз.`,
  'too-large': (f) => `${ruFile(f)} слишком велик${ruSizes(f)}.`,
  'expands-too-much': (f) => `${ruFile(f)} после распаковки занимает слишком много места${ruSizes(f)}.`,
  'too-many-entries': (f) => `${ruFile(f)} состоит из слишком многих частей${ruNumbers(f)}.`,
  'too-many-pages': (f) => `${ruFile(f)}: слишком много страниц${ruNumbers(f)}.`,
  'too-many-cells': (f) => `${ruFile(f)}: слишком много ячеек${ruNumbers(f)}.`,
  'nesting-too-deep': (f) =>
    `${ruFile(f)} устроен слишком сложно: вложенность больше допустимой${ruNumbers(f)}.`,
  'xml-forbidden': (f) =>
    `${ruFile(f)} содержит объявления XML (DOCTYPE), которых в документах не бывает, и не открыт.`,
  'needs-libreoffice': (f) =>
    `${ruFile(f)} читается только при установленном LibreOffice. Установите его или сохраните документ в DOCX.`,
  'needs-tesseract': (f) =>
    `${ruFile(f)} — снимок без текста; он читается только при установленном Tesseract с русским языком.`,
  'took-too-long': (f) =>
    `${ruFile(f)} не прочитан за отведённое время${f.limit === null ? '' : ` (${f.limit} с)`}.`,
};

export const en: Dict = {
  'empty-file': (f) => `${enFile(f)} is empty.`,
  truncated: (f) => `${enFile(f)} is cut off: its end is missing. Upload it again.`,
  broken: (f) => `${enFile(f)} is damaged. Open it in an editor, save it anew and upload it again.`,
  'unknown-format': (f) =>
    `${enFile(f)} is of an unknown kind. DOCX, DOC, ODT, RTF, PDF, XLSX, XLS, ODS, TXT and scanned pages can be read.`,
  'picture-not-document': (f) => `${enFile(f)} is a picture named as a document.`,
  'web-page': (f) => `${enFile(f)} is a web page without tables. Save the document as DOCX, XLSX or PDF.`,
  'not-a-table': (f) => `${enFile(f)} is a document; a table is needed: XLSX, XLS, ODS or CSV.`,
  'password-protected': (f) =>
    `${enFile(f)} is protected by a password. Remove it and upload the file again.`,
  'too-large': (f) => `${enFile(f)} is too large${enSizes(f)}.`,
  'expands-too-much': (f) => `${enFile(f)} takes too much space when unpacked${enSizes(f)}.`,
  'too-many-entries': (f) => `${enFile(f)} consists of too many parts${enNumbers(f)}.`,
  'too-many-pages': (f) => `${enFile(f)} has too many pages${enNumbers(f)}.`,
  'too-many-cells': (f) => `${enFile(f)} has too many cells${enNumbers(f)}.`,
  'nesting-too-deep': (f) => `${enFile(f)} is nested deeper than allowed${enNumbers(f)}.`,
  'xml-forbidden': (f) =>
    `${enFile(f)} holds XML declarations (DOCTYPE) that no document needs and was not opened.`,
  'needs-libreoffice': (f) =>
    `${enFile(f)} needs LibreOffice to be read. Install it or save the document as DOCX.`,
  'needs-tesseract': (f) =>
    `${enFile(f)} is a picture without text; it needs Tesseract with Russian to be read.`,
  'took-too-long': (f) => `${enFile(f)} was not read in time${f.limit === null ? '' : ` (${f.limit} s)`}.`,
};

const ruFile = (facts: FileRefusalFacts): string =>
  facts.fileName === null ? 'Файл' : `Файл «${facts.fileName}»`;
const enFile = (facts: FileRefusalFacts): string =>
  facts.fileName === null ? 'The file' : `“${facts.fileName}”`;

function ruSizes({ found, limit }: FileRefusalFacts): string {
  return limit === null
    ? ''
    : ` (${found === null ? '' : `${megabytes(found, 'ru')} МБ, `}можно до ${megabytes(limit, 'ru')} МБ)`;
}

function enSizes({ found, limit }: FileRefusalFacts): string {
  return limit === null
    ? ''
    : ` (${found === null ? '' : `${megabytes(found, 'en')} MB, `}up to ${megabytes(limit, 'en')} MB allowed)`;
}

function ruNumbers({ found, limit }: FileRefusalFacts): string {
  return limit === null
    ? ''
    : ` (${found === null ? '' : `${found.toLocaleString('ru')}, `}можно до ${limit.toLocaleString('ru')})`;
}

function enNumbers({ found, limit }: FileRefusalFacts): string {
  return limit === null
    ? ''
    : ` (${found === null ? '' : `${found.toLocaleString('en')}, `}up to ${limit.toLocaleString('en')} allowed)`;
}

function megabytes(bytes: number, locale: 'ru' | 'en'): string {
  return (bytes / 1_048_576).toLocaleString(locale, { maximumFractionDigits: 1 });
}
