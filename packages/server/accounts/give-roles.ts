import type { GivenRole } from '@opora/domain/accounts/people-contract.ts';
import { mayGive } from '@opora/domain/accounts/role-power.ts';
import {
  type AssignmentTerm,
  coversTerm,
  doTermsOverlap,
  handover,
  rolesInForce,
} from '@opora/domain/accounts/role-term.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import { rootScope } from '../platform/system-entry.ts';
import { getManagedUnit } from './change-people.ts';
import { allAssignments } from './managed-person.ts';
import { findPerson } from './person-queries.ts';
import { findAssignment, hasOtherAdministrator, insertAssignment, setAssignmentEnd } from './role-queries.ts';
import { findUnit, type UnitRow } from './unit-queries.ts';

export async function giveRole(call: Call, personId: string, given: GivenRole): Promise<void> {
  const { orgUnitId, role, fromOn, untilOn, acting } = given;
  const unit = await getManagedUnit(call, orgUnitId);
  if (!mayGive(call.actor, { role, scope: unit.scope })) throw new Refusal('accounts-role-too-strong');
  if ((await findPerson(call.tx, personId)) === undefined) throw new Refusal('not-found');
  if (untilOn !== null && untilOn < fromOn) throw new Refusal('accounts-role-dates');
  if (isClosedFor(unit, fromOn, call.now)) throw new Refusal('accounts-unit-closed');
  const term = { personId, role, scope: unit.scope, orgUnitId, fromOn, untilOn, acting, inPlaceOfId: null };
  if (await holdsAlready(call, term)) throw new Refusal('accounts-role-held');
  await insertAssignment(call.tx, term);
}

export async function endRole(call: Call, assignmentId: string, untilOn: string): Promise<void> {
  const assignment = await findAssignment(call.tx, assignmentId);
  if (assignment === undefined) throw new Refusal('not-found');
  call.allow('people.manage', assignment);
  if (!mayGive(call.actor, assignment)) throw new Refusal('accounts-role-too-strong');
  if (untilOn < assignment.fromOn) throw new Refusal('accounts-role-dates');
  const isRegion = assignment.role === 'administrator' && assignment.scope === rootScope;
  if (isRegion && !(await hasOtherAdministrator(call.tx, assignment, untilOn))) {
    throw new Refusal('accounts-last-administrator');
  }
  await setAssignmentEnd(call.tx, assignmentId, untilOn);
}

type HandoverOrder = {
  readonly toPersonId: string;
  readonly fromOn: string;
  readonly actingUntilOn: string | null;
};

/** Hands over all roles that are in force on the day; what the recipient already holds for as long is not given twice. */
export async function handOver(
  call: Call,
  personId: string,
  order: HandoverOrder,
): Promise<{ count: number }> {
  const { toPersonId, fromOn, actingUntilOn } = order;
  if (toPersonId === personId) throw new Refusal('accounts-handover-to-herself');
  if (actingUntilOn !== null && actingUntilOn < fromOn) throw new Refusal('accounts-role-dates');
  const [person, recipient] = [await findPerson(call.tx, personId), await findPerson(call.tx, toPersonId)];
  if (person === undefined || recipient === undefined) throw new Refusal('not-found');
  call.allow('people.manage', person);
  const held = await allAssignments(call, personId);
  if (rolesInForce(held, fromOn).length === 0) throw new Refusal('accounts-handover-nothing');
  if (!rolesInForce(held, fromOn).every((assignment) => mayGive(call.actor, assignment))) {
    throw new Refusal('accounts-role-too-strong');
  }
  const { ended, begun } = handover(held, { toPersonId, fromOn, actingUntilOn });
  for (const { id, untilOn } of ended) await setAssignmentEnd(call.tx, id, untilOn);
  const known = await allAssignments(call, toPersonId);
  for (const term of begun) {
    const unit = await findUnit(call.tx, term.orgUnitId);
    // What was done at a closed unit ends with who did it.
    if (unit !== undefined && isClosedFor(unit, term.fromOn, call.now)) continue;
    if (!known.some((other) => isSameRole(other, term) && coversTerm(other, term))) {
      await insertAssignment(call.tx, term);
    }
  }
  return { count: begun.length };
}

/** Does a role from this day on begin at a unit that is closed by then, or already? */
function isClosedFor({ closed_on: closedOn }: UnitRow, fromOn: string, now: Date): boolean {
  return closedOn !== null && (closedOn < fromOn || closedOn < isoDateIn(now));
}

async function holdsAlready(call: Call, term: AssignmentTerm): Promise<boolean> {
  const held = await allAssignments(call, term.personId);
  return held.some((other) => isSameRole(other, term) && doTermsOverlap(other, term));
}

const isSameRole = (one: AssignmentTerm, other: AssignmentTerm): boolean =>
  one.role === other.role && one.scope === other.scope;
