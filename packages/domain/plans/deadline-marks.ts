import { attempt, firstOf, isLemma, isSign, isUnit, peek, takeCount, takeLemma } from './deadline-cursor.ts';
import { takeOrdinal, takeSign, takeUnit, type Cursor } from './deadline-cursor.ts';
import type { Mark, Part, YearRef } from './deadline-syntax.ts';
import type { Token } from './deadline-tokens.ts';

/** «15.02.2023», «март 2023», «конец марта», «II квартал», «2022/23 уч. г.» … Years may be missing. */
export function readMark(cursor: Cursor): Mark | null {
  return attempt(cursor, (inner) => {
    takeLemma(inner, 'весьма');
    const part = attempt(inner, readPart);
    const mark = firstOf(inner, markRules);
    if (!mark) return null;
    return part ? { ...mark, part } : mark;
  });
}

/** A number that a neighbour explains: the first of «13–17 февраля», «1 и 3 квартал». */
export function readBareMark(cursor: Cursor): Mark | null {
  const token = peek(cursor);
  const value = attempt(cursor, takeOrdinal);
  const isDay = token?.kind !== 'number' || (token.value >= 1 && token.value <= 31);
  return value !== null && value > 0 && isDay ? { mark: 'bare', value, year: null, part: null } : null;
}

const markRules: readonly ((cursor: Cursor) => Mark | null)[] = [
  readDate,
  readDayOfMonth,
  readMonth,
  readQuarter,
  readHalfYear,
  readTerm,
  readHolidays,
  readYears,
  readYear,
  readSeason,
];

function readDate(cursor: Cursor): Mark | null {
  const token = peek(cursor);
  if (token?.kind !== 'date') return null;
  cursor.at++;
  const year: YearRef | null = token.year === null ? readYearAfter(cursor) : calendar(token.year);
  takeUnit(cursor, 'year');
  return { mark: 'day', day: token.day, month: token.month, year, part: null };
}

function readDayOfMonth(cursor: Cursor): Mark | null {
  const day = takeOrdinal(cursor);
  takeLemma(cursor, 'число');
  const month = takeMonth(cursor);
  if (day === null || day < 1 || day > 31 || month === null) return null;
  return { mark: 'day', day, month, year: readYearAfter(cursor), part: null };
}

function readMonth(cursor: Cursor): Mark | null {
  const token = peek(cursor);
  if (token?.kind === 'month-year') {
    cursor.at++;
    takeUnit(cursor, 'year');
    return { mark: 'month', month: token.month, year: calendar(token.year), part: null };
  }
  const month = takeMonth(cursor);
  if (month === null) return null;
  takeUnit(cursor, 'month');
  return { mark: 'month', month, year: readYearAfter(cursor), part: null };
}

function readQuarter(cursor: Cursor): Mark | null {
  const printed = takeOrdinal(cursor);
  // A scan gives «11» and «111» for «II» and «III».
  const number = printed === 11 ? 2 : printed === 111 ? 3 : printed;
  if (number === null || number < 1 || number > 4 || !takeUnit(cursor, 'quarter')) return null;
  return { mark: 'quarter', number, year: readYearAfter(cursor), part: null };
}

function readHalfYear(cursor: Cursor): Mark | null {
  const number = takeOrdinal(cursor);
  if (number !== 1 && number !== 2) return null;
  const school = takeLemma(cursor, 'учебный');
  if (takeUnit(cursor, 'half-year')) {
    const year = readYearAfter(cursor) ?? (school ? planYear(true) : null);
    return { mark: 'half-year', number, year, part: null };
  }
  if (!takeUnit(cursor, 'half')) return null;
  const whole = firstOf(cursor, [readYears, readYear]);
  if (whole?.mark === 'year')
    return { mark: 'half-year', number, year: whole.year ?? planYear(whole.school), part: null };
  return null;
}

function readTerm(cursor: Cursor): Mark | null {
  const number = takeOrdinal(cursor);
  takeLemma(cursor, 'учебный');
  const unit = takeUnit(cursor, 'term', 'trimester');
  if (number === null || number < 1 || number > 4 || !unit) return null;
  const kind = unit === 'term' ? 'term' : 'trimester';
  return { mark: 'term', kind, number, year: readYearAfter(cursor), part: null };
}

function readHolidays(cursor: Cursor): Mark | null {
  takeUnit(cursor, 'day');
  const token = peek(cursor);
  if (token?.kind !== 'word' || token.word?.is !== 'season') return null;
  cursor.at++;
  takeLemma(cursor, 'школьный');
  if (!takeLemma(cursor, 'каникулы') && !isSeasonShared(cursor)) return null;
  return { mark: 'holidays', season: token.word.value, year: readYearAfter(cursor), part: null };
}

/** «осенние, зимние и весенние каникулы»: the noun stands after the last. */
function isSeasonShared(cursor: Cursor): boolean {
  for (let ahead = 0; ahead < 8; ahead += 2) {
    const [sign, season] = [peek(cursor, ahead), peek(cursor, ahead + 1)];
    const joined = isLemma(sign, 'и') || isSign(sign, ',', '/');
    if (!joined || season?.kind !== 'word' || season.word?.is !== 'season') return false;
    if (isLemma(peek(cursor, ahead + 2), 'каникулы')) return true;
  }
  return false;
}

function readSeason(cursor: Cursor): Mark | null {
  const token = peek(cursor);
  if (token?.kind !== 'word' || token.word?.is !== 'season') return null;
  cursor.at++;
  takeLemma(cursor, 'период', 'время');
  return { mark: 'season', season: token.word.value, year: readYearAfter(cursor), part: null };
}

/** «2022/2023», «2022–2023 учебный год», «2021–2023 гг.»: a school year, or calendar years in a row. */
function readYears(cursor: Cursor): Mark | null {
  const token = peek(cursor);
  if (token?.kind !== 'years') return null;
  cursor.at++;
  const studyWord =
    isLemma(peek(cursor), 'учебный') || (isSign(peek(cursor), '.') && isLemma(peek(cursor, 1), 'учебный'));
  const plural = isYearsWord(peek(cursor));
  if (studyWord) cursor.at++;
  takeSign(cursor, '.');
  takeUnit(cursor, 'year');
  const school = token.last === token.first + 1 && (studyWord || (token.slash && !plural));
  if (school) return { mark: 'year', school: true, year: { of: 'school', start: token.first }, part: null };
  return { mark: 'years', first: token.first, last: token.last, year: null, part: null };
}

function readYear(cursor: Cursor): Mark | null {
  const shift = takeShift(cursor);
  const numbered = takeYearNumber(cursor);
  if (numbered !== null) {
    takeLemma(cursor, 'календарный');
    takeUnit(cursor, 'year');
    return { mark: 'year', school: false, year: calendar(numbered), part: null };
  }
  if (isLemma(peek(cursor), 'текущего-года')) {
    cursor.at++;
    return { mark: 'year', school: false, year: relative(0, false), part: null };
  }
  const school = takeLemma(cursor, 'учебный');
  takeLemma(cursor, 'календарный');
  if (!takeUnit(cursor, 'year')) return null;
  const named = school && shift === null ? attempt(cursor, readYears) : null;
  if (named !== null) return { ...named, mark: 'year', school: true, year: named.year ?? null };
  if (attempt(cursor, takeAfterReported))
    return { mark: 'year', school, year: relative(1, school), part: null };
  return { mark: 'year', school, year: shift === null ? null : relative(shift, school), part: null };
}

/** «до 15 января года, следующего за отчётным». */
function takeAfterReported(cursor: Cursor): true | null {
  takeSign(cursor, ',');
  if (!takeLemma(cursor, 'следующий') || !takeLemma(cursor, 'за')) return null;
  return takeLemma(cursor, 'отчетный') || null;
}

/** The year that follows a month or a day: «2023», «, 2023», «2022/23 уч. г.», «т.г.», «следующего года». */
function readYearAfter(cursor: Cursor): YearRef | null {
  return attempt(cursor, (inner) => {
    if (isSign(peek(inner), '.') && isLemma(peek(inner, 1), 'текущего-года')) inner.at++;
    if (takeSign(inner, ','))
      return isYearNumber(peek(inner)) ? (firstOf(inner, [readYear])?.year ?? null) : null;
    const bare = isUnit(peek(inner), 'year') && !isUnit(peek(inner, 1), 'year');
    if (bare && !(isSign(peek(inner, 1), ',') && isLemma(peek(inner, 2), 'следующий'))) return null;
    const mark = firstOf(inner, [readYears, readYear]);
    return mark?.mark === 'year' ? mark.year : null;
  });
}

/** «начало», «конец», «вторая половина», «первая декада», «третья неделя» in front of a longer stretch. */
function readPart(cursor: Cursor): Part | null {
  if (takeLemma(cursor, 'начало')) return { part: 'start' };
  if (takeLemma(cursor, 'середина')) return { part: 'middle' };
  // «по окончании года» is an event, «до окончания года» a day.
  const until = isLemma(peek(cursor, -1), 'до', 'к');
  if (takeLemma(cursor, 'конец') || (until && takeLemma(cursor, 'окончание'))) return { part: 'end' };
  const number = takeOrdinal(cursor);
  if (number === null) return null;
  const day = attempt(cursor, readWeekdayBeforeMonth);
  if (day !== null) return number > 5 ? null : { part: 'weekday', number, weekday: day };
  const unit = takeUnit(cursor, 'half', 'decade', 'week');
  if (unit === null || !isMonth(peek(cursor))) return null;
  return { part: unit === 'half' ? 'half' : unit === 'decade' ? 'decade' : 'week', number };
}

function readWeekdayBeforeMonth(cursor: Cursor): number | null {
  const token = peek(cursor);
  if (token?.kind !== 'word' || token.word?.is !== 'weekday' || !isMonth(peek(cursor, 1))) return null;
  cursor.at++;
  return token.word.value;
}

function takeMonth(cursor: Cursor): number | null {
  const token = peek(cursor);
  if (token?.kind !== 'word' || token.word?.is !== 'month') return null;
  cursor.at++;
  return token.word.value;
}

export function isMonth(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.word?.is === 'month';
}

function takeYearNumber(cursor: Cursor): number | null {
  const token = peek(cursor);
  if (!isYearNumber(token)) {
    const short = token?.kind === 'number' && token.value >= 10 && token.value < 100;
    if (!short || !isUnit(peek(cursor, 1), 'year')) return null;
    return 2000 + (takeCount(cursor) ?? 0);
  }
  return takeCount(cursor);
}

export function isYearNumber(token: Token | undefined): boolean {
  return token?.kind === 'number' && !token.roman && token.value >= 1990 && token.value <= 2100;
}

const isYearsWord = (token: Token | undefined): boolean =>
  token?.kind === 'word' && ['гг', 'годы', 'годов', 'годах', 'годам'].includes(token.text);

function takeShift(cursor: Cursor): number | null {
  if (takeLemma(cursor, 'текущий')) return 0;
  if (takeLemma(cursor, 'следующий')) return 1;
  if (takeLemma(cursor, 'новый')) return 1;
  if (takeLemma(cursor, 'прошлый')) return -1;
  return null;
}

const calendar = (year: number): YearRef => ({ of: 'calendar', year });
const relative = (shift: number, school: boolean): YearRef => ({ of: 'relative', shift, school });
const planYear = (school: boolean): YearRef | null => (school ? relative(0, true) : null);
