import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { DeadlineValue } from '@opora/domain/plans/deadline-value.ts';
import type { Deadline } from '@opora/domain/plans/deadline.ts';
import {
  RequirementFields,
  type RequirementState,
  RequirementWho,
} from '@opora/domain/cascade/requirement.ts';
import type { Requirement as RequirementRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';

/** A requirement with the activity and the plan that ask it. */
export type KnownRequirement = RequirementFields & {
  readonly id: string;
  readonly scope: string;
  readonly planId: string;
  readonly planTitle: string;
  readonly ownerName: string;
  readonly actType: string | null;
  readonly actNumber: string | null;
  readonly actOn: string | null;
  readonly actAuthority: string | null;
  readonly periodStartsOn: string | null;
  readonly periodEndsOn: string | null;
  readonly activityId: string;
  readonly no: string;
  readonly section: string | null;
  readonly deadline: Deadline;
  readonly state: RequirementState;
  readonly version: number;
};

const known = (db: Db) =>
  db
    .selectFrom('requirement')
    .innerJoin('activity', 'activity.id', 'requirement.activity_id')
    .innerJoin('plan', 'plan.id', 'requirement.plan_id')
    .innerJoin('org_unit as owner', 'owner.id', 'plan.owner_unit_id')
    .leftJoin('plan_section', 'plan_section.id', 'activity.section_id')
    .selectAll('requirement')
    .select([
      'activity.printed_no',
      'activity.title',
      'activity.deadline',
      'activity.removed_on',
      'plan.title as plan_title',
      'plan.act_type',
      'plan.act_number',
      'plan.act_on',
      'plan.act_authority',
      'plan.period_starts_on',
      'plan.period_ends_on',
      'owner.name as owner_name',
      'plan_section.title as section',
    ])
    .select((eb) =>
      sql<string[]>`array(${eb
        .selectFrom('expected_result')
        .select('raw')
        .whereRef('expected_result.activity_id', '=', 'activity.id')
        .orderBy('position')})`.as('activity_expected'),
    )
    .orderBy('plan.act_on', (order) => order.desc().nullsLast())
    .orderBy('plan.id')
    .orderBy('activity.position')
    .orderBy('requirement.made_at')
    .orderBy('requirement.id');

export async function listRequirementsOf(db: Db, planId: string): Promise<KnownRequirement[]> {
  return (await known(db).where('requirement.plan_id', '=', planId).execute()).map(present);
}

/** What plans in force of the nodes above ask of somebody below them. */
export async function listRequirementsAbove(db: Db, scope: string): Promise<KnownRequirement[]> {
  const rows = await known(db)
    .where(sql<boolean>`requirement.scope operator(public.@>) ${scope}::public.ltree`)
    .where('requirement.scope', '!=', scope)
    .where('plan.state', '=', 'in-force')
    .execute();
  return rows.map(present);
}

export async function listRequirementsOfActivities(
  db: Db,
  activityIds: readonly string[],
): Promise<KnownRequirement[]> {
  if (activityIds.length === 0) return [];
  const rows = await known(db)
    .where('requirement.activity_id', '=', sql<string>`any(${activityIds}::uuid[])`)
    .where('plan.state', '=', 'in-force')
    .execute();
  return rows.map(present);
}

export async function findRequirement(db: Db, id: string): Promise<KnownRequirement | undefined> {
  const row = await known(db).where('requirement.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

type KnownRow = Awaited<ReturnType<ReturnType<typeof known>['executeTakeFirstOrThrow']>>;

function present(row: KnownRow): KnownRequirement {
  const { expected } = row;
  const { level, who, isCancelled } = fieldsOf(row);
  return {
    id: row.id,
    scope: row.scope,
    level,
    who,
    dueOn: row.due_on,
    expected,
    isCancelled,
    planId: row.plan_id,
    planTitle: row.plan_title,
    ownerName: row.owner_name,
    actType: row.act_type,
    actNumber: row.act_number,
    actOn: row.act_on,
    actAuthority: row.act_authority,
    periodStartsOn: row.period_starts_on,
    periodEndsOn: row.period_ends_on,
    activityId: row.activity_id,
    no: row.printed_no,
    section: row.section,
    deadline: DeadlineValue.parse(row.deadline),
    state: {
      title: row.title,
      phrase: DeadlineValue.parse(row.deadline).raw,
      dueOn: row.due_on,
      expected: expected.length > 0 ? expected : row.activity_expected,
      // What its activity no longer asks nobody has to answer.
      isCancelled: isCancelled || row.removed_on !== null,
    },
    version: row.version,
  };
}

function fieldsOf(row: Selectable<RequirementRow>): RequirementFields {
  const who = RequirementWho.parse({ choice: row.choice, unitIds: row.unit_ids, category: row.category });
  return RequirementFields.parse({
    level: row.level,
    who,
    dueOn: row.due_on,
    expected: row.expected,
    isCancelled: row.is_cancelled,
  });
}

export function requirementColumns({ level, who, dueOn, expected, isCancelled }: RequirementFields) {
  return {
    level,
    choice: who.choice,
    category: who.choice === 'category' ? who.category : null,
    unit_ids: who.choice === 'chosen' ? who.unitIds : [],
    due_on: dueOn,
    expected,
    is_cancelled: isCancelled,
  };
}

export async function insertRequirement(tx: Tx, row: Insertable<RequirementRow>): Promise<void> {
  await tx.insertInto('requirement').values(row).execute();
}

/** False when somebody else was faster: the row has another version than `seen`. */
export async function updateRequirement(
  tx: Tx,
  id: string,
  seen: number,
  changes: Updateable<RequirementRow>,
): Promise<boolean> {
  const result = await tx
    .updateTable('requirement')
    .set({ ...changes, version: seen + 1 })
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
