import type { DraftActivity, DraftDocument, DraftWarning } from './draft-document.ts';
import type { ReadSource, ReadWarningCode, Requisites } from './read-document.ts';

/** Something a person should look at before the plan is approved. */
export type Doubt = {
  readonly id: string;
  readonly code: ReadWarningCode;
  /** Path of the field, as `touchedPlaces` names it. */
  readonly place: string;
  /** Row of the activity, null for the document. */
  readonly row: string | null;
  /** Facts for the message. */
  readonly values: readonly string[];
  readonly source: ReadSource | null;
};

/**
 * Doubts that are not settled, in the order of the document. What a row shows by itself is asked of the row as it now stands, so such
 * a doubt goes and comes with the text; what only the reader could see (a torn row, two numbers of one act) stays until it is settled.
 */
export function openDoubts(draft: DraftDocument): readonly Doubt[] {
  const seenByReader = draft.warnings.filter(
    (warning) => warning.row === null || !rowCodes.has(warning.code),
  );
  const seenInRows = draft.activities.flatMap((row) => doubtsOfRow(row, draft.requisites));
  const order = new Map(draft.activities.map((row, at) => [row.id, at]));
  const at = (doubt: Doubt): number => (doubt.row === null ? -1 : (order.get(doubt.row) ?? -1));
  return [...seenByReader.map(doubtOfWarning), ...seenInRows]
    .filter((doubt) => draft.settled[doubt.id] === undefined)
    .sort((a, b) => at(a) - at(b));
}

/** Codes that `doubtsOfRow` gives. */
const rowCodes: ReadonlySet<ReadWarningCode> = new Set([
  'deadline-empty',
  'deadline-unread',
  'deadline-assumed',
  'end-before-start',
  'date-before-act',
  'outside-period',
  'responsible-empty',
  'result-empty',
]);

function doubtOfWarning(warning: DraftWarning): Doubt {
  const { id, code, row, values, source } = warning;
  return { id, code, row, values, source, place: placeOfWarning(warning) };
}

/** Path of the field that the reader's warning is about; of the whole row or document where it is about no single field. */
export function placeOfWarning({ code, row }: Pick<DraftWarning, 'code' | 'row'>): string {
  const { ofRow, ofDocument } = fields[code];
  if (row === null) return ofDocument;
  return ofRow === null ? `rows/${row}` : `rows/${row}/${ofRow}`;
}

type Field = {
  /** Field of the row that is doubted of; null: the row as a whole. */
  readonly ofRow: 'no' | 'title' | 'deadline' | 'responsible' | 'expected' | 'section' | null;
  /** Where the same doubt stands when it is of no row. */
  readonly ofDocument: string;
};

const field = (ofRow: Field['ofRow'], ofDocument = 'document'): Field => ({ ofRow, ofDocument });

const fields: Readonly<Record<ReadWarningCode, Field>> = {
  'date-before-act': field('deadline', 'date'),
  'end-before-start': field('deadline', 'periodEnd'),
  'outside-period': field('deadline', 'periodEnd'),
  'day-off': field('deadline'),
  'deadline-unread': field('deadline'),
  'deadline-empty': field('deadline'),
  'deadline-assumed': field('deadline'),
  'act-number-differs': field(null, 'number'),
  'act-date-differs': field(null, 'date'),
  'number-repeated': field('no'),
  'number-missing': field('no'),
  'result-empty': field('expected'),
  'responsible-empty': field('responsible'),
  'responsible-doubtful': field('responsible'),
  'theme-repeated': field('title'),
  'row-joined': field('title'),
  'text-torn': field('title'),
  'abbreviation-unknown': field(null, 'abbreviations'),
  'column-unknown': field(null),
  'share-differs': field(null, 'indicators'),
  'not-recognised': field(null),
};

/** A year taken from the plan is usual and no doubt; a guess at the school calendar or a part left unread is one. */
const sureEnough = 0.75;

/** What the row as it now stands shows by itself to be doubtful. */
function doubtsOfRow(row: DraftActivity, requisites: Requisites): Doubt[] {
  const found: [ReadWarningCode, readonly string[]][] = [];
  const { raw, kind, windows, confidence, assumptions } = row.deadline;
  const starts = windows.map((window) => window.start ?? window.end).filter((day) => day !== null);
  const ends = windows.map((window) => window.end ?? window.start).filter((day) => day !== null);
  const { date, periodEnd } = requisites;
  const backwards = windows.find(({ start, end }) => start !== null && end !== null && end < start);
  if (raw === '' && windows.length === 0) found.push(['deadline-empty', []]);
  else if (kind === 'unknown') found.push(['deadline-unread', [raw]]);
  if (backwards !== undefined) found.push(['end-before-start', [backwards.start ?? '', backwards.end ?? '']]);
  const early = ends.find((day) => date !== null && day < date);
  if (early !== undefined) found.push(['date-before-act', [early, date ?? '']]);
  const late = starts.find((day) => periodEnd !== null && day > periodEnd);
  if (late !== undefined) found.push(['outside-period', [late, periodEnd ?? '']]);
  if (confidence < sureEnough && kind !== 'unknown') found.push(['deadline-assumed', assumptions]);
  if (row.responsible.length === 0) found.push(['responsible-empty', []]);
  if (row.expected.length === 0) found.push(['result-empty', []]);
  return found.map(([code, values]) => {
    const place = placeOfWarning({ code, row: row.id });
    return { id: `${code} ${place}`, code, place, row: row.id, values, source: row.source };
  });
}
