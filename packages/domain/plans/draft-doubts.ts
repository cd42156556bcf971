import type { DraftActivity, DraftDocument, DraftWarning } from './draft-document.ts';
import type { ReadSource, ReadWarningCode, Requisites } from './read-document.ts';
import { shareWarnings } from './reading/share-warnings.ts';
import { rowDoubtCodes, rowDoubts } from './row-doubts.ts';

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
 * Doubts that are not settled, in the order of the document. What a row or an indicator shows by itself is asked of it as it now
 * stands, so such a doubt goes and comes with the text; what only the reader could see (a torn row, two numbers of one act) stays until it is settled.
 */
export function openDoubts(draft: DraftDocument): readonly Doubt[] {
  const seenByReader = draft.warnings.filter(
    ({ row, code }) => code !== 'share-differs' && (row === null || !rowDoubtCodes.has(code)),
  );
  const seenInRows = draft.activities.flatMap((row) => doubtsOfRow(row, draft.requisites));
  const order = new Map(draft.activities.map((row, at) => [row.id, at]));
  const at = (doubt: Doubt): number => (doubt.row === null ? -1 : (order.get(doubt.row) ?? -1));
  return [...seenByReader.map(doubtOfWarning), ...doubtsOfShares(draft), ...seenInRows]
    .filter((doubt) => draft.settled[doubt.id] === undefined)
    .sort((a, b) => at(a) - at(b));
}

/** Asked of the values as they now stand; another value is another doubt. */
const doubtsOfShares = ({ indicators }: DraftDocument): Doubt[] =>
  shareWarnings(indicators).map((warning) => {
    const place = placeOfWarning({ code: warning.code, row: null });
    const { code, where, values, source } = warning;
    const id = `${code} ${where.slice(0, 100)} ${values.join(' ').slice(0, 100)} ${place}`;
    return { id, code, place, row: null, values, source };
  });

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
  'row-unclear': field('title'),
  'text-torn': field('title'),
  'abbreviation-unknown': field(null, 'abbreviations'),
  'column-unknown': field(null),
  'share-differs': field(null, 'indicators'),
  'page-unread': field(null),
  'page-faint': field(null),
  'activities-unread': field(null),
  'indicators-unread': field(null),
  'not-recognised': field(null),
};

/** What the row as it now stands shows by itself to be doubtful. */
const doubtsOfRow = (row: DraftActivity, requisites: Requisites): Doubt[] =>
  rowDoubts(row, requisites).map(({ code, values }) => {
    const place = placeOfWarning({ code, row: row.id });
    return { id: `${code} ${place}`, code, place, row: row.id, values, source: row.source };
  });
