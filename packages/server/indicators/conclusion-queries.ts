import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { formatSurnameFirst } from '@opora/domain/basics/format.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import {
  type Conclusion,
  ConclusionFields,
  ConclusionNumber,
} from '@opora/domain/indicators/dynamics-contract.ts';
import type { Db, Tx } from '../platform/database.ts';

type Place = {
  readonly orgUnitId: string;
  /** Made of a school's own numbers: for the school's eyes. */
  readonly isOwn: boolean;
};

export type KeptConclusion = Omit<Conclusion, 'numbers'> & { readonly numbers: readonly ConclusionNumber[] };

export async function listConclusions(db: Db, { orgUnitId, isOwn }: Place): Promise<KeptConclusion[]> {
  const rows = await db
    .selectFrom('conclusion')
    .leftJoin('person', 'person.id', 'conclusion.made_by')
    .selectAll('conclusion')
    .select(['surname', 'given_name', 'patronymic'])
    .where('conclusion.org_unit_id', '=', orgUnitId)
    .where('is_own', '=', isOwn)
    .orderBy('made_at', 'desc')
    .execute();
  return rows.map((row) => ({
    indicator: row.indicator_code,
    period: row.period_code,
    finding: ConclusionFields.shape.finding.parse(row.finding),
    state: z.enum(['kept', 'dismissed']).parse(row.state),
    text: row.text,
    cause: row.possible_cause,
    numbers: z.array(ConclusionNumber).parse(row.numbers),
    version: row.version,
    by:
      row.surname === null || row.given_name === null
        ? ''
        : formatSurnameFirst({
            surname: row.surname,
            givenName: row.given_name,
            patronymic: row.patronymic,
          }),
    at: row.made_at.toISOString(),
  }));
}

type By = Place & { readonly scope: string; readonly personId: string; readonly at: Date };

/** Refuses with `changed-meanwhile` when somebody else kept or changed it since it was read. */
export async function putConclusion(
  tx: Tx,
  fields: ConclusionFields,
  { orgUnitId, scope, isOwn, personId, at }: By,
): Promise<void> {
  const said = {
    state: fields.state,
    text: fields.text,
    possible_cause: fields.cause,
    numbers: JSON.stringify(fields.numbers),
    made_by: personId,
    made_at: at,
    version: fields.version + 1,
  };
  const key = {
    org_unit_id: orgUnitId,
    period_code: fields.period,
    indicator_code: fields.indicator,
    finding: fields.finding,
    is_own: isOwn,
  };
  if (fields.version === 0) {
    const made = await tx
      .insertInto('conclusion')
      .values({ id: randomUUID(), scope, ...key, ...said })
      .onConflict((conflict) => conflict.constraint('conclusion_once').doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) throw new Refusal('changed-meanwhile');
    return;
  }
  const changed = await tx
    .updateTable('conclusion')
    .set(said)
    .where('org_unit_id', '=', orgUnitId)
    .where('period_code', '=', fields.period)
    .where('indicator_code', '=', fields.indicator)
    .where('finding', '=', fields.finding)
    .where('is_own', '=', isOwn)
    .where('version', '=', fields.version)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new Refusal('changed-meanwhile');
}
