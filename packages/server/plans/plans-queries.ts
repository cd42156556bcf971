import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { z } from 'zod';
import {
  PlanFields,
  type PlanKind,
  type PlanSchool,
  type PlanSection,
  PlanState,
  PlanWarning,
} from '@opora/domain/plans/plan.ts';
import type { Plan as PlanRow, PlanSchool as PlanSchoolRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';

const Abbreviations = PlanFields.shape.abbreviations;

/** The plan without its rows. */
export type PlanHead = PlanFields & {
  readonly kind: PlanKind;
  readonly id: string;
  readonly scope: string;
  readonly ownerUnitId: string;
  readonly ownerName: string;
  readonly state: PlanState;
  readonly sourceFileId: string | null;
  readonly sourceDraftId: string | null;
  readonly nextEditionOn: string | null;
  readonly warnings: PlanWarning[];
  readonly createdAt: Date;
  readonly version: number;
};

export async function findPlan(db: Db, id: string): Promise<PlanHead | undefined> {
  const row = await db
    .selectFrom('plan')
    .innerJoin('org_unit', 'org_unit.id', 'plan.owner_unit_id')
    .selectAll('plan')
    .select('org_unit.name as owner_name')
    .where('plan.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : presentHead(row);
}

/** Plans in force of a node and of those below it. */
export async function listPlansBelow(db: Db, scope: string): Promise<PlanHead[]> {
  const rows = await db
    .selectFrom('plan')
    .innerJoin('org_unit', 'org_unit.id', 'plan.owner_unit_id')
    .selectAll('plan')
    .select('org_unit.name as owner_name')
    .where(sql<boolean>`plan.scope operator(public.<@) ${scope}::public.ltree`)
    .where('plan.state', '=', 'in-force')
    .orderBy('plan.title')
    .execute();
  return rows.map(presentHead);
}

/** The newest act first; protocols are listed with their hearings. */
export async function listPlans(db: Db): Promise<(PlanHead & { readonly activityCount: number })[]> {
  const rows = await db
    .selectFrom('plan')
    .innerJoin('org_unit', 'org_unit.id', 'plan.owner_unit_id')
    .selectAll('plan')
    .select((eb) => [
      'org_unit.name as owner_name',
      eb
        .selectFrom('activity')
        .select((inner) => inner.fn.countAll<number>().as('n'))
        .whereRef('activity.plan_id', '=', 'plan.id')
        .where('activity.removed_on', 'is', null)
        .as('activity_count'),
    ])
    .where('plan.kind', '=', 'plan')
    .orderBy('plan.act_on', (order) => order.desc().nullsLast())
    .orderBy('plan.title')
    .execute();
  return rows.map((row) => ({ ...presentHead(row), activityCount: row.activity_count ?? 0 }));
}

export async function listSections(db: Db, planId: string): Promise<PlanSection[]> {
  return db
    .selectFrom('plan_section')
    .select(['id', 'title'])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute();
}

export async function listPlanSchools(db: Db, planId: string): Promise<PlanSchool[]> {
  const rows = await db
    .selectFrom('plan_school')
    .innerJoin('org_unit', 'org_unit.id', 'plan_school.org_unit_id')
    .select(['org_unit_id', 'org_unit.short_name', 'from_on', 'until_on'])
    .where('plan_id', '=', planId)
    .orderBy(sql`org_unit.short_name collate by_number`)
    .execute();
  return rows.map((row) => ({
    orgUnitId: row.org_unit_id,
    name: row.short_name,
    fromOn: row.from_on,
    untilOn: row.until_on,
  }));
}

export async function insertPlan(tx: Tx, head: Omit<PlanHead, 'ownerName' | 'nextEditionOn'>): Promise<void> {
  await tx
    .insertInto('plan')
    .values({
      id: head.id,
      scope: head.scope,
      kind: head.kind,
      owner_unit_id: head.ownerUnitId,
      title: head.title,
      annex_title: head.annexTitle,
      goal: head.goal,
      tasks: head.tasks,
      expected_results: head.expectedResults,
      abbreviations: JSON.stringify(head.abbreviations),
      act_type: head.actType,
      act_number: head.actNumber,
      act_on: head.actOn,
      act_authority: head.actAuthority,
      act_place: head.actPlace,
      signatory_name: head.signatoryName,
      signatory_post: head.signatoryPost,
      basis: head.basis,
      period_starts_on: head.periodStartsOn,
      period_ends_on: head.periodEndsOn,
      controller: head.controller,
      controller_id: head.controllerId,
      source_file_id: head.sourceFileId,
      source_draft_id: head.sourceDraftId,
      warnings: JSON.stringify(head.warnings),
      state: head.state,
      created_at: head.createdAt,
      version: head.version,
    })
    .execute();
}

/** False when somebody else was faster: the row has another version than `seen`. */
export async function updatePlan(
  tx: Tx,
  id: string,
  seen: number,
  changes: Updateable<PlanRow>,
): Promise<boolean> {
  const result = await tx
    .updateTable('plan')
    .set({ ...changes, version: seen + 1 })
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertSections(
  tx: Tx,
  plan: { readonly id: string; readonly scope: string },
  sections: readonly PlanSection[],
): Promise<void> {
  if (sections.length === 0) return;
  const rows = sections.map((section, position) => ({
    ...section,
    plan_id: plan.id,
    scope: plan.scope,
    position,
  }));
  await tx.insertInto('plan_section').values(rows).execute();
}

export async function insertPlanSchools(tx: Tx, rows: Insertable<PlanSchoolRow>[]): Promise<void> {
  if (rows.length > 0) await tx.insertInto('plan_school').values(rows).execute();
}

function presentHead(row: Selectable<PlanRow> & { readonly owner_name: string }): PlanHead {
  return {
    id: row.id,
    // The column's check constraint holds the same list.
    kind: row.kind as PlanHead['kind'],
    scope: row.scope,
    ownerUnitId: row.owner_unit_id,
    ownerName: row.owner_name,
    title: row.title,
    annexTitle: row.annex_title,
    goal: row.goal,
    tasks: row.tasks,
    expectedResults: row.expected_results,
    abbreviations: Abbreviations.parse(row.abbreviations),
    actType: row.act_type,
    actNumber: row.act_number,
    actOn: row.act_on,
    actAuthority: row.act_authority,
    actPlace: row.act_place,
    signatoryName: row.signatory_name,
    signatoryPost: row.signatory_post,
    basis: row.basis,
    periodStartsOn: row.period_starts_on,
    periodEndsOn: row.period_ends_on,
    controller: row.controller,
    controllerId: row.controller_id,
    sourceFileId: row.source_file_id,
    sourceDraftId: row.source_draft_id,
    nextEditionOn: row.next_edition_on,
    warnings: z.array(PlanWarning).parse(row.warnings),
    state: PlanState.parse(row.state),
    createdAt: row.created_at,
    version: row.version,
  };
}
