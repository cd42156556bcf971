import { z } from 'zod';
import type { AwaitedInstance, AwaitedRow } from './awaited-row.ts';
import type { ScheduleEvent } from './schedule-event.ts';
import { type SchoolWords, schoolsNamed, schoolWordsOf } from './schools-named.ts';

/** Which row of the plan an event answers, and for which of its schools; `schoolIds` null: for all of them. */
export const ScheduleAnswer = z.object({
  activityId: z.uuid(),
  schoolIds: z.array(z.uuid()).max(1000).nullable(),
});
export type ScheduleAnswer = z.infer<typeof ScheduleAnswer>;

/** Why a person should look at the answer. */
export const MatchDoubt = z.enum([
  /** The words are alike, and not the same. */
  'words-alike',
  /** Another row of the plan is as much alike. */
  'several-rows',
  /** The number is the row's, the words are not. */
  'number-only',
  /** The event names no school; each school of the row gets the date. */
  'all-schools',
  /** Somebody entered another date already. */
  'other-date',
]);
export type MatchDoubt = z.infer<typeof MatchDoubt>;

export type ScheduleMatch = {
  readonly answer: ScheduleAnswer;
  readonly doubts: readonly MatchDoubt[];
  /** Sure enough to be taken unless a person says otherwise. */
  readonly isTaken: boolean;
};

type Words = ReadonlySet<string>;

const sure = 0.8;
const taken = 0.55;
const offered = 0.35;
/** By how much the best row has to be ahead. */
const lead = 0.1;

/**
 * What each event of a schedule answers among the rows that wait for a date: by the printed number, by the words of the titles (rare ones
 * weigh more), and by the schools that the event names. Null: nothing is near enough; a person chooses.
 */
export function matchSchedule(
  events: readonly ScheduleEvent[],
  rows: readonly AwaitedRow[],
): Map<string, ScheduleMatch | null> {
  const index = indexOf(rows);
  const schools = schoolWordsOf(
    rows.flatMap(({ instances }) =>
      instances.flatMap(({ schoolId, schoolName }) =>
        schoolId === null || schoolName === null ? [] : [{ id: schoolId, name: schoolName }],
      ),
    ),
  );
  return new Map(events.map((event) => [event.key, matchEvent(event, index, schools)]));
}

type Scored = { readonly row: AwaitedRow; readonly likeness: number; readonly isNumbered: boolean };

function matchEvent(
  event: ScheduleEvent,
  index: RowIndex,
  schools: readonly SchoolWords[],
): ScheduleMatch | null {
  const [best, next] = scoredRows(event, index);
  if (best === undefined || (!best.isNumbered && best.likeness < offered)) return null;
  const doubts: MatchDoubt[] = [];
  const isTied = !best.isNumbered && next !== undefined && best.likeness - next.likeness < lead;
  if (isTied) doubts.push('several-rows');
  if (best.isNumbered && best.likeness < offered) doubts.push('number-only');
  else if (best.likeness < sure) doubts.push('words-alike');
  const schoolIds = schoolsOf(event, best.row, schools);
  if (schoolIds === null && best.row.instances.length > 1) doubts.push('all-schools');
  const answer = { activityId: best.row.activityId, schoolIds };
  const isDatedElse = instancesFor(best.row, answer).some((instance) => !holds(instance, event));
  if (isDatedElse) doubts.push('other-date');
  const isTaken =
    !isDatedElse && !isTied && (best.isNumbered ? best.likeness >= offered : best.likeness >= taken);
  return { answer, doubts, isTaken };
}

/** Rows that share a word or the number with the event, the nearest first. */
function scoredRows(event: ScheduleEvent, { rows, byWord, byNo, weigh }: RowIndex): Scored[] {
  const words = wordsOf(event.title);
  const common = new Map<IndexedRow, number>();
  for (const word of words) {
    for (const row of byWord.get(word) ?? []) common.set(row, (common.get(row) ?? 0) + weigh(word) ** 2);
  }
  const numbered = new Set(event.no === null ? [] : (byNo.get(trimNo(event.no)) ?? []));
  const own = sizeOf(words, weigh);
  return rows
    .filter((row) => common.has(row) || numbered.has(row))
    .map((row) => ({
      row: row.row,
      likeness: (common.get(row) ?? 0) / Math.max(Number.EPSILON, own * row.size),
      isNumbered: numbered.has(row),
    }))
    .toSorted((a, b) => Number(b.isNumbered) - Number(a.isNumbered) || b.likeness - a.likeness);
}

/** Schools of the row that the event names; null: none, or the row is not asked of schools one by one. */
function schoolsOf(event: ScheduleEvent, row: AwaitedRow, schools: readonly SchoolWords[]): string[] | null {
  const own = new Set(row.instances.flatMap(({ schoolId }) => schoolId ?? []));
  if (own.size === 0) return null;
  const named = schoolsNamed(`${event.title}\n${event.about}`, schools).filter((id) => own.has(id));
  return named.length === 0 ? null : named;
}

/** No date is entered yet, or one that has the event in it: a schedule brought a second time. */
const holds = ({ startsOn, dueOn }: AwaitedInstance, event: ScheduleEvent): boolean =>
  dueOn === null || ((startsOn ?? dueOn) <= event.startsOn && event.endsOn <= dueOn);

export function instancesFor(row: AwaitedRow, { schoolIds }: ScheduleAnswer): AwaitedInstance[] {
  return row.instances.filter(
    ({ schoolId }) => schoolIds === null || (schoolId !== null && schoolIds.includes(schoolId)),
  );
}

const trimNo = (no: string): string => no.replaceAll(/\s/g, '').replace(/\.$/, '');

type IndexedRow = { readonly row: AwaitedRow; readonly words: Words; readonly size: number };
type RowIndex = {
  readonly rows: readonly IndexedRow[];
  readonly byWord: ReadonlyMap<string, readonly IndexedRow[]>;
  readonly byNo: ReadonlyMap<string, readonly IndexedRow[]>;
  readonly weigh: (word: string) => number;
};

/** Rows by their words, so that five thousand events are not each compared with every row. */
function indexOf(rows: readonly AwaitedRow[]): RowIndex {
  const words = rows.map(({ title }) => wordsOf(title));
  const weigh = weightsOf(words);
  const indexed = rows.map((row, at) => {
    const own = words[at] ?? new Set<string>();
    return { row, words: own, size: sizeOf(own, weigh) };
  });
  const byWord = new Map<string, IndexedRow[]>();
  for (const row of indexed) {
    for (const word of row.words) byWord.set(word, [...(byWord.get(word) ?? []), row]);
  }
  const printed = indexed.filter(({ row }) => trimNo(row.no) !== '');
  return { rows: indexed, byWord, byNo: Map.groupBy(printed, ({ row }) => trimNo(row.no)), weigh };
}

/** Length of the vector of words, each by its weight: what two have in common over both lengths is their cosine. */
const sizeOf = (words: Words, weigh: RowIndex['weigh']): number =>
  Math.sqrt([...words].reduce((sum, word) => sum + weigh(word) ** 2, 0));

/** A word that every row has says nothing of which row it is. */
function weightsOf(rows: readonly Words[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const words of rows) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + (rows.length + 1) / (counts.get(word) ?? 1));
}

/** Beginnings of words, so that cases do not matter. */
function wordsOf(text: string): Words {
  const words =
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/\p{L}{3,}|\d+/gu) ?? [];
  return new Set(words.filter((word) => !linking.has(word)).map((word) => word.slice(0, 6)));
}

const linking = new Set(
  'для при под над или как что это его она они без про проведение участие организация обеспечение'.split(' '),
);
