import { randomUUID } from 'node:crypto';
import { sql, type Updateable } from 'kysely';
import { addDays, type CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import type { PlanComparison, SectionChange } from '@opora/domain/plans/compare-plans.ts';
import type { ActivityDefinition, PlanDefinition } from '@opora/domain/plans/plan-definition.ts';
import type { Activity as ActivityRow } from '../platform/database.gen.ts';
import type { Tx } from '../platform/database.ts';
import { insertPlanSchools } from './plans-queries.ts';

type PlanKey = { readonly id: string; readonly scope: string };

/** The annex of the plan's own act keeps its printed title while the plan keeps its name. */
export async function amendPlan(
  tx: Tx,
  plan: PlanKey & { readonly title: string },
  to: PlanDefinition,
): Promise<void> {
  await tx
    .updateTable('plan')
    .set({
      title: to.title,
      ...(to.title === plan.title ? {} : { annex_title: null }),
      goal: to.goal,
      tasks: to.tasks,
      expected_results: to.expectedResults,
      abbreviations: JSON.stringify(to.abbreviations),
      period_starts_on: to.periodStartsOn,
      period_ends_on: to.periodEndsOn,
      controller: to.controller,
      controller_id: to.controllerId,
      version: sql`version + 1`,
    })
    .where('id', '=', plan.id)
    .execute();
}

export async function amendSections(tx: Tx, plan: PlanKey, changes: readonly SectionChange[]): Promise<void> {
  const gone = changes.flatMap(({ id, to }) => (to === null ? id : []));
  if (gone.length > 0) {
    // Activities that were taken out earlier may still point at it.
    await tx.updateTable('activity').set({ section_id: null }).where('section_id', 'in', gone).execute();
    await tx.deleteFrom('plan_section').where('id', 'in', gone).execute();
  }
  const kept = changes.flatMap(({ to, from }) => (to === null ? [] : [{ ...to, isNew: from === null }]));
  for (const [position, { id, title, isNew }] of kept.entries()) {
    const row = { title, position };
    // Sections are a handful.
    // oxlint-disable-next-line no-await-in-loop
    await (
      isNew
        ? tx.insertInto('plan_section').values({ id, plan_id: plan.id, scope: plan.scope, ...row })
        : tx.updateTable('plan_section').set(row).where('id', '=', id)
    ).execute();
  }
}

export async function removeActivities(tx: Tx, ids: readonly string[], on: CalendarDate): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('activity')
    .set({ removed_on: on, version: sql`version + 1` })
    .where('id', 'in', ids)
    .execute();
}

/** The version grows, so that a person who has it open is told. */
export async function amendActivity(tx: Tx, id: string, to: Updateable<ActivityRow>): Promise<void> {
  await tx
    .updateTable('activity')
    .set({ ...to, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** Sections and places of all activities; rows that stay where they were are not touched. */
export async function placeActivities(
  tx: Tx,
  activities: readonly Pick<ActivityDefinition, 'id' | 'sectionId'>[],
): Promise<void> {
  const places = JSON.stringify(
    activities.map(({ id, sectionId }, position) => ({ id, section_id: sectionId, position })),
  );
  await sql`
    update activity set section_id = place.section_id, position = place.position
    from jsonb_to_recordset(${places}::jsonb) as place (id uuid, section_id uuid, position integer)
    where activity.id = place.id
      and (activity.section_id, activity.position) is distinct from (place.section_id, place.position)
  `.execute(tx);
}

/** A school takes part from the day on, or until the day before. */
export async function amendSchools(
  tx: Tx,
  plan: PlanKey,
  { schoolsAdded, schoolsRemoved }: PlanComparison,
  on: CalendarDate,
): Promise<void> {
  const gone = schoolsRemoved.map(({ id }) => id);
  if (gone.length > 0) {
    const leaving = (query: 'from' | 'later') =>
      sql<boolean>`plan_id = ${plan.id} and org_unit_id = any(${gone}::uuid[]) and until_on is null
        and coalesce(from_on < ${on}, true) = ${query === 'from'}`;
    await tx
      .updateTable('plan_school')
      .set({ until_on: addDays(on, -1) })
      .where(leaving('from'))
      .execute();
    // It joined on this very day or later: it never took part.
    await tx.deleteFrom('plan_school').where(leaving('later')).execute();
  }
  await insertPlanSchools(
    tx,
    schoolsAdded.map(({ id }) => ({
      id: randomUUID(),
      plan_id: plan.id,
      scope: plan.scope,
      org_unit_id: id,
      from_on: on,
      until_on: null,
    })),
  );
}
