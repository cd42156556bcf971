import type { Insertable } from 'kysely';
import type { KeptEdit } from '@opora/domain/documents/narrative-contract.ts';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { NarrativeEdit as EditRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { personName } from '../plans/person-name.ts';

/** Of which plan or section, and of which days. */
export type NarrativePlace = {
  readonly planId: string;
  readonly sectionId: string | null;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
};

export async function listNarrativeEdits(db: Db, place: NarrativePlace): Promise<KeptEdit[]> {
  const rows = await db
    .selectFrom('narrative_edit')
    .leftJoin('person as author', 'author.id', 'narrative_edit.made_by_id')
    .select(['sentence', 'text', 'instead', 'made_at', personName('author').as('by')])
    .where('plan_id', '=', place.planId)
    .where('section_id', 'is not distinct from', place.sectionId)
    .where('from_on', '=', place.from)
    .where('until_on', '=', place.until)
    .orderBy('made_at')
    .execute();
  return rows.map(({ sentence, made_at: at, ...row }) => ({ ...row, key: sentence, at: at.toISOString() }));
}

export async function replaceNarrativeEdit(
  tx: Tx,
  place: NarrativePlace,
  key: string,
  row: Insertable<EditRow> | null,
): Promise<void> {
  await tx
    .deleteFrom('narrative_edit')
    .where('plan_id', '=', place.planId)
    .where('section_id', 'is not distinct from', place.sectionId)
    .where('from_on', '=', place.from)
    .where('until_on', '=', place.until)
    .where('sentence', '=', key)
    .execute();
  if (row !== null) await tx.insertInto('narrative_edit').values(row).execute();
}
