import { randomUUID } from 'node:crypto';
import type { ScopePath } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { draftInstances, instancesMax, refuseTooMany } from '@opora/domain/plans/draft-instances.ts';
import type { ActivityDraft, PlanDraft } from '@opora/domain/plans/plan-draft.ts';
import { manageAction } from '@opora/domain/plans/may-move.ts';
import { deadlineContextOf } from '@opora/domain/plans/plan-context.ts';
import { type Reckoning, redateDeadline } from '@opora/domain/plans/reckoning.ts';
import { territoryOf } from '@opora/domain/plans/territory.ts';
import { isSchool } from '@opora/domain/registry/org-unit.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import {
  type ActivityKey,
  executorsOf,
  expectedRows,
  instanceRows,
  namedIn,
  partyRows,
} from './activity-rows.ts';
import { insertActivities, insertExpected, insertParties } from './activity-queries.ts';
import { insertEdition } from './edition-queries.ts';
import { insertInstances } from './instance-queries.ts';
import { getPartyScopes } from './party-queries.ts';
import { getReckoning } from './reckoning-queries.ts';
import { insertPlan, insertPlanSchools, insertSections, type PlanHead } from './plans-queries.ts';

/**
 * Puts a reviewed plan in force: its rows, its participants, and for each activity the dated instances that its deadline
 * means. Gives the plan's id. Refuses when the actor may not manage plans of the owner's territory.
 */
export async function createPlan(
  tx: Tx,
  reviewed: PlanDraft,
  by: {
    readonly allow: Call['allow'];
    readonly now: Date;
    readonly personId: string;
    /** The act is the protocol of one school, and its rows take the ids of its decisions. */
    readonly protocol?: { readonly scope: ScopePath; readonly activityIds: readonly string[] };
  },
): Promise<string> {
  const { periodStartsOn, periodEndsOn } = reviewed;
  if (periodStartsOn !== null && periodEndsOn !== null && periodEndsOn < periodStartsOn) {
    throw new Refusal('plans-date-before-start');
  }
  const meant = namedIn(reviewed.activities.flatMap((activity) => activity.parties));
  const known = await getPartyScopes(tx, {
    orgUnitIds: [reviewed.ownerUnitId, ...reviewed.schoolIds, ...meant.orgUnitIds],
    personIds: [...meant.personIds, ...(reviewed.controllerId === null ? [] : [reviewed.controllerId])],
  });
  const owner = known.units.get(reviewed.ownerUnitId);
  if (owner === undefined) throw new Refusal('not-found');
  const scope = by.protocol?.scope ?? territoryOf(owner);
  const kind = by.protocol === undefined ? 'plan' : 'protocol';
  by.allow(manageAction({ kind }), { scope });
  const reckoning = await getReckoning(tx, scope);
  // A school takes part in its own plan, which has no reason to name it.
  const schoolIds = kind === 'plan' && isSchool(owner) ? [reviewed.ownerUnitId] : [];
  const named = { ...reviewed, schoolIds: [...new Set([...reviewed.schoolIds, ...schoolIds])] };
  const draft = redated(named, reckoning);
  const plan = { id: randomUUID(), scope };
  const activityIds = by.protocol?.activityIds ?? draft.activities.map(() => randomUUID());
  const sections = draft.sections.map((title) => ({ id: randomUUID(), title }));
  await insertPlan(tx, headOf(draft, { ...plan, kind }, { activityIds, now: by.now }));
  await insertPlanSchools(tx, schoolRows(draft, plan));
  await insertSections(tx, plan, sections);
  const placed = draft.activities.map((activity, position) => ({
    activity,
    position,
    // `activityIds` was made from the same list.
    id: activityIds[position] ?? randomUUID(),
    sectionId: activity.section === null ? null : (sections[activity.section]?.id ?? null),
  }));
  await insertActivities(
    tx,
    placed.map((row) => activityRow(row, plan)),
  );
  const keyOf = ({ id }: Placed): ActivityKey => ({ id, planId: plan.id, scope });
  await insertParties(
    tx,
    placed.flatMap((row) => partyRows(keyOf(row), row.activity.parties)),
  );
  await insertExpected(
    tx,
    placed.flatMap((row) => expectedRows(keyOf(row), row.activity.expected)),
  );
  const context = { ...draft, reckoning };
  const instances: ReturnType<typeof instanceRows> = [];
  for (const row of placed) {
    const drafts = draftInstances(row.activity.deadline, context);
    if (instances.length + drafts.length > instancesMax) refuseTooMany();
    const executors = executorsOf(row.activity.parties, known);
    const by = { executors, known, madeAt: null };
    for (const instance of instanceRows(keyOf(row), drafts, by)) instances.push(instance);
  }
  await insertInstances(tx, instances);
  await insertEdition(tx, {
    id: plan.id,
    plan_id: plan.id,
    scope,
    number: 1,
    act_type: draft.actType,
    act_number: draft.actNumber,
    act_on: draft.actOn,
    act_authority: draft.actAuthority,
    in_force_on: draft.actOn ?? isoDateIn(by.now),
    approved_by_id: by.personId,
    approved_at: by.now,
  });
  return plan.id;
}

/** The document was read by the usual school year; the territory may have entered its own. */
const redated = (draft: PlanDraft, reckoning: Reckoning): PlanDraft => ({
  ...draft,
  activities: draft.activities.map((activity) => ({
    ...activity,
    deadline: redateDeadline(activity.deadline, deadlineContextOf(draft, reckoning)),
  })),
});

type PlanKey = { readonly id: string; readonly scope: string };
type Placed = {
  readonly id: string;
  readonly activity: ActivityDraft;
  readonly position: number;
  readonly sectionId: string | null;
};

function headOf(
  draft: PlanDraft,
  plan: PlanKey & Pick<PlanHead, 'kind'>,
  made: { readonly activityIds: readonly string[]; readonly now: Date },
): Omit<PlanHead, 'ownerName' | 'nextEditionOn'> {
  const { schoolIds, sections, activities, warnings, ...fields } = draft;
  void [schoolIds, sections, activities];
  return {
    ...fields,
    ...plan,
    warnings: warnings.map(({ activity, ...warning }) => ({
      ...warning,
      activityId: activity === null ? null : (made.activityIds[activity] ?? null),
    })),
    state: 'in-force',
    createdAt: made.now,
    version: 1,
  };
}

const schoolRows = (draft: PlanDraft, plan: PlanKey) =>
  draft.schoolIds.map((schoolId) => ({
    id: randomUUID(),
    plan_id: plan.id,
    scope: plan.scope,
    org_unit_id: schoolId,
    from_on: null,
    until_on: null,
  }));

const activityRow = ({ id, activity, position, sectionId }: Placed, plan: PlanKey) => ({
  id,
  plan_id: plan.id,
  scope: plan.scope,
  section_id: sectionId,
  position,
  printed_no: activity.no,
  title: activity.title,
  deadline: JSON.stringify(activity.deadline),
  per_school: activity.deadline.perSchool,
  source: activity.source === null ? null : JSON.stringify(activity.source),
  removed_on: null,
  version: 1,
});
