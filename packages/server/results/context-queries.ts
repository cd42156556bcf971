import type { Selectable } from 'kysely';
import { z } from 'zod';
import { formatSurnameFirst } from '@opora/domain/basics/format.ts';
import {
  type ContextApproval,
  ContextQuestion,
  ContextWeights,
  type WeightSet,
} from '@opora/domain/results/context-contract.ts';
import type { ContextApproval as ApprovalRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';

/** Of the offices around, the latest first. */
export async function listWeightSets(db: Db): Promise<WeightSet[]> {
  const rows = await db
    .selectFrom('context_weights')
    .leftJoin('person', 'person.id', 'context_weights.made_by')
    .selectAll('context_weights')
    .select(['surname', 'given_name', 'patronymic'])
    .orderBy('made_at', 'desc')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    orgUnitId: row.org_unit_id,
    version: row.version,
    title: row.title,
    source: row.source,
    weights: ContextWeights.parse(row.content),
    // Whoever stands above is not seen from below.
    madeBy:
      row.surname === null || row.given_name === null
        ? ''
        : formatSurnameFirst({
            surname: row.surname,
            givenName: row.given_name,
            patronymic: row.patronymic,
          }),
    madeAt: row.made_at.toISOString(),
  }));
}

type NewWeightSet = Omit<WeightSet, 'madeBy' | 'madeAt' | 'version'> & { readonly scope: string };
type By = { readonly personId: string; readonly at: Date };

export async function insertWeightSet(tx: Tx, set: NewWeightSet, { personId, at }: By): Promise<void> {
  const last = await tx
    .selectFrom('context_weights')
    .select('version')
    .where('org_unit_id', '=', set.orgUnitId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  await tx
    .insertInto('context_weights')
    .values({
      id: set.id,
      org_unit_id: set.orgUnitId,
      scope: set.scope,
      version: (last?.version ?? 0) + 1,
      title: set.title,
      source: set.source,
      content: JSON.stringify(set.weights),
      made_by: personId,
      made_at: at,
    })
    .execute();
}

const Changes = z.array(z.object({ categoryId: z.uuid(), orgUnitId: z.uuid() }));
export type ApprovalChanges = z.infer<typeof Changes>;

const Basis = z.object({ question: ContextQuestion });

export type KeptApproval = ContextApproval & { readonly scope: string; readonly changes: ApprovalChanges };

/** The latest first. */
export async function listApprovals(db: Db): Promise<KeptApproval[]> {
  const rows = await db.selectFrom('context_approval').selectAll().orderBy('made_at', 'desc').execute();
  return rows.map(present);
}

export async function findApproval(db: Db, id: string): Promise<KeptApproval | undefined> {
  const row = await db.selectFrom('context_approval').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

type NewApproval = Pick<
  KeptApproval,
  'id' | 'scope' | 'actNumber' | 'actOn' | 'fromOn' | 'untilOn' | 'changes'
> & {
  readonly basis: object;
};

export async function insertApproval(tx: Tx, approval: NewApproval, { personId, at }: By): Promise<void> {
  await tx
    .insertInto('context_approval')
    .values({
      id: approval.id,
      scope: approval.scope,
      act_number: approval.actNumber,
      act_on: approval.actOn,
      from_on: approval.fromOn,
      until_on: approval.untilOn,
      basis: JSON.stringify(approval.basis),
      changes: JSON.stringify(approval.changes),
      made_by: personId,
      made_at: at,
      undone_at: null,
    })
    .execute();
}

/** False when it was undone before. */
export async function markApprovalUndone(tx: Tx, id: string, at: Date): Promise<boolean> {
  const done = await tx
    .updateTable('context_approval')
    .set({ undone_at: at })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

function present(row: Selectable<ApprovalRow>): KeptApproval {
  const changes = Changes.parse(row.changes);
  return {
    id: row.id,
    scope: row.scope,
    orgUnitIds: changes.map(({ orgUnitId }) => orgUnitId),
    schoolYear: Basis.parse(row.basis).question.schoolYear,
    actNumber: row.act_number,
    actOn: row.act_on,
    fromOn: row.from_on,
    untilOn: row.until_on,
    madeAt: row.made_at.toISOString(),
    isUndone: row.undone_at !== null,
    changes,
  };
}
