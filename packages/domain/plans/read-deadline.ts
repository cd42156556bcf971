import type { Deadline, DeadlineAssumption, DeadlineKind, DeadlineWindow } from './deadline.ts';
import { parseDeadline } from './deadline-grammar.ts';
import { termOf, type Term } from './deadline-terms.ts';
import type { DeadlineContext } from './deadline-windows.ts';

export type { DeadlineContext };

/**
 * Reads the words of a plan about time. Takes any text and never throws: what is not understood gives `unknown`, what is
 * understood in part keeps that part with `part-not-read`. The year of «март» comes from the plan.
 */
export function readDeadline(raw: string, context: DeadlineContext): Deadline {
  const phrase = parseDeadline(raw.normalize('NFC').slice(0, readLengthMax));
  const terms = phrase.phases.map((phase) => termOf(phase, context));
  const repeating = terms.filter((term) => term.recurrence);
  const windows = terms.flatMap((term) => term.windows).sort(byTime);
  const schedule = first(terms, (term) => term.schedule);
  const event = first(terms, (term) => term.event);
  const recurrence = first(terms, (term) => term.recurrence);
  const perSchool = terms.some((term) => term.perSchool);
  const kind = kindOf(terms, windows);
  if (kind === 'unknown') return { ...nothingRead, raw };
  const assumptions = new Set<DeadlineAssumption>(terms.flatMap((term) => term.assumptions));
  if (phrase.mended) assumptions.add('letters-mended');
  if (phrase.unread || repeating.length > 1 || raw.length > readLengthMax) assumptions.add('part-not-read');
  const confidence = confidenceOf(assumptions);
  return {
    raw,
    kind,
    windows,
    recurrence,
    schedule,
    event,
    perSchool,
    confidence,
    assumptions: [...assumptions],
  };
}

const nothingRead: Omit<Deadline, 'raw'> = {
  kind: 'unknown',
  windows: [],
  recurrence: null,
  schedule: null,
  event: null,
  perSchool: false,
  confidence: 0,
  assumptions: [],
};

/** No deadline is longer; a cell that is was torn from something else. */
const readLengthMax = 1000;

function kindOf(terms: readonly Term[], windows: readonly DeadlineWindow[]): DeadlineKind {
  const repeating = terms.some((term) => term.recurrence);
  const apart = terms.some((term) => !term.recurrence && term.windows.length > 0);
  if (repeating) return apart ? 'compound' : 'recurring';
  if (windows.length > 1) return 'compound';
  const shape = first(terms, (term) => term.shape);
  if (windows.length === 1 && shape) return shape;
  if (terms.some((term) => term.schedule !== null)) return 'by-schedule';
  if (terms.some((term) => term.event)) return 'event';
  if (terms.some((term) => term.continuous || term.perSchool)) return 'continuous';
  return 'unknown';
}

const doubts: Readonly<Record<DeadlineAssumption, number>> = {
  'year-from-range-end': 0.95,
  'year-from-plan': 0.9,
  'school-year': 0.9,
  'until-plan-end': 0.8,
  'letters-mended': 0.8,
  'school-calendar': 0.7,
  'school-calendar-entered': 1,
  'month-not-included': 0.7,
  'every-month': 0.6,
  'end-before-start': 0.5,
  'part-not-read': 0.5,
  'year-unknown': 0.3,
};

const confidenceOf = (assumptions: ReadonlySet<DeadlineAssumption>): number =>
  Math.min(1, ...[...assumptions].map((assumption) => doubts[assumption]));

function first<T>(terms: readonly Term[], part: (term: Term) => T | null): T | null {
  for (const term of terms) {
    const found = part(term);
    if (found !== null) return found;
  }
  return null;
}

const byTime = (left: DeadlineWindow, right: DeadlineWindow): number =>
  (left.start ?? left.end ?? '').localeCompare(right.start ?? right.end ?? '');
