import type { Token } from './deadline-tokens.ts';
import { mendable, wordOf } from './deadline-words.ts';

type WordToken = Extract<Token, { kind: 'word' }>;

/** Words as they were printed: torn ones joined («Индивидуальн о»), glued ones parted, wrong letters put right. */
export const mendedWords = (tokens: readonly Token[], text: string): Token[] =>
  mendWords(joinTorn(tokens, text));

const longestTear = 12;

/** Joins neighbouring word pieces that only together are a word: «Индивидуальн о», «я н в а р ь», «сен-⏎тябрь». */
function joinTorn(tokens: readonly Token[], text: string): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const [token, next] = joinFrom(tokens, at, text);
    joined.push(token);
    at = next;
  }
  return joined;
}

function joinFrom(tokens: readonly Token[], start: number, printed: string): [Token, number] {
  const first = tokens[start] as Token; // `start` is inside the list
  if (first.kind !== 'word') return [first, start + 1];
  let text = first.text;
  let allKnown = first.word !== null;
  let best: [Token, number] = [first, start + 1];
  for (let at = start + 1; at < Math.min(tokens.length, start + longestTear); at++) {
    const token = tokens[at];
    const hyphen = token?.kind === 'sign' && token.sign === '-' && at === start + 1 && !first.word;
    if (hyphen) continue;
    if (token?.kind !== 'word') break;
    // «По графику ИРО»: an abbreviation is no ending of the word before it.
    if (first.word && /^\p{Lu}{2}/u.test(printed.slice(token.from, token.to))) break;
    text += token.text;
    allKnown &&= token.word !== null;
    const word = allKnown ? null : wordOf(text);
    if (word) best = [{ kind: 'word', text, word, from: first.from, to: token.to, mended: true }, at + 1];
  }
  return best;
}

function mendWords(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) =>
    token.kind === 'word' && !token.word ? partedWords(mendWord(token)) : [token],
  );
}

function mendWord(token: WordToken): Token {
  const { text } = token;
  if (text.length < 5 || text.length > 14) return token;
  const wrongLettersMax = text.length >= 8 ? 2 : 1;
  const near = mendable.find((word) => differentLetters(word, text, wrongLettersMax) <= wrongLettersMax);
  return near ? { ...token, text: near, word: wordOf(near), mended: true } : token;
}

const gluedPartMin = 4;

/** Two words of a deadline that lost the space between them: «течениегода». */
function partedWords(token: Token): Token[] {
  if (token.kind !== 'word' || token.word) return [token];
  const { text, from } = token;
  for (let cut = gluedPartMin; cut <= text.length - gluedPartMin; cut++) {
    const [left, right] = [text.slice(0, cut), text.slice(cut)];
    const [first, second] = [wordOf(left), wordOf(right)];
    if (!first || !second) continue;
    const middle = from + cut;
    return [
      { ...token, text: left, word: first, to: middle, mended: true },
      { ...token, text: right, word: second, from: middle, mended: true },
    ];
  }
  return [token];
}

/** Levenshtein distance; stops early with a larger number once it exceeds `max`. */
function differentLetters(left: string, right: string, max: number): number {
  if (Math.abs(left.length - right.length) > max) return max + 1;
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const change = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[right.length] ?? max + 1;
}
