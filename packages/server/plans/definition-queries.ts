import type { PlanDefinition } from '@opora/domain/plans/plan-definition.ts';
import { type ActivityDefinition, inPlanOrder } from '@opora/domain/plans/plan-definition.ts';
import { DeadlineValue } from '@opora/domain/plans/deadline-value.ts';
import type { Db, Tx } from '../platform/database.ts';
import { expectedOf, partiesOf } from './activity-queries.ts';
import { listPlanSchools, listSections, type PlanHead } from './plans-queries.ts';

/** What the plan obliges to now: the definition of the edition in force, corrections included. */
export async function readDefinition(db: Db, plan: PlanHead): Promise<PlanDefinition> {
  const sections = await listSections(db, plan.id);
  const schools = await listPlanSchools(db, plan.id);
  return {
    title: plan.title,
    goal: plan.goal,
    tasks: plan.tasks,
    expectedResults: plan.expectedResults,
    abbreviations: plan.abbreviations,
    periodStartsOn: plan.periodStartsOn,
    periodEndsOn: plan.periodEndsOn,
    controller: plan.controller,
    controllerId: plan.controllerId,
    sections,
    schools: schools
      .filter(({ untilOn }) => untilOn === null)
      .map(({ orgUnitId, name }) => ({ id: orgUnitId, name })),
    activities: inPlanOrder(sections, await listDefined(db, plan.id)),
  };
}

async function listDefined(db: Db, planId: string): Promise<ActivityDefinition[]> {
  const rows = await db
    .selectFrom('activity')
    .select(['id', 'section_id', 'printed_no', 'title', 'deadline'])
    .where('plan_id', '=', planId)
    .where('removed_on', 'is', null)
    .orderBy('position')
    .execute();
  const parties = Map.groupBy(await partiesOf(db, { planId }), ({ activityId }) => activityId);
  const expected = Map.groupBy(await expectedOf(db, { planId }), ({ activityId }) => activityId);
  return rows.map((row) => ({
    id: row.id,
    sectionId: row.section_id,
    no: row.printed_no,
    title: row.title,
    deadline: DeadlineValue.parse(row.deadline),
    parties: (parties.get(row.id) ?? []).map(({ value: { id: _row, ...party } }) => party),
    expected: (expected.get(row.id) ?? []).map(({ value }) => value.raw),
  }));
}

/** Nobody else changes the plan or its activities until this transaction ends; who tries is told that they have changed. */
export async function lockPlan(tx: Tx, planId: string): Promise<void> {
  await tx.selectFrom('plan').select('id').where('id', '=', planId).forUpdate().execute();
  await tx.selectFrom('activity').select('id').where('plan_id', '=', planId).forUpdate().execute();
}
