import { cellText } from './sheet-words.ts';

/** As ФИС ОКО shortens subjects in the heads of regional files. */
const abbreviations: Readonly<Record<string, string>> = {
  ру: 'русский язык',
  ря: 'русский язык',
  ма: 'математика',
  ом: 'окружающий мир',
  ис: 'история',
  би: 'биология',
  гг: 'география',
  ге: 'география',
  об: 'обществознание',
  фи: 'физика',
  хи: 'химия',
  ин: 'информатика',
  ли: 'литература',
  лч: 'литературное чтение',
  ая: 'английский язык',
  ня: 'немецкий язык',
  фя: 'французский язык',
};

/** Codes of subjects in files of РИС ГИА; 2 is the profile level in the ЕГЭ and the only one in the ОГЭ. */
const codes: Readonly<Record<number, string>> = {
  1: 'русский язык',
  2: 'математика',
  3: 'физика',
  4: 'химия',
  5: 'информатика',
  6: 'биология',
  7: 'история',
  8: 'география',
  9: 'английский язык',
  10: 'немецкий язык',
  11: 'французский язык',
  12: 'обществознание',
  13: 'испанский язык',
  18: 'литература',
  22: 'математика базовая',
  25: 'информатика',
  29: 'английский язык',
  30: 'немецкий язык',
  31: 'французский язык',
};

/** A subject as it is kept: small letters, no abbreviation. Null for nothing and for what is no word. */
export function subjectName(text: string): string | null {
  const name = cellText(text)
    .toLowerCase()
    .replace(/[.,;:]+$/, '')
    .trim();
  return abbreviations[name] ?? (/^\p{Ll}[\p{L} (),.-]{2,}$/u.test(name) ? name : null);
}

/** The subject of a code of РИС ГИА; null where the code is not known. */
export function subjectOfCode(code: number, grade: number | null): string | null {
  return code === 2 && grade !== 9 ? 'математика профильная' : (codes[code] ?? null);
}
