import { plainText } from './printed-text.ts';

/** Words a document uses: tells whether two halves of a word torn by a cell or a page belong together. */
export type Vocabulary = {
  readonly has: (word: string) => boolean;
  /** The word stands in more than one place, so it is no piece of a torn one. */
  readonly repeats: (word: string) => boolean;
};

export function vocabularyOf(texts: Iterable<string>): Vocabulary {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of plainText(text).match(/\p{L}{3,}/gu) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return { has: (word) => counts.has(word), repeats: (word) => (counts.get(word) ?? 0) > 1 };
}

/** Words of one and two letters that stand by themselves in Russian. */
const shortWords = new Set(
  'а в и к о с у я во на по за до от об со из ко не ни же ли бы то ее их им мы вы он ты да ст пп гг см №'.split(
    ' ',
  ),
);

/** Two pieces of text that a cell or line border parted, with the torn word put together. */
export function joinTorn(left: string, right: string, vocabulary: Vocabulary): string {
  const [before, after] = [left.trimEnd(), right.trimStart()];
  if (before === '' || after === '') return before + after;
  const tail = /\p{L}+$/u.exec(before)?.[0] ?? '';
  const head = /^\p{L}+/u.exec(after)?.[0] ?? '';
  if (/\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after)) return joinHyphen(before, after, vocabulary);
  if (tail === '' || head === '') return `${before} ${after}`;
  if (belongTogether(tail, head, vocabulary)) return before + after;
  // A letter at the border recognised twice: «резу|ультатами»; «уроков | в» is no such letter.
  const pieces = [tail, head].every((piece) => piece.length > 2);
  if (
    pieces &&
    plainText(tail).at(-1) === plainText(head)[0] &&
    vocabulary.has(plainText(tail.slice(0, -1) + head))
  )
    return before.slice(0, -1) + after;
  return `${before} ${after}`;
}

function belongTogether(tail: string, head: string, vocabulary: Vocabulary): boolean {
  if (!/^\p{Ll}/u.test(head)) return false;
  // No Russian word begins so: «информацио|нно», «образовател|ьная».
  if (/^(?:[ьъы]|([бвгджзклмнпрстфхцчшщ])\1)/u.test(head)) return true;
  const whole = plainText(tail + head);
  if (vocabulary.has(whole) && !(shortWords.has(plainText(tail)) && vocabulary.repeats(plainText(head))))
    return true;
  return head.length <= 2 && tail.length >= 4 && !shortWords.has(plainText(head));
}

/** «школ-|участниц» keeps the hyphen, «обес-|печение» loses it: the document says which word it knows. */
function joinHyphen(before: string, after: string, vocabulary: Vocabulary): string {
  const tail = /\p{L}+(?=-$)/u.exec(before)?.[0] ?? '';
  const head = /^\p{L}+/u.exec(after)?.[0] ?? '';
  return vocabulary.has(plainText(tail + head)) ? before.slice(0, -1) + after : before + after;
}
