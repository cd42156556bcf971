import { foldText } from '../basics/fold-text.ts';
import type { SchoolType } from './school-type.ts';

/** In the order of asking: a sanatorium school is for children at a hospital only where a hospital is named. */
const typeWords: readonly (readonly [SchoolType, RegExp])[] = [
  ['hospital', /больни[цч]|госпитал|медицинск/],
  ['penal', /исправительн|колони|уголовно|фсин|(?<!\p{L})(иу|ик|уис)(?!\p{L})/u],
  ['sanatorium', /санатор/],
  ['evening', /вечерн|сменн|заочн/],
  ['correctional', /коррекц|адаптирован|(?<!\p{L})(овз|аооп)(?!\p{L})/u],
];

const generalWords =
  /общеобразоват|обычн|школ|сред|основн|начальн|гимнази|лице|кадет|(?<!\p{L})(сош|оош|нош)(?!\p{L})/u;

/** The type that a cell of a register says in words: what is special of the school, else that it is an ordinary one; null where it says neither. */
export function readSchoolType(text: string): SchoolType | null {
  return specialTypeIn(text) ?? (generalWords.test(foldText(text)) ? 'general' : null);
}

/** A special type that is named among other words, as in «вечерняя (сменная) школа». */
export function specialTypeIn(text: string): SchoolType | null {
  const words = foldText(text);
  // «С коррекционными классами» is said of an ordinary school.
  if (/(?<!\p{L})(класс|групп)/u.test(words)) return null;
  return typeWords.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
