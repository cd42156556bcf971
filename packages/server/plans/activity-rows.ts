import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { InstanceDraft } from '@opora/domain/plans/draft-instances.ts';
import type { PartyFields } from '@opora/domain/plans/plan.ts';
import { splitExpected } from '@opora/domain/plans/read-expected.ts';
import type { PartyScopes } from './party-queries.ts';

/** The activity to which rows belong. */
export type ActivityKey = { readonly id: string; readonly planId: string; readonly scope: string };

export const partyRows = (activity: ActivityKey, parties: readonly PartyFields[]) =>
  parties.map((party, position) => ({
    id: randomUUID(),
    activity_id: activity.id,
    plan_id: activity.planId,
    scope: activity.scope,
    position,
    raw: party.raw,
    role: party.role,
    org_unit_id: party.orgUnitId,
    person_id: party.personId,
  }));

/** Printed results typed; a cell that still holds several becomes several. */
export const expectedRows = (activity: ActivityKey, printed: readonly string[]) =>
  printed.flatMap(splitExpected).map((result, position) => ({
    id: randomUUID(),
    activity_id: activity.id,
    plan_id: activity.planId,
    scope: activity.scope,
    position,
    raw: result.raw,
    kind: result.kind,
    target_count: null,
    target_share: result.kind === 'participation' ? Math.min(1, result.percent / 100) : null,
  }));

export const instanceRows = (
  activity: ActivityKey,
  drafts: readonly InstanceDraft[],
  by: {
    readonly executors: readonly string[];
    readonly known: PartyScopes;
    /** Null: with the plan. */
    readonly madeAt: Date | null;
  },
) =>
  drafts.map((draft) => ({
    id: randomUUID(),
    plan_id: activity.planId,
    activity_id: activity.id,
    scope: draft.schoolId === null ? activity.scope : scopeOfUnit(by.known, draft.schoolId),
    school_id: draft.schoolId,
    label: draft.label,
    starts_on: draft.startsOn,
    due_on: draft.dueOn,
    printed_due_on: draft.dueOn,
    state: draft.state,
    rounds: 0,
    assignee_id: null,
    executors: [...by.executors],
    submitted_by_id: null,
    submitted_at: null,
    accepted_at: null,
    made_at: by.madeAt,
    version: 1,
  }));

type Meant = Pick<PartyFields, 'orgUnitId' | 'personId'>;

/** Nodes from which the matched parties act. */
export function executorsOf(parties: readonly Meant[], known: PartyScopes): string[] {
  const units = parties.flatMap(({ orgUnitId }) => (orgUnitId === null ? [] : scopeOfUnit(known, orgUnitId)));
  const persons = parties.flatMap(({ personId }) =>
    personId === null ? [] : scopeOfPerson(known, personId),
  );
  return [...new Set([...units, ...persons])];
}

function scopeOfUnit(known: PartyScopes, id: string): string {
  const unit = known.units.get(id);
  if (unit === undefined) throw new Refusal('not-found');
  return unit.scope;
}

function scopeOfPerson(known: PartyScopes, id: string): string {
  const scope = known.persons.get(id);
  if (scope === undefined) throw new Refusal('not-found');
  return scope;
}

/** Organisations and people that the parties name. */
export function namedIn(parties: readonly Meant[]): { orgUnitIds: string[]; personIds: string[] } {
  return {
    orgUnitIds: parties.flatMap(({ orgUnitId }) => (orgUnitId === null ? [] : orgUnitId)),
    personIds: parties.flatMap(({ personId }) => (personId === null ? [] : personId)),
  };
}
