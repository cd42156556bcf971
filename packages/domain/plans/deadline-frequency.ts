import type { Cycle, Recurrence } from './deadline.ts';
import { attempt, firstOf, isLemma, isUnit, peek, takeCount, takeLemma } from './deadline-cursor.ts';
import { takeOrdinal, takeSign, takeUnit, type Cursor } from './deadline-cursor.ts';
import type { Unit } from './deadline-words.ts';
import type { Item } from './deadline-syntax.ts';

/** «ежемесячно», «не реже 2 раз в год», «каждую среду», «вторая среда месяца», «25 числа каждого месяца». */
export function readFrequency(cursor: Cursor): Item | null {
  return firstOf(cursor, [
    readOnce,
    readTimes,
    readAdverb,
    readEvery,
    readWeekdayOfMonth,
    readWeekdayList,
    readEdgeOfEvery,
    readDayOfMonth,
  ]);
}

export const plainRecurrence: Recurrence = {
  every: 'month',
  interval: 1,
  timesInPeriod: 1,
  dayOfMonth: null,
  followingMonth: false,
  weekday: null,
  otherWeekdays: [],
  weekOfMonth: null,
  months: [],
};

export function everyCycle(every: Cycle, changes: Partial<Recurrence> = {}): Item {
  return { item: 'frequency', recurrence: { ...plainRecurrence, every, ...changes } };
}

const cycleOfUnit: Readonly<Record<Unit, { readonly every: Cycle; readonly interval: number } | null>> = {
  day: { every: 'day', interval: 1 },
  week: { every: 'week', interval: 1 },
  decade: { every: 'day', interval: 10 },
  month: { every: 'month', interval: 1 },
  quarter: { every: 'quarter', interval: 1 },
  term: { every: 'school-quarter', interval: 1 },
  trimester: { every: 'school-quarter', interval: 1 },
  'half-year': { every: 'half-year', interval: 1 },
  year: { every: 'year', interval: 1 },
  half: null,
  stage: null,
};

/** A year or a number of an office is no count of times. */
const isCount = (value: number): boolean => value >= 1 && value <= 31;

/** «один раз за период реализации», «разово»: any day of the plan. */
function readOnce(cursor: Cursor): Item | null {
  if (takeLemma(cursor, 'разово')) return { item: 'whole-plan' };
  if (takeCount(cursor) === null || !takeLemma(cursor, 'раз') || !takeLemma(cursor, 'за')) return null;
  takeLemma(cursor, 'весь');
  return takeLemma(cursor, 'период', 'срок') ? { item: 'whole-plan' } : null;
}

/** «[не реже] 1–2 раза в [учебный] год», «раз в два года», «дважды в год». */
function readTimes(cursor: Cursor): Item | null {
  attempt(cursor, (inner) => (takeLemma(inner, 'не') && takeLemma(inner, 'редко') ? true : null));
  takeLemma(cursor, 'редко');
  takeLemma(cursor, 'чем');
  const twice = peek(cursor);
  const adverb = twice?.kind === 'word' && ['дважды', 'трижды', 'однажды'].includes(twice.text);
  const least = takeCount(cursor);
  if (least !== null) attempt(cursor, (inner) => (takeSign(inner, '-') ? takeCount(inner) : null));
  if (!adverb && !takeLemma(cursor, 'раз')) return null;
  if (!takeLemma(cursor, 'в', 'за', 'на') && !takeSign(cursor, '/')) return null;
  takeLemma(cursor, 'течение');
  takeLemma(cursor, 'каждый');
  const interval = takeCount(cursor) ?? 1;
  takeLemma(cursor, 'учебный', 'календарный');
  const unit = takeUnit(
    cursor,
    'day',
    'week',
    'decade',
    'month',
    'quarter',
    'term',
    'trimester',
    'half-year',
    'year',
  );
  const cycle = unit && cycleOfUnit[unit];
  if (!cycle || !isCount(interval) || !isCount(least ?? 1)) return null;
  return everyCycle(cycle.every, {
    interval: interval * cycle.interval,
    timesInPeriod: Math.max(1, least ?? 1),
  });
}

function readAdverb(cursor: Cursor): Item | null {
  const token = peek(cursor);
  if (token?.kind !== 'word' || token.word?.is !== 'every') return null;
  cursor.at++;
  return everyCycle(token.word.value);
}

/** «каждый месяц», «каждые две недели», «каждую вторую пятницу месяца», «по итогам каждой четверти». */
function readEvery(cursor: Cursor): Item | null {
  takeLemma(cursor, 'по', 'на', 'в');
  takeLemma(cursor, 'итог', 'результат', 'завершение', 'окончание', 'конец');
  if (!takeLemma(cursor, 'каждый')) return null;
  const weekday = attempt(cursor, readWeekdayOfMonth) ?? attempt(cursor, readWeekday);
  if (weekday) return weekday;
  const interval = takeCount(cursor) ?? 1;
  takeLemma(cursor, 'учебный', 'календарный');
  const unit = takeUnit(
    cursor,
    'day',
    'week',
    'decade',
    'month',
    'quarter',
    'term',
    'trimester',
    'half-year',
    'year',
  );
  const cycle = unit && cycleOfUnit[unit];
  return cycle && isCount(interval) ? everyCycle(cycle.every, { interval: interval * cycle.interval }) : null;
}

function readWeekday(cursor: Cursor): Item | null {
  const days = takeWeekdays(cursor);
  if (days === null) return null;
  takeUnit(cursor, 'month');
  return everyCycle('week', onWeekdays(days));
}

/** Days of the week as a recurrence keeps them: each said once. */
export function onWeekdays(
  days: readonly number[],
): Pick<Recurrence, 'weekday' | 'otherWeekdays' | 'timesInPeriod'> {
  const [weekday = null, ...otherWeekdays] = new Set(days);
  return { weekday, otherWeekdays, timesInPeriod: Math.max(1, otherWeekdays.length + 1) };
}

/** «вторник», «вторник и четверг», «понедельник, среда, пятница». */
function takeWeekdays(cursor: Cursor): readonly number[] | null {
  const first = takeWeekday(cursor);
  if (first === null) return null;
  const days = [first];
  for (;;) {
    const next = attempt(cursor, (inner) => {
      takeSign(inner, ',', '/');
      takeLemma(inner, 'и');
      takeLemma(inner, 'по');
      return takeWeekday(inner);
    });
    if (next === null) return days;
    days.push(next);
  }
}

/** «вторая среда [каждого] месяца», «последняя пятница месяца»; of «1-й и 3-й четверг» their number is kept. */
function readWeekdayOfMonth(cursor: Cursor): Item | null {
  const weekOfMonth = takeOrdinal(cursor);
  const second = attempt(cursor, (inner) =>
    takeLemma(inner, 'и') || takeSign(inner, ',') ? takeOrdinal(inner) : null,
  );
  const weekday = takeWeekday(cursor);
  if (weekOfMonth === null || weekday === null || weekOfMonth > 5) return null;
  if (second !== null) {
    takeUnit(cursor, 'month');
    return everyCycle('month', { weekday, timesInPeriod: 2 });
  }
  takeLemma(cursor, 'каждый');
  takeUnit(cursor, 'month');
  return everyCycle('month', { weekday, weekOfMonth });
}

/** «по средам», «по вторникам и четвергам». */
function readWeekdayList(cursor: Cursor): Item | null {
  const days = takeLemma(cursor, 'по') ? takeWeekdays(cursor) : null;
  return days && everyCycle('week', onWeekdays(days));
}

/** «в конце каждой четверти», «в начале каждого месяца», «в последнюю неделю каждого месяца». */
function readEdgeOfEvery(cursor: Cursor): Item | null {
  takeLemma(cursor, 'до', 'в', 'на');
  const edge = takeLemma(cursor, 'начало')
    ? 'start'
    : takeLemma(cursor, 'конец')
      ? 'end'
      : readEdgeUnit(cursor);
  if (!edge) return null;
  const item = isLemma(peek(cursor), 'каждый') ? readEvery(cursor) : readMonthItself(cursor);
  if (item?.item !== 'frequency') return null;
  const early = edge !== 'end' && item.recurrence.every === 'month';
  return early ? everyCycle('month', { ...item.recurrence, dayOfMonth: firstDecadeEnd }) : item;
}

const firstDecadeEnd = 10;

/** «первая неделя», «последняя декада»; said of «месяца» it is of every month. */
function readEdgeUnit(cursor: Cursor): 'first' | 'end' | null {
  const number = takeOrdinal(cursor);
  takeLemma(cursor, 'рабочий');
  return takeUnit(cursor, 'week', 'decade', 'day') ? (number === 1 ? 'first' : 'end') : null;
}

function readMonthItself(cursor: Cursor): Item | null {
  const weekOrDecade = isUnit(peek(cursor, -1), 'week', 'decade', 'day');
  return weekOrDecade && takeUnit(cursor, 'month') ? everyCycle('month') : null;
}

/**
 * «[до] 5 числа [каждого месяца]», «25-го ежемесячно», «до 10 числа месяца, следующего за отчётным [кварталом]».
 * Without «каждого» it is the day of a frequency said beside it.
 */
function readDayOfMonth(cursor: Cursor): Item | null {
  attempt(cursor, (inner) => (takeLemma(inner, 'не') && takeLemma(inner, 'поздно') ? true : null));
  attempt(cursor, (inner) => (takeLemma(inner, 'с') && takeCount(inner) !== null ? true : null));
  takeLemma(cursor, 'до', 'к', 'по');
  const token = peek(cursor);
  const day = takeCount(cursor);
  if (day === null || day < 1 || day > 31 || token?.kind !== 'number') return null;
  const named = takeLemma(cursor, 'число');
  if (attempt(cursor, takeEveryMonth)) return everyCycle('month', { dayOfMonth: day });
  const reported = attempt(cursor, takeFollowingMonth);
  const followingMonth = reported !== null;
  if (reported === 'quarter' || reported === 'half-year' || reported === 'year')
    return everyCycle(reported, { dayOfMonth: day, followingMonth });
  const spelled = cursor.text.slice(token.from, token.to).length > String(day).length;
  if (!named && !spelled && !followingMonth) return null;
  return { item: 'month-day', day, followingMonth };
}

const takeEveryMonth = (cursor: Cursor): true | null =>
  takeLemma(cursor, 'каждый') && takeUnit(cursor, 'month') ? true : null;

/** «[месяца,] следующего [за отчётным [кварталом]]», «следующего месяца». */
function takeFollowingMonth(cursor: Cursor): 'month' | 'quarter' | 'half-year' | 'year' | null {
  const monthFirst = takeUnit(cursor, 'month') !== null;
  takeSign(cursor, ',');
  if (!takeLemma(cursor, 'следующий')) return null;
  if (!monthFirst && !isUnit(peek(cursor), 'month')) return null;
  takeUnit(cursor, 'month');
  if (takeLemma(cursor, 'за')) {
    takeLemma(cursor, 'отчетный');
    if (!takeLemma(cursor, 'период'))
      return takeUnit(cursor, 'quarter', 'half-year', 'year', 'month') ?? 'month';
  }
  return 'month';
}

export function takeWeekday(cursor: Cursor): number | null {
  const token = peek(cursor);
  if (token?.kind !== 'word' || token.word?.is !== 'weekday') return null;
  cursor.at++;
  return token.word.value;
}
