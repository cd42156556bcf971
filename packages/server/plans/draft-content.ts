import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { SourceDocument } from '@opora/domain/basics/source-document.ts';
import type { DraftFailureCode } from '@opora/domain/plans/draft-failure.ts';
import type { ReadDocument } from '@opora/domain/plans/read-document.ts';
import type { Db } from '../platform/database.ts';

/** Why a document was not read. Numbers as in `FileRefusalFacts`. */
export type DraftFailure = {
  readonly code: DraftFailureCode;
  readonly limit: number | null;
  readonly found: number | null;
};

const expand = promisify(gunzip);

/** What was read of the file, before any edit; null while it is not read. */
export async function findReading(db: Db, draftId: string): Promise<ReadDocument | null> {
  const row = await db
    .selectFrom('plan_draft_content')
    .select('reading')
    .where('draft_id', '=', draftId)
    .executeTakeFirst();
  // Written by our own reader and by nobody else.
  return row === undefined
    ? null
    : withWeekdays(JSON.parse((await expand(row.reading)).toString()) as ReadDocument);
}

export async function findSource(db: Db, draftId: string): Promise<SourceDocument | null> {
  const row = await db
    .selectFrom('plan_draft_content')
    .select('source')
    .where('draft_id', '=', draftId)
    .executeTakeFirst();
  // As above.
  return row === undefined ? null : (JSON.parse((await expand(row.source)).toString()) as SourceDocument);
}

/** Readings kept before several days of the week were told apart have no list of them. */
function withWeekdays(reading: ReadDocument): ReadDocument {
  return {
    ...reading,
    activities: reading.activities.map((activity) => {
      const { deadline } = activity;
      const recurrence = deadline.recurrence && Object.assign({ otherWeekdays: [] }, deadline.recurrence);
      return { ...activity, deadline: { ...deadline, recurrence } };
    }),
  };
}
