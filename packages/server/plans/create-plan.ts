import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { draftInstances } from '@opora/domain/plans/draft-instances.ts';
import type { ActivityDraft, PlanDraft } from '@opora/domain/plans/plan-draft.ts';
import { territoryOf } from '@opora/domain/plans/territory.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { insertActivities, insertExpected, insertParties } from './activity-queries.ts';
import { insertInstances } from './instance-queries.ts';
import { getPartyScopes, type PartyScopes } from './party-queries.ts';
import { insertPlan, insertPlanSchools, insertSections, type PlanHead } from './plans-queries.ts';

/**
 * Puts a reviewed plan in force: its rows, its participants, and for each activity the dated instances that its deadline
 * means. Gives the plan's id. Refuses when the actor may not manage plans of the owner's territory.
 */
export async function createPlan(
  tx: Tx,
  draft: PlanDraft,
  by: { readonly allow: Call['allow']; readonly now: Date },
): Promise<string> {
  const known = await getPartyScopes(tx, {
    orgUnitIds: [draft.ownerUnitId, ...draft.schoolIds, ...draft.activities.flatMap(unitsOf)],
    personIds: [...optional(draft.controllerId), ...draft.activities.flatMap(personsOf)],
  });
  const owner = known.units.get(draft.ownerUnitId);
  if (owner === undefined) throw new Refusal('not-found');
  const scope = territoryOf(owner);
  by.allow('plans.manage', { scope });
  const plan = { id: randomUUID(), scope };
  const activityIds = draft.activities.map(() => randomUUID());
  const sections = draft.sections.map((title) => ({ id: randomUUID(), title }));
  await insertPlan(tx, headOf(draft, plan, { activityIds, now: by.now }));
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
  await insertParties(
    tx,
    placed.flatMap((row) => partyRows(row, plan)),
  );
  await insertExpected(
    tx,
    placed.flatMap((row) => expectedRows(row, plan)),
  );
  await insertInstances(
    tx,
    placed.flatMap((row) => instanceRows(row, plan, { draft, known })),
  );
  return plan.id;
}

type PlanKey = { readonly id: string; readonly scope: string };
type Placed = {
  readonly id: string;
  readonly activity: ActivityDraft;
  readonly position: number;
  readonly sectionId: string | null;
};

function headOf(
  draft: PlanDraft,
  plan: PlanKey,
  made: { readonly activityIds: readonly string[]; readonly now: Date },
): Omit<PlanHead, 'ownerName'> {
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
  [...new Set(draft.schoolIds)].map((schoolId) => ({
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

const partyRows = ({ id, activity }: Placed, plan: PlanKey) =>
  activity.parties.map((party, position) => ({
    id: randomUUID(),
    activity_id: id,
    plan_id: plan.id,
    scope: plan.scope,
    position,
    raw: party.raw,
    role: party.role,
    org_unit_id: party.orgUnitId,
    person_id: party.personId,
  }));

const expectedRows = ({ id, activity }: Placed, plan: PlanKey) =>
  activity.expected.map((raw, position) => ({
    id: randomUUID(),
    activity_id: id,
    plan_id: plan.id,
    scope: plan.scope,
    position,
    raw,
    kind: 'statement' as const,
    target_count: null,
    target_share: null,
  }));

function instanceRows(
  { id, activity }: Placed,
  plan: PlanKey,
  given: { readonly draft: PlanDraft; readonly known: PartyScopes },
) {
  const { draft, known } = given;
  const executors = executorsOf(activity, known);
  return draftInstances(activity.deadline, {
    actOn: draft.actOn,
    periodStartsOn: draft.periodStartsOn,
    periodEndsOn: draft.periodEndsOn,
    schoolIds: [...new Set(draft.schoolIds)],
  }).map((instance) => ({
    id: randomUUID(),
    plan_id: plan.id,
    activity_id: id,
    scope: instance.schoolId === null ? plan.scope : scopeOfUnit(known, instance.schoolId),
    school_id: instance.schoolId,
    label: instance.label,
    starts_on: instance.startsOn,
    due_on: instance.dueOn,
    printed_due_on: instance.dueOn,
    state: instance.state,
    rounds: 0,
    assignee_id: null,
    executors,
    submitted_by_id: null,
    submitted_at: null,
    accepted_at: null,
    version: 1,
  }));
}

/** Nodes from which the matched parties act. */
export function executorsOf(
  activity: { readonly parties: readonly { orgUnitId: string | null; personId: string | null }[] },
  known: PartyScopes,
): string[] {
  const units = activity.parties.flatMap((party) => optional(party.orgUnitId));
  const persons = activity.parties.flatMap((party) => optional(party.personId));
  return [
    ...new Set([
      ...units.map((unitId) => scopeOfUnit(known, unitId)),
      ...persons.map((personId) => scopeOfPerson(known, personId)),
    ]),
  ];
}

function scopeOfUnit(known: PartyScopes, id: string): string {
  const unit: Pick<OrgUnit, 'scope'> | undefined = known.units.get(id);
  if (unit === undefined) throw new Refusal('not-found');
  return unit.scope;
}

function scopeOfPerson(known: PartyScopes, id: string): string {
  const scope = known.persons.get(id);
  if (scope === undefined) throw new Refusal('not-found');
  return scope;
}

const unitsOf = (activity: ActivityDraft): string[] =>
  activity.parties.flatMap((party) => optional(party.orgUnitId));
const personsOf = (activity: ActivityDraft): string[] =>
  activity.parties.flatMap((party) => optional(party.personId));
const optional = (id: string | null): string[] => (id === null ? [] : [id]);
