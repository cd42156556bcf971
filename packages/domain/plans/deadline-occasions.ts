import { attempt, firstOf, isLemma, isSign, isUnit, peek, printed, takeCount } from './deadline-cursor.ts';
import { takeLemma, takeSign, takeUnit, type Cursor } from './deadline-cursor.ts';
import { isMonth, isYearNumber } from './deadline-marks.ts';
import type { Item } from './deadline-syntax.ts';
import type { Token } from './deadline-tokens.ts';

/** Terms that another paper or an event gives: «по графику …», «по итогам …», «в течение 10 дней после …». */
export function readOccasion(cursor: Cursor): Item | null {
  return firstOf(cursor, [
    readActDay,
    readSchedule,
    readTermAfter,
    readTermBefore,
    readShortTerm,
    readAtOnce,
    readTrigger,
    readNamedOccasion,
  ]);
}

const scheduleNouns = [
  'график',
  'план',
  'расписание',
  'программа',
  'циклограмма',
  'регламент',
  'срок',
] as const;

function readSchedule(cursor: Cursor): Item | null {
  const named = firstOf(cursor, [readByPlan, readAccording, readSetTerms, readHeldPeriod]);
  if (!named) return null;
  return { item: 'schedule', owner: readName(cursor) };
}

/** «по [отдельному] графику», «по плану-графику работы». */
function readByPlan(cursor: Cursor): true | null {
  if (!takeLemma(cursor, 'по')) return null;
  for (let words = 0; words < 3 && !isLemma(peek(cursor), ...scheduleNouns); words++)
    if (peek(cursor)?.kind === 'word' && (!startsTerm(cursor) || isLemma(peek(cursor), 'индивидуально')))
      cursor.at++;
  return takeScheduleNoun(cursor);
}

function takeScheduleNoun(cursor: Cursor): true | null {
  if (!takeLemma(cursor, ...scheduleNouns)) return null;
  attempt(cursor, (inner) => (takeSign(inner, '-') && takeLemma(inner, ...scheduleNouns) ? true : null));
  attempt(cursor, (inner) =>
    takeSign(inner, '(') && takeLemma(inner, ...scheduleNouns) && takeSign(inner, ')') ? true : null,
  );
  attempt(cursor, (inner) =>
    takeUnit(inner, 'day') || peek(inner)?.kind !== 'word' ? null : workWord(inner),
  );
  return true;
}

/** «плану работы»: «работы» names nobody. */
function workWord(cursor: Cursor): true | null {
  const token = peek(cursor);
  if (token?.kind !== 'word' || !['работы', 'мероприятий', 'проведения'].includes(token.text)) return null;
  cursor.at++;
  return true;
}

function readAccording(cursor: Cursor): true | null {
  if (takeLemma(cursor, 'в') ? !takeLemma(cursor, 'соответствие') : !takeLemma(cursor, 'согласно'))
    return null;
  takeLemma(cursor, 'с');
  takeLemma(cursor, 'отдельный', 'установленный');
  attempt(cursor, takeScheduleNoun);
  return true;
}

/** «в установленные сроки», «в сроки, установленные …». */
function readSetTerms(cursor: Cursor): true | null {
  takeLemma(cursor, 'в');
  const set = takeLemma(cursor, 'установленный');
  if (!takeLemma(cursor, 'срок')) return null;
  takeSign(cursor, ',');
  return set || takeLemma(cursor, 'установленный') || takeLemma(cursor, 'проведение') ? true : null;
}

/** «в период проведения ВПР», «во время прохождения практики». */
function readHeldPeriod(cursor: Cursor): true | null {
  if (
    !takeLemma(cursor, 'в', 'на') ||
    !(takeLemma(cursor, 'период', 'время', 'ход') || takeUnit(cursor, 'day'))
  )
    return null;
  if (takeLemma(cursor, 'проведение')) return true;
  const token = peek(cursor);
  if (token?.kind !== 'word' || token.word?.is === 'season' || isUnit(peek(cursor, -1), 'day')) return null;
  return startsTerm(cursor) || isLemma(token, 'с', 'каникулы', 'школьный') ? null : true;
}

/** «со дня подписания», «с момента утверждения». */
function readActDay(cursor: Cursor): Item | null {
  if (!takeLemma(cursor, 'с')) return null;
  if (!takeLemma(cursor, 'момент') && !takeUnit(cursor, 'day')) return null;
  return takeLemma(cursor, 'подписание') ? { item: 'act-day' } : null;
}

/** «в течение 10 рабочих дней [после получения …]», «через неделю после …», «не позднее 3 дней со дня …». */
function readTermAfter(cursor: Cursor): Item | null {
  const opening =
    takeLemma(cursor, 'через') ||
    attempt(cursor, (inner) => (takeLemma(inner, 'в') && takeLemma(inner, 'течение') ? true : null)) ||
    attempt(cursor, takeNotLater);
  const length = opening ? attempt(cursor, takeLength) : null;
  if (!length || isLemma(peek(cursor), 'до')) return null;
  return event(attempt(cursor, readOrigin) ?? '', length.days, length.working);
}

/** «за 3 дня до начала», «не позднее [чем за] 5 дней до …». */
function readTermBefore(cursor: Cursor): Item | null {
  attempt(cursor, takeNotLater);
  takeLemma(cursor, 'чем');
  takeLemma(cursor, 'за');
  const length = attempt(cursor, takeLength);
  if (!length || !takeLemma(cursor, 'до')) return null;
  return event(readName(cursor), -length.days, length.working);
}

/** «в двухнедельный срок», «в 3-дневный срок со дня …». */
function readShortTerm(cursor: Cursor): Item | null {
  takeLemma(cursor, 'в');
  const count = takeCount(cursor);
  takeSign(cursor, '-');
  const token = peek(cursor);
  const days = durationOf(token, count);
  if (days === null) return null;
  cursor.at++;
  if (!takeLemma(cursor, 'срок')) return null;
  return event(attempt(cursor, readOrigin) ?? '', days, false);
}

function durationOf(token: Token | undefined, count: number | null): number | null {
  if (token?.kind !== 'word') return null;
  if (count !== null && token.text.startsWith('дневн')) return count;
  if (count !== null && token.word?.is === 'duration') return count * token.word.value;
  return token.word?.is === 'duration' ? token.word.value : null;
}

/** «незамедлительно», «в день получения». */
function readAtOnce(cursor: Cursor): Item | null {
  if (takeLemma(cursor, 'незамедлительно')) return event(readName(cursor), 0, false);
  const day = peek(cursor, 1);
  if (!takeLemma(cursor, 'в') || day?.kind !== 'word' || day.text !== 'день') return null;
  cursor.at++;
  const name = readName(cursor);
  return name ? event(name, 0, false) : null;
}

const triggerNouns =
  'итог результат мера факт запрос согласование завершение получение окончание конец ход проведение соответствие'.split(
    ' ',
  );

/** «по итогам …», «после …», «при наличии», «в случае …», «в связи с …», «до проведения …», «перед …». */
function readTrigger(cursor: Cursor): Item | null {
  const start = cursor.at;
  if (takeLemma(cursor, 'согласование')) return named(cursor, start);
  const preposition = peek(cursor);
  cursor.at++;
  const next = peek(cursor);
  if (isLemma(preposition, 'после', 'при', 'перед'))
    return next?.kind === 'word' ? named(cursor, start) : null;
  if (isLemma(preposition, 'по') && isLemma(next, ...triggerNouns)) return named(cursor, start);
  if (isLemma(preposition, 'в') && isLemma(next, 'случай', 'связь', 'ход')) return named(cursor, start);
  if (isLemma(preposition, 'в') && isSchoolOccasion(cursor)) return named(cursor, start);
  if (isLemma(preposition, 'с') && (isLemma(next, 'момент') || isUnit(next, 'day')))
    return named(cursor, start);
  const untilEvent =
    isLemma(preposition, 'до', 'к') && (isLemma(next, 'проведение', 'получение') || isOccasionNext(cursor));
  return untilEvent ? named(cursor, start) : null;
}

/** «в период каникул», «в конце четверти»: of every one of them. */
function isSchoolOccasion(cursor: Cursor): boolean {
  const [edge, what] = [peek(cursor), peek(cursor, 1)];
  if (isLemma(edge, 'период', 'время') || isUnit(edge, 'day')) return isLemma(what, 'каникулы', 'школьный');
  const ofTerm = isUnit(what, 'term', 'trimester', 'quarter', 'half-year') || isLemma(what, 'каникулы');
  return isLemma(edge, 'начало', 'середина', 'конец') && ofTerm;
}

/** «до [начала] ВПР». */
function isOccasionNext(cursor: Cursor): boolean {
  const at = isLemma(peek(cursor), 'начало', 'конец') ? 1 : 0;
  const token = peek(cursor, at);
  return (
    isLemma(token, 'occasion', 'каникулы', 'проведение') ||
    (at === 1 && token?.kind === 'word' && token.word === null)
  );
}

/** A school event said without a preposition: «выдача аттестатов», «ГИА», «каникулы». */
function readNamedOccasion(cursor: Cursor): Item | null {
  const start = cursor.at;
  for (let at = start; at < start + 10; at++) {
    const token = cursor.tokens[at];
    if (isLemma(token, 'occasion', 'каникулы')) {
      cursor.at = at + 1;
      return named(cursor, start);
    }
    const plainWord =
      token?.kind === 'word' && (token.word === null || isLemma(token, 'и', 'в', 'на', 'проведение'));
    if (!plainWord && !(isSign(token, ',') && at > start)) return null;
  }
  return null;
}

function takeNotLater(cursor: Cursor): true | null {
  return takeLemma(cursor, 'не') && takeLemma(cursor, 'поздно') ? true : null;
}

const daysOfUnit = { day: 1, week: 7, decade: 10, month: 30, 'half-year': 182, year: 365 } as const;

/** «(пяти)» after the figure. */
function takeSpelledCount(cursor: Cursor): true | null {
  return takeSign(cursor, '(') && takeCount(cursor) !== null && takeSign(cursor, ')') ? true : null;
}

/** «10 рабочих дней», «двух недель», «месяца». */
function takeLength(cursor: Cursor): { readonly days: number; readonly working: boolean } | null {
  const count = takeCount(cursor);
  if (count !== null) attempt(cursor, (inner) => (takeSign(inner, '-') ? takeCount(inner) : null));
  if (count !== null) attempt(cursor, takeSpelledCount);
  const signs = takeSign(cursor, '(');
  const working = takeLemma(cursor, 'рабочий');
  if (signs) takeSign(cursor, ')');
  takeLemma(cursor, 'календарный', 'учебный');
  const unit = takeUnit(cursor, 'day', 'week', 'decade', 'month', 'half-year', 'year');
  if (!unit || (unit === 'year' && (count === null || count > 20)) || (count ?? 1) > 366) return null;
  return { days: (count ?? 1) * daysOfUnit[unit], working };
}

/** «после получения …», «со дня утверждения …», «с момента …»; the act's own signing gives ''. */
function readOrigin(cursor: Cursor): string | null {
  if (takeLemma(cursor, 'после')) return readName(cursor);
  if (!takeLemma(cursor, 'с')) return null;
  if (!takeLemma(cursor, 'момент')) takeUnit(cursor, 'day');
  return readName(cursor);
}

function named(cursor: Cursor, start: number): Item | null {
  readName(cursor);
  const name = printed(cursor, start);
  return name ? event(name, null, false) : null;
}

/** Words up to the end of the phrase or to where another term begins after a sign. */
function readName(cursor: Cursor): string {
  const start = cursor.at;
  for (let token = peek(cursor); token; token = peek(cursor)) {
    if (isSign(token, '(') && !startsTermAt(cursor, 1) && attempt(cursor, takeBrackets)) continue;
    if (isSign(token, ';', '(', ')', ':')) break;
    if (isSign(token, ',', '.', '-', '/') && startsTermAt(cursor, 1)) break;
    if (token.kind === 'date' || token.kind === 'years' || (cursor.at > start && isMonth(token))) break;
    if (token.kind === 'word' && token.word?.is === 'every') break;
    cursor.at++;
  }
  while (cursor.at > start && isSign(cursor.tokens[cursor.at - 1], '.', ',', '-', '/')) cursor.at--;
  const text = printed(cursor, start);
  while (isSign(peek(cursor), '.', ',') && !startsTermAt(cursor, 1)) cursor.at++;
  return text;
}

/** «(с куратором)». */
function takeBrackets(cursor: Cursor): true | null {
  for (let words = 0; words < 8 && !isSign(peek(cursor), ')', ';'); words++) cursor.at++;
  return takeSign(cursor, ')') ? true : null;
}

const startsTerm = (cursor: Cursor): boolean => startsTermAt(cursor, 0);

/** Whether a word ahead can only begin a new term. One word is looked at, so that reading stays linear. */
function startsTermAt(cursor: Cursor, ahead: number): boolean {
  const token = peek(cursor, ahead);
  if (!token || token.kind === 'date' || token.kind === 'years') return true;
  if (token.kind === 'number') return isYearNumber(token) || token.roman;
  if (token.kind !== 'word' || !token.word) return false;
  if (token.word.is === 'month' || token.word.is === 'every') return true;
  if (isLemma(token, 'каждый', 'индивидуально', 'постоянно', 'после', 'согласно', 'далее')) return true;
  return isLemma(token, 'до', 'не', 'по', 'в', 'но') && peek(cursor, ahead + 1)?.kind !== 'sign' && ahead > 0;
}

const event = (name: string, offsetDays: number | null, workingDays: boolean): Item => ({
  item: 'event',
  event: { name, offsetDays, workingDays },
});
