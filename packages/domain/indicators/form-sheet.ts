import type { Language, Texts } from '../basics/catalog.ts';
import { periodName } from './period-catalog.ts';
import { periodOfCode } from './report-period.ts';
import type { FormValue, SchoolForm } from './school-form.ts';
import { textsOf } from './form-cell.ts';
import { writeValue } from './write-value.ts';

/** A cell that a person fills is open in the file, all others are locked. */
export type FormSheetCell = {
  readonly value: string | number | null;
  readonly isOpen: boolean;
  /** Kept as it is typed: a spreadsheet makes a date of «1/2». */
  readonly isText: boolean;
};

export type FormSheet = {
  /** At most 31 characters, without `[]:*?/\`. */
  readonly name: string;
  readonly notes: readonly string[];
  readonly titles: readonly string[];
  readonly rows: readonly (readonly FormSheetCell[])[];
};

const ru = {
  totals: 'Всего',
  sheet: 'Раздел',
  form: 'Форма',
  howTo: 'Заполняйте белые столбцы. Строки можно переставлять и удалять: они узнаются по коду.',
  titles: ['Код', 'Показатель', 'Единица', 'Значение', 'Из скольких', 'Было', 'Как заполнять'],
  units: {
    count: 'число',
    share: 'число и из скольких',
    ratio: 'всего и на сколько',
    score: 'средний балл и сколько человек',
    'yes-no': 'да или нет',
    change: 'пункты',
  },
  how: {
    count: 'Целое число; 0 — нет ни одного; «-» — не применимо; пусто — не указано.',
    share: 'Число и общее число в соседних столбцах; «-» — не применимо.',
    ratio: 'Всего и на сколько человек в соседних столбцах; «-» — не применимо.',
    score: 'Средний балл с десятыми и сколько человек за ним; «-» — не применимо.',
    'yes-no': '«да» или «нет»; «-» — не применимо.',
    change: 'Считается системой.',
  },
};

/** Words of the form as a file; the heads are also how its columns are found again. */
export const formSheetTexts: Texts<typeof ru> = {
  ru,
  en: {
    totals: 'Totals',
    sheet: 'Part',
    form: 'Form',
    howTo: 'Fill the white columns. Rows may be moved and deleted: they are known by their codes.',
    titles: ['Code', 'Indicator', 'Unit', 'Value', 'Of how many', 'Before', 'How to fill in'],
    units: {
      count: 'a number',
      share: 'a number and of how many',
      ratio: 'all and for how many',
      score: 'the mean and of how many people',
      'yes-no': 'yes or no',
      change: 'points',
    },
    how: {
      count: 'A whole number; 0 is none; “-” is not applicable; empty is not given.',
      share: 'The number and the total in the columns beside; “-” is not applicable.',
      ratio: 'All and for how many people in the columns beside; “-” is not applicable.',
      score: 'The mean with decimals and the people behind it; “-” is not applicable.',
      'yes-no': '“yes” or “no”; “-” is not applicable.',
      change: 'Reckoned by the system.',
    },
  },
};

/** The form as sheets of a workbook, one for each section, with what is known of it filled in. */
export function printForm(form: SchoolForm, language: Language): FormSheet[] {
  const texts = formSheetTexts[language];
  const definitions = new Map(form.indicators.map((one) => [one.code, one]));
  const values = new Map(form.values.map((value) => [value.indicator, value]));
  const previous = new Map(form.previous.map((value) => [value.indicator, value]));
  const totalOf = (code: string | null): number | null =>
    code === null ? null : (values.get(code)?.amount ?? null);
  return form.sections.map(({ title, codes }, at) => ({
    name: sheetName(`${at + 1}. ${title ?? texts.totals}`),
    notes: [
      `${form.title} · ${periodName(periodOfCode(form.period), language)}`,
      form.schoolName,
      `${texts.form}: ${form.submissionId}`,
      texts.howTo,
    ],
    titles: texts.titles,
    rows: codes.flatMap((code) => {
      const definition = definitions.get(code);
      if (definition === undefined) return [];
      const fields = textsOf(definition, shown(values.get(code)), totalOf(definition.totalCode));
      const before = previous.get(code);
      return [
        [
          locked(code),
          locked(definition.name[language]),
          locked(texts.units[definition.unit]),
          open(fields.amount, definition.unit === 'share'),
          definition.totalOf === null ? locked('') : open(fields.total, false),
          locked(before === undefined || before.isHidden ? '' : writeValue(definition.unit, before)),
          locked(texts.how[definition.unit]),
        ],
      ];
    }),
  }));
}

const shown = (value: FormValue | undefined): FormValue | null =>
  value === undefined || value.isHidden ? null : value;

const locked = (value: string): FormSheetCell => ({
  value: value === '' ? null : value,
  isOpen: false,
  isText: false,
});

/** A number goes as a number, so that a spreadsheet may reckon with it. */
function open(text: string, isText: boolean): FormSheetCell {
  const number = /^-?\d+(?:,\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
  return { value: number ?? (text === '' ? null : text), isOpen: true, isText };
}

/** What a spreadsheet takes for the name of a sheet. */
const sheetName = (text: string): string =>
  text
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 31)
    .trim();
