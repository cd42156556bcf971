import type { z } from 'zod';
import type { Texts } from '../basics/catalog.ts';
import { MethodFile } from './methodology.ts';

type MethodField = keyof MethodFile;

const ruFields: Readonly<Record<MethodField, string>> = {
  threshold: 'доля больше 0 и не больше 1, не более 6 знаков после точки, например 0.30',
  minParticipants: 'целое число участников от 0',
  yearsPooled: '1, 2 или 3: за сколько лет складываются результаты',
  poolOnlyUnder: 'целое число участников от 1: годы складываются только там, где их в году меньше',
  year: 'год из четырёх цифр',
  minProceduresInYear: 'целое число процедур от 1',
  repeatYears: 'целое число лет от 1 до 10',
  combine: '"and", "or", "a" или "b"',
  procedures: 'список вида [{"procedure": "ОГЭ", "grades": [9], "subjects": ["математика"]}]',
  excludedTypes: 'список типов школ: general, correctional, evening, penal, sanatorium, hospital',
  code: 'латинские буквы, цифры и дефис',
  version: 'целое число от 1',
  title: 'название',
  standing: 'что это за методика',
  sources: 'источник каждой части: {"text": "…", "chosen": false}',
};

const enFields: Readonly<Record<MethodField, string>> = {
  threshold: 'a share over 0 and up to 1, at most 6 digits after the point, such as 0.30',
  minParticipants: 'a whole number of participants from 0',
  yearsPooled: '1, 2 or 3: how many years of results are added',
  poolOnlyUnder:
    'a whole number of participants from 1: years are added only where fewer took part in the year',
  year: 'a year of four digits',
  minProceduresInYear: 'a whole number of procedures from 1',
  repeatYears: 'a whole number of years from 1 to 10',
  combine: '"and", "or", "a" or "b"',
  procedures: 'a list such as [{"procedure": "ОГЭ", "grades": [9], "subjects": ["математика"]}]',
  excludedTypes: 'a list of types of schools: general, correctional, evening, penal, sanatorium, hospital',
  code: 'Latin letters, digits and hyphens',
  version: 'a whole number from 1',
  title: 'a title',
  standing: 'what this methodology is',
  sources: 'the source of each part: {"text": "…", "chosen": false}',
};

const ru = {
  notJson: 'Файл методики не читается как JSON.',
  notObject: 'Файл методики должен содержать один объект {…}.',
  unknownField: (field: string) => `Методика: поля «${field}» нет. Проверьте, как оно написано.`,
  field: (field: MethodField) => `Методика, поле «${field}». Должно быть: ${ruFields[field]}.`,
};

/** Texts for what is wrong with a file of a methodology. */
export const methodFileTexts: Texts<typeof ru> = {
  ru,
  en: {
    notJson: 'The file of the methodology cannot be read as JSON.',
    notObject: 'The file of the methodology must hold one object {…}.',
    unknownField: (field) => `Methodology: there is no field “${field}”. Check its spelling.`,
    field: (field) => `Methodology, field “${field}”: must be ${enFields[field]}.`,
  },
};

/** One sentence for each field that is wrong, and for each that is not known. */
export function methodFileFaults(error: z.ZodError, texts: (typeof methodFileTexts)['ru' | 'en']): string[] {
  const sentences = error.issues.flatMap((issue) => {
    const [first] = issue.path;
    const field = MethodFile.keyof().options.find((known) => known === first);
    if (field !== undefined) return [texts.field(field)];
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => texts.unknownField(key));
    return [texts.notObject];
  });
  return [...new Set(sentences)];
}
