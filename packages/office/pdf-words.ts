/** What the document itself tells about its words. */
export type Vocabulary = {
  /** Joins two parts of a word broken at the end of a line; `first` ends with the hyphen. */
  readonly joinHyphenated: (first: string, second: string) => string;
  /** The word is met whole somewhere in the document. */
  readonly has: (word: string) => boolean;
};

const ADJECTIVE_END =
  /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ых|их|ого|его|ому|ему|ым|им|ыми|ими|ую|юю|ом|ем)\P{L}*$/u;
const PARTICLE = /^(?:то|либо|нибудь|ка)\P{L}*$/u;
const WORD = /\p{L}[\p{L}-]*\p{L}/gu;
/** A text set with automatic hyphenation breaks words in more than this share of its lines. */
const AUTOMATIC_SHARE = 0.03;

/**
 * Whether the hyphen at a line's end belongs to the word («школы-|лидеры») or only to the line («органи-|зация») is told by the
 * document itself: by the words met in it whole, and by how often its lines end with a hyphen.
 */
export function learnWords(lines: readonly string[]): Vocabulary {
  const words = new Set<string>();
  let broken = 0;
  let previous = '';
  for (const line of lines) {
    const isBroken = /\p{L}[-‐]$/u.test(line);
    if (isBroken) broken += 1;
    for (const [word] of wholeWords(line, previous).matchAll(WORD)) words.add(word.toLowerCase());
    previous = line;
  }
  const isAutomatic = lines.length > 0 && broken > 3 && broken / lines.length > AUTOMATIC_SHARE;
  const joinHyphenated = (first: string, second: string): string => {
    const kept = first + second;
    const joined = first.slice(0, -1) + second;
    if (!/\p{L}-$/u.test(first) || !/^\p{Ll}/u.test(second)) return kept;
    const left = /[\p{L}-]+(?=-$)/u.exec(first)?.[0].toLowerCase() ?? '';
    const right = /^[\p{L}-]+/u.exec(second)?.[0].toLowerCase() ?? '';
    if (words.has(left + right)) return joined;
    if (words.has(`${left}-${right}`) || PARTICLE.test(second)) return kept;
    if (/[оеё]$/u.test(left) && left.length > 4 && ADJECTIVE_END.test(right)) return kept;
    if (words.has(left) && words.has(right)) return kept;
    return isAutomatic ? joined : kept;
  };
  return { joinHyphenated, has: (word) => words.has(word.toLowerCase()) };
}

/** A line of one word may hold a part of it, and so may the last word before a hyphen and the first one after such a line. */
function wholeWords(line: string, previous: string): string {
  if (!line.includes(' ')) return '';
  const mayBeRest =
    /[\p{L}\u00AD][-‐]?$/u.test(previous) && (/[-‐]$/u.test(previous) || !previous.includes(' '));
  const withoutRest = mayBeRest ? line.replace(/^\S+/u, '') : line;
  return withoutRest.replace(/\S+[-‐]$/u, '');
}
