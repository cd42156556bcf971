import type { Sign, Token } from './deadline-tokens.ts';
import type { Unit } from './deadline-words.ts';

/** The place the grammar has reached in a phrase. The only thing it changes. */
export type Cursor = { readonly text: string; readonly tokens: readonly Token[]; at: number };

/** Runs a rule; when it returns null the cursor stays where it was. */
export function attempt<T>(cursor: Cursor, rule: (cursor: Cursor) => T | null): T | null {
  const start = cursor.at;
  const result = rule(cursor);
  if (result === null) cursor.at = start;
  return result;
}

/** The first rule that reads something. */
export function firstOf<T>(cursor: Cursor, rules: readonly ((cursor: Cursor) => T | null)[]): T | null {
  for (const rule of rules) {
    const result = attempt(cursor, rule);
    if (result !== null) return result;
  }
  return null;
}

export function peek(cursor: Cursor, ahead = 0): Token | undefined {
  return cursor.tokens[cursor.at + ahead];
}

export function isLemma(token: Token | undefined, ...lemmas: readonly string[]): boolean {
  return token?.kind === 'word' && token.word?.is === 'lemma' && lemmas.includes(token.word.value);
}

export function isSign(token: Token | undefined, ...signs: readonly Sign[]): boolean {
  return token?.kind === 'sign' && signs.includes(token.sign);
}

export function isUnit(token: Token | undefined, ...units: readonly Unit[]): boolean {
  return token?.kind === 'word' && token.word?.is === 'unit' && units.includes(token.word.value);
}

/** Steps over the next token when it is one of the lemmas. */
export function takeLemma(cursor: Cursor, ...lemmas: readonly string[]): boolean {
  return step(cursor, isLemma(peek(cursor), ...lemmas));
}

export function takeSign(cursor: Cursor, ...signs: readonly Sign[]): boolean {
  return step(cursor, isSign(peek(cursor), ...signs));
}

export function takeUnit<U extends Unit>(cursor: Cursor, ...units: readonly U[]): U | null {
  const token = peek(cursor);
  const said = token?.kind === 'word' && token.word?.is === 'unit' ? token.word.value : null;
  const unit = units.find((one) => one === said) ?? null;
  if (unit !== null) cursor.at++;
  return unit;
}

/** «3», «три», «трёх»; not a Roman numeral. */
export function takeCount(cursor: Cursor): number | null {
  const token = peek(cursor);
  const count =
    token?.kind === 'number' && !token.roman
      ? token.value
      : token?.kind === 'word' && token.word?.is === 'count'
        ? token.word.value
        : null;
  if (count !== null) cursor.at++;
  return count;
}

/** «1-я», «I», «первая»; «последняя» is -1. */
export function takeOrdinal(cursor: Cursor): number | null {
  const token = peek(cursor);
  const ordinal =
    token?.kind === 'number'
      ? token.value
      : token?.kind === 'word' && token.word?.is === 'ordinal'
        ? token.word.value
        : isLemma(token, 'последний')
          ? -1
          : null;
  if (ordinal !== null) cursor.at++;
  return ordinal;
}

/** The words from a token up to the cursor, letter for letter. */
export function printed(cursor: Cursor, start: number): string {
  const first = cursor.tokens[start];
  const last = cursor.tokens[cursor.at - 1];
  return first && last && cursor.at > start
    ? cursor.text.slice(first.from, last.to).replace(/\s+/g, ' ')
    : '';
}

function step(cursor: Cursor, matches: boolean): boolean {
  if (matches) cursor.at++;
  return matches;
}
