import { noCount, type PartialCount, type ReportLayout } from './reading/report.ts';

/** What one table of a file says of a school, procedure and year. */
export type CountedRow = { readonly layout: ReportLayout; readonly count: PartialCount };

/** Tables of pupils and of classes: two of one school and procedure are two of its classes. The others speak of the whole school. */
const ofClasses: ReadonlySet<ReportLayout> = new Set([
  'individual',
  'exam-sheet',
  'subject-summary',
  'class-summary',
]);

/** Whose word on a side holds where two tables of one file give it: the nearer to pupils, the earlier. */
const trusted: readonly ReportLayout[] = [
  'individual',
  'exam-sheet',
  'flat',
  'marks',
  'scores',
  'journal',
  'tasks',
  'planned',
  'subject-summary',
  'class-summary',
  'markers',
];

/** One count out of the tables of one file. `differs`: they do not agree about how many took part. */
export function combineRows(rows: readonly CountedRow[]): {
  readonly count: PartialCount;
  readonly differs: boolean;
} {
  const byLayout = trusted.flatMap((layout) => {
    const own = rows.filter((row) => row.layout === layout).map(({ count }) => count);
    const [first, ...rest] = own;
    if (first === undefined) return [];
    return ofClasses.has(layout) ? [rest.reduce(addCounts, first)] : own;
  });
  const pick = <K extends keyof PartialCount>(side: K): PartialCount[K] | null =>
    byLayout.find((count) => count[side] !== null)?.[side] ?? null;
  const told = byLayout.flatMap(({ participants }) => (participants === null ? [] : [participants]));
  return {
    count: {
      participants: pick('participants'),
      below: pick('below'),
      marks: pick('marks'),
      scores: pick('scores'),
      journal: pick('journal'),
      gaps: pick('gaps'),
      tasks: pick('tasks'),
    },
    differs: new Set(told).size > 1,
  };
}

/** A side that only one of the two has stays unknown for both together, but for tasks: those are named. */
export function addCounts(one: PartialCount, other: PartialCount): PartialCount {
  const both = <T>(a: T | null, b: T | null, add: (a: T, b: T) => T): T | null =>
    a === null || b === null ? null : add(a, b);
  const sum = (a: number, b: number): number => a + b;
  return {
    ...noCount,
    participants: both(one.participants, other.participants, sum),
    below: both(one.below, other.below, sum),
    marks: both(one.marks, other.marks, (a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]]),
    scores: both(one.scores, other.scores, (a, b) =>
      Array.from({ length: Math.max(a.length, b.length) }, (_, at) => (a[at] ?? 0) + (b[at] ?? 0)),
    ),
    journal: both(one.journal, other.journal, (a, b) => ({
      lowered: a.lowered + b.lowered,
      confirmed: a.confirmed + b.confirmed,
      raised: a.raised + b.raised,
    })),
    gaps: both(one.gaps, other.gaps, (a, b) => ({
      lowered: a.lowered + b.lowered,
      raised: a.raised + b.raised,
    })),
    tasks: addTasks(one.tasks, other.tasks),
  };
}

function addTasks(one: PartialCount['tasks'], other: PartialCount['tasks']): PartialCount['tasks'] {
  if (one === null || other === null) return one ?? other;
  const sums = new Map(one.map((task) => [task.task, { ...task }]));
  for (const { task, points, pointsMax } of other) {
    const known = sums.get(task) ?? { task, points: 0, pointsMax: 0 };
    sums.set(task, { task, points: known.points + points, pointsMax: known.pointsMax + pointsMax });
  }
  return [...sums.values()];
}
