import {
  attempt,
  firstOf,
  isLemma,
  isSign,
  peek,
  takeCount,
  takeLemma,
  takeSign,
  takeUnit,
} from './deadline-cursor.ts';
import type { Cursor } from './deadline-cursor.ts';
import { readBareMark, readMark } from './deadline-marks.ts';
import type { Item, Mark } from './deadline-syntax.ts';

type Span = Extract<Item, { item: 'span' }>;

/** Dates, ranges and lists of them: «13–17.02.2023», «с 1 по 15 марта», «до 10.02», «февраль/август». */
export function readSpans(cursor: Cursor): readonly Item[] | null {
  return firstOf<readonly Item[]>(cursor, [
    (inner) => listOf(readPastYears(inner)),
    (inner) => listOf(readFromTo(inner)),
    (inner) => listOf(readSince(inner)),
    readUntil,
    readMarkList,
  ]);
}

const listOf = (item: Item | null): readonly Item[] | null => item && [item];

/** «за последние 3 года». */
function readPastYears(cursor: Cursor): Item | null {
  takeLemma(cursor, 'за', 'в');
  if (!takeLemma(cursor, 'последний', 'прошлый')) return null;
  const count = takeCount(cursor);
  return count !== null && count <= 20 && takeUnit(cursor, 'year') ? { item: 'past-years', count } : null;
}

/** «с 1 по 15 марта», «с сентября до конца года», «в период с … по …». */
function readFromTo(cursor: Cursor): Item | null {
  takeOpening(cursor);
  if (!takeLemma(cursor, 'с', 'от')) return null;
  const from = readMark(cursor) ?? readBareMark(cursor);
  takeSign(cursor, ',', '.');
  if (!from || !(takeLemma(cursor, 'по', 'до') || takeSign(cursor, '-'))) return null;
  takeLemma(cursor, 'по', 'до');
  const to = readMark(cursor);
  if (!to) return null;
  takeLemma(cursor, 'включительно');
  return { item: 'span', from: from.mark === 'bare' ? likeNeighbour(from, to) : from, to };
}

/** «с марта 2024 г.», «начиная с 2023 года», «2024 г. и далее». */
function readSince(cursor: Cursor): Item | null {
  takeLemma(cursor, 'начиная');
  const opened =
    takeLemma(cursor, 'с') ||
    attempt(cursor, (inner) => (takeLemma(inner, 'не') && takeLemma(inner, 'рано') ? true : null)) !== null;
  const mark = readMark(cursor);
  if (!mark) return null;
  const further = attempt(cursor, (inner) => {
    takeSign(inner, ',');
    takeLemma(inner, 'и');
    return takeLemma(inner, 'далее') || null;
  });
  return opened || further ? { item: 'since', mark } : null;
}

/** «до 10.02», «не позднее 15 ноября», «в срок до …», «к 1 сентября», «до начала учебного года». */
function readUntil(cursor: Cursor): readonly Item[] | null {
  if (takeLemma(cursor, 'в')) takeLemma(cursor, 'срок');
  else takeLemma(cursor, 'срок');
  const notLater = attempt(cursor, (inner) =>
    takeLemma(inner, 'не') && takeLemma(inner, 'поздно') ? true : null,
  );
  if (notLater) takeSign(cursor, ',');
  takeLemma(cursor, 'чем');
  const until = takeLemma(cursor, 'до', 'к', 'по', 'перед');
  if (!notLater && !until) return null;
  const first = readMark(cursor);
  const mark =
    first && (attempt(cursor, (inner) => (takeSign(inner, '-') ? readMark(inner) : null)) ?? first);
  if (!mark) return null;
  const said = takeLemma(cursor, 'включительно');
  const stretch = mark.mark === 'day' || mark.part?.part === 'end' || mark.part?.part === 'middle';
  const item: Item = { item: 'until', mark, included: said || notLater !== null || stretch };
  const more: Item[] = [];
  for (let next = attempt(cursor, readFurtherDay); next !== null; next = attempt(cursor, readFurtherDay))
    more.push({ item: 'until', mark: next, included: true });
  return mark.mark === 'day' ? [item, ...more] : [item];
}

/** «до 1 июня и 1 декабря»: each of the days is a last one. */
function readFurtherDay(cursor: Cursor): Mark | null {
  if (!takeSign(cursor, ',') && !takeLemma(cursor, 'и')) return null;
  const mark = readMark(cursor);
  return mark?.mark === 'day' && !isSign(peek(cursor), '-') && !isLemma(peek(cursor), 'по') ? mark : null;
}

// Longer lists of bare numbers are not dates.
const listLengthMax = 12;

/** «март», «в феврале – марте 2023», «15, 20 и 25 мая», «I–II кварталы», «в течение года». */
function readMarkList(cursor: Cursor): readonly Span[] | null {
  takeOpening(cursor);
  const spans: Span[] = [];
  for (let length = 0; length < listLengthMax; length++) {
    const from = readMark(cursor) ?? readBareMark(cursor);
    const to = from && (attempt(cursor, (inner) => readRangeEnd(inner, from)) ?? from);
    if (!to) return null;
    spans.push({ item: 'span', from, to });
    if (to.mark !== 'bare') return explainBare(spans, to);
    if (!takeSign(cursor, ',', '/', ';') && !takeLemma(cursor, 'и', 'или')) return null;
  }
  return null;
}

function readRangeEnd(cursor: Cursor, from: Mark): Mark | null {
  takeSign(cursor, '.');
  if (!takeSign(cursor, '-') && !takeLemma(cursor, 'по')) return null;
  takeLemma(cursor, 'до', 'по');
  return readMark(cursor) ?? (from.mark === 'bare' ? readBareMark(cursor) : null);
}

/** «в», «в течение», «на период», «за»: how a stretch of time is introduced. */
function takeOpening(cursor: Cursor): void {
  if (takeLemma(cursor, 'в', 'на', 'за')) {
    takeLemma(cursor, 'течение');
    takeLemma(cursor, 'период', 'срок', 'время');
    takeLemma(cursor, 'весь');
  } else takeLemma(cursor, 'течение', 'период', 'весь');
  if (isLemma(peek(cursor), 'срок')) cursor.at++;
}

/** A bare number is of the kind of the mark that ends its list. */
function explainBare(spans: readonly Span[], model: Mark): readonly Span[] {
  const explain = (mark: Mark): Mark => (mark.mark === 'bare' ? likeNeighbour(mark, model) : mark);
  return spans.map((span) => ({ item: 'span', from: explain(span.from), to: explain(span.to) }));
}

function likeNeighbour(bare: Extract<Mark, { mark: 'bare' }>, model: Mark): Mark {
  const { value } = bare;
  switch (model.mark) {
    case 'day':
      return { ...model, day: value };
    case 'quarter':
    case 'half-year':
    case 'term':
      return { ...model, number: value };
    case 'month':
      return model.part && 'number' in model.part
        ? { ...model, part: { ...model.part, number: value } }
        : { mark: 'day', day: value, month: model.month, year: model.year, part: null };
    case 'holidays':
    case 'season':
    case 'year':
    case 'years':
    case 'bare':
      return bare;
    default:
      return model satisfies never;
  }
}
