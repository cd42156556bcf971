import { attempt, firstOf, isLemma, isSign, isUnit, peek, printed, takeLemma } from './deadline-cursor.ts';
import { takeOrdinal, takeSign, takeUnit, type Cursor } from './deadline-cursor.ts';
import { readFrequency } from './deadline-frequency.ts';
import { readOccasion } from './deadline-occasions.ts';
import { readSpans } from './deadline-spans.ts';
import type { Item, Phrase } from './deadline-syntax.ts';
import { tokensOf, type Token } from './deadline-tokens.ts';

/** Reads a phrase into phases and items. Years stay open; what has no place in the grammar is passed over and told. */
export function parseDeadline(text: string): Phrase {
  const cursor: Cursor = { text, tokens: tokensOf(text), at: 0 };
  const phases: { label: string | null; items: Item[] }[] = [{ label: null, items: [] }];
  let unread = false;
  while (cursor.at < cursor.tokens.length) {
    if (skipNoise(cursor)) continue;
    const label = attempt(cursor, readLabel);
    if (label !== null) {
      phases.push({ label: label || null, items: [] });
      continue;
    }
    const items = readItems(cursor);
    if (items) phases.at(-1)?.items.push(...items);
    else {
      unread = true;
      cursor.at++;
    }
  }
  const mended = cursor.tokens.some((token) => token.mended);
  return { phases: phases.filter((phase) => phase.items.length > 0), unread, mended };
}

function readItems(cursor: Cursor): readonly Item[] | null {
  const one = (rule: (cursor: Cursor) => Item | null) => (inner: Cursor) => {
    const item = rule(inner);
    return item && [item];
  };
  return firstOf<readonly Item[]>(cursor, [
    one(readPerSchool),
    readSpans,
    one(readFrequency),
    one(readContinuous),
    one(readOccasion),
    one(readWeekdayBeside),
  ]);
}

/** «индивидуально», «по школам», «по каждой школе», «в каждой ОО». */
function readPerSchool(cursor: Cursor): Item | null {
  const byPlan = isLemma(peek(cursor), 'по') && isLemma(peek(cursor, 1), 'индивидуально');
  if (byPlan && isLemma(peek(cursor, 2), 'график', 'план', 'расписание', 'программа')) return null;
  if (takeLemma(cursor, 'индивидуально')) {
    takeUnit(cursor, 'stage');
    return { item: 'per-school' };
  }
  takeLemma(cursor, 'по', 'в', 'на', 'для');
  const each = takeLemma(cursor, 'каждый');
  const token = peek(cursor);
  if (!takeLemma(cursor, 'школа') || token?.kind !== 'word') return null;
  return each || ['школам', 'школах'].includes(token.text) ? { item: 'per-school' } : null;
}

/** «постоянно», «на постоянной основе», «весь период», «в течение всего срока реализации». */
function readContinuous(cursor: Cursor): Item | null {
  takeLemma(cursor, 'на', 'в');
  takeLemma(cursor, 'течение');
  if (takeLemma(cursor, 'постоянно')) {
    takeLemma(cursor, 'основа');
    return { item: 'continuous' };
  }
  const whole = takeLemma(cursor, 'весь');
  if (!takeLemma(cursor, 'период', 'срок')) return null;
  const ofPlan = isLemma(peek(cursor), 'исполнение') && peek(cursor, 1)?.kind !== 'sign';
  return whole || (ofPlan && !isDated(peek(cursor, 1))) ? skipOwnWords(cursor) : null;
}

const isDated = (token: Token | undefined): boolean => token === undefined || token.kind !== 'word';

function readWeekdayBeside(cursor: Cursor): Item | null {
  const token = peek(cursor);
  if (token?.kind !== 'word' || token.word?.is !== 'weekday') return null;
  cursor.at++;
  return { item: 'weekday', weekday: token.word.value };
}

/** «… реализации программы» after «весь период». */
function skipOwnWords(cursor: Cursor): Item {
  for (let words = 0; words < 4; words++) {
    const token = peek(cursor);
    if (token?.kind !== 'word' || (token.word && !isLemma(token, 'программа', 'план', 'исполнение'))) break;
    cursor.at++;
  }
  return { item: 'continuous' };
}

const labelLemmas = (
  'occasion итог основа начало срок период программа план отчетный текущий ' +
  'и в на по результат установленный школа проведение исполнение'
).split(' ');

/** «1 этап (подготовительный):», «Промежуточный мониторинг –»; '' for words that only say «срок». */
function readLabel(cursor: Cursor): string | null {
  const start = cursor.at;
  if (isLemma(peek(cursor), 'в', 'на', 'по', 'и')) return null;
  for (let words = 0; words < 8; words++) {
    const token = peek(cursor);
    if (isUnit(token, 'stage')) return readStage(cursor, start);
    const number = token?.kind === 'number' || (token?.kind === 'word' && token.word?.is === 'ordinal');
    const plain = token?.kind === 'word' && (token.word === null || isLemma(token, ...labelLemmas));
    if (!plain && !(number && isStageNear(cursor))) break;
    cursor.at++;
  }
  const label = printed(cursor, start);
  if (!label || !takeSign(cursor, ':', '-')) return null;
  const followed = peek(cursor)?.kind;
  const onlyTerm = isLemma(cursor.tokens[start], 'срок', 'период');
  return followed && followed !== 'sign' ? (onlyTerm ? '' : label) : null;
}

const isStageNear = (cursor: Cursor): boolean =>
  isUnit(peek(cursor, 1), 'stage') || isUnit(peek(cursor, 2), 'stage') || isUnit(peek(cursor, -1), 'stage');

function readStage(cursor: Cursor, start: number): string {
  takeUnit(cursor, 'stage');
  attempt(cursor, (inner) =>
    takeOrdinal(inner) !== null && isSign(peek(inner), ':', '-', '(', '.') ? true : null,
  );
  attempt(cursor, skipBrackets);
  const label = printed(cursor, start);
  takeSign(cursor, ':', '-', '.');
  return label;
}

function skipBrackets(cursor: Cursor): true | null {
  if (!takeSign(cursor, '(')) return null;
  for (let words = 0; words < 6 && peek(cursor)?.kind === 'word'; words++) cursor.at++;
  return takeSign(cursor, ')') ? true : null;
}

const noise = [
  'и',
  'или',
  'но',
  'далее',
  'срок',
  'период',
  'включительно',
  'весьма',
  'час',
  'исполнение',
] as const;

/** Signs, times of day, days of the week beside a date: nothing that a deadline is made of. */
function skipNoise(cursor: Cursor): boolean {
  const start = cursor.at;
  const token = peek(cursor);
  const next = peek(cursor, 1);
  const preposition = isLemma(token, 'в', 'с', 'до', 'по', 'к');
  const timeNext = next?.kind === 'time' || (next?.kind === 'number' && isLemma(peek(cursor, 2), 'час'));
  const before = peek(cursor, -1);
  const dated = (before?.kind === 'date' && before.year !== null) || isUnit(before, 'year');
  const dateLikeTime = isLemma(token, 'в') && dated && next?.kind === 'date' && next.year === null;
  if (preposition && (timeNext || dateLikeTime)) cursor.at += 2;
  else if (token?.kind === 'number' && isLemma(next, 'час')) cursor.at += 2;
  else if (token?.kind === 'time' || (isLemma(token, ...noise) && !namesPlanPeriod(cursor))) cursor.at++;
  else if (token?.kind === 'sign') cursor.at += isNumberSign(cursor) && next?.kind === 'number' ? 2 : 1;
  return cursor.at > start;
}

/** «период реализации дорожной карты» is a term, «срок исполнения – 5 мая» only introduces one. */
const namesPlanPeriod = (cursor: Cursor): boolean =>
  isLemma(peek(cursor), 'период', 'срок') &&
  isLemma(peek(cursor, 1), 'исполнение') &&
  peek(cursor, 2)?.kind === 'word';

const isNumberSign = (cursor: Cursor): boolean => {
  const token = peek(cursor);
  return token !== undefined && cursor.text.slice(token.from, token.to) === '№';
};
