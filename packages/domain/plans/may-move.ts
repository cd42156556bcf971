import { isWithin, type Actor, type Role, type ScopePath } from '../basics/actor.ts';
import { can, type Action } from '../basics/can.ts';
import { type InstanceMove, moveRules, type InstanceState, stateAfter } from './instance-state.ts';
import type { PlanKind } from './plan.ts';

/** What decides who may act on an instance. */
export type InstancePlace = {
  /** The school's node when the obligation is one school's, else the plan's territory. */
  readonly scope: ScopePath;
  readonly ofSchool: boolean;
  /** The territory whose plan it is; null for a decision of a hearing. */
  readonly keptAt: ScopePath | null;
  /** Nodes of the matched parties. */
  readonly executors: readonly ScopePath[];
  readonly submittedById: string | null;
  /** To whom the act gives control of execution. */
  readonly controllerId: string | null;
};

/** The node from which the actor carries the instance out; null when she is not among its executors. */
export function executingScope(actor: Actor, instance: InstancePlace): ScopePath | null {
  return nodeWith(actor, 'plans.execute', nodesOf(instance));
}

/** The nodes by which an instance is reached. */
export function nodesOf(instance: Pick<InstancePlace, 'scope' | 'executors'>): ScopePath[] {
  return [...instance.executors, instance.scope];
}

/** The first of the nodes on which the actor may do this. */
export function nodeWith(actor: Actor, action: Action, nodes: readonly ScopePath[]): ScopePath | null {
  return nodes.find((scope) => can(actor, action, { scope })) ?? null;
}

/** Entitled to accept: above the executor, or given the control of the plan by its act. */
export function isAcceptor(actor: Actor, instance: InstancePlace): boolean {
  return can(actor, 'plans.accept', { scope: instance.scope }) || instance.controllerId === actor.personId;
}

/** Nobody accepts or returns what she submitted herself. */
export function mayAccept(actor: Actor, instance: InstancePlace): boolean {
  return instance.submittedById !== actor.personId && isAcceptor(actor, instance);
}

/** Puts off and takes back: who directs those who carry out, or keeps the plan. */
export function mayDirect(actor: Actor, { scope, keptAt }: InstancePlace): boolean {
  return (
    can(actor, 'plans.direct', { scope }) ||
    (keptAt !== null && can(actor, 'plans.manage', { scope: keptAt }))
  );
}

/** Keeps the plan; what a hearing has decided about a school is not the school's own. */
export function mayManage(
  actor: Actor,
  plan: { readonly scope: ScopePath; readonly kind: PlanKind },
): boolean {
  return can(actor, manageAction(plan), plan);
}

export const manageAction = ({ kind }: { readonly kind: PlanKind }): Action =>
  kind === 'protocol' ? 'plans.direct' : 'plans.manage';

export function mayMove(actor: Actor, move: InstanceMove, instance: InstancePlace): boolean {
  const { action } = moveRules[move];
  switch (action) {
    case 'plans.execute':
      return executingScope(actor, instance) !== null;
    case 'plans.accept':
      return mayAccept(actor, instance);
    case 'plans.direct':
      return mayDirect(actor, instance);
  }
}

/** The moves that are open to the actor now: the buttons that she is offered. */
export function openMoves(
  actor: Actor,
  state: InstanceState,
  instance: InstancePlace & { readonly beforeApproval: boolean },
): InstanceMove[] {
  return (Object.keys(moveRules) as InstanceMove[]).filter(
    (move) => stateAfter(state, move, instance) !== null && mayMove(actor, move, instance),
  );
}

export type WorkPlace = {
  /** Who sees what she adds. */
  readonly scope: ScopePath;
  /** The node from which she acts. */
  readonly authorScope: ScopePath;
};

/**
 * Where a thing that the actor adds to an instance or an activity belongs: what a school gives is seen by the school and
 * those above it, what an office gives, or who carries out another's work, is seen with the thing itself.
 */
export function workPlace(
  actor: Actor,
  thing: ScopePath,
  executors: readonly ScopePath[] = [],
): WorkPlace | null {
  const above = actor.grants.find((grant) => isWithin(thing, grant.scope));
  if (above !== undefined) return { scope: thing, authorScope: above.scope };
  const office = actor.grants.find((grant) => officeRoles.includes(grant.role));
  if (office !== undefined) return { scope: thing, authorScope: office.scope };
  const own = actor.grants.find((grant) => isWithin(grant.scope, thing));
  if (own !== undefined) return { scope: own.scope, authorScope: own.scope };
  const named = actor.grants.find((grant) => executors.some((node) => isWithin(node, grant.scope)));
  return named === undefined ? null : { scope: thing, authorScope: named.scope };
}

const officeRoles: readonly Role[] = [
  'administrator',
  'regional-coordinator',
  'municipal-coordinator',
  'methodologist',
];
