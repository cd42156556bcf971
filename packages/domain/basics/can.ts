import { isWithin, roles, type Actor, type Role, type RoleGrant, type ScopePath } from './actor.ts';

/** Anything that belongs to a node of the organisation tree. */
export type ScopedThing = { readonly scope: ScopePath };

type Rule = (grant: RoleGrant, thing: ScopedThing) => boolean;

const coordinators: readonly Role[] = ['administrator', 'regional-coordinator', 'municipal-coordinator'];

/** The thing is at the role's node or below it. */
const below =
  (...holders: readonly Role[]): Rule =>
  (grant, thing) =>
    holders.includes(grant.role) && isWithin(thing.scope, grant.scope);

/** As `below`, and what stands above the role's node too: an order of the region addresses every school in it. */
const alongLine =
  (...holders: readonly Role[]): Rule =>
  (grant, thing) =>
    holders.includes(grant.role) &&
    (isWithin(thing.scope, grant.scope) || isWithin(grant.scope, thing.scope));

/** Who may do what: one line an action. The server refuses by it, the web hides the button by it. */
const policies = {
  'registry.read': alongLine(...roles),
  'registry.manage': below(...coordinators),
  'calendars.manage': below(...coordinators),
  /** The decree on days off of a whole year. */
  'calendars.decree': below('administrator', 'regional-coordinator'),
  'people.read': below(...coordinators, 'school-director'),
  'people.manage': below(...coordinators),
  'security.manage': below('administrator'),
  'audit.read': below(...coordinators),
  'plans.read': alongLine(...roles),
  /** A director keeps the plans of her own school. */
  'plans.manage': below(...coordinators, 'methodologist', 'school-director'),
  /** What is asked of a school from outside is put off or taken back from outside. */
  'plans.direct': below(...coordinators, 'methodologist'),
  'plans.execute': below(
    ...coordinators,
    'methodologist',
    'curator',
    'school-director',
    'school-coordinator',
  ),
  'plans.accept': below(...coordinators, 'methodologist', 'curator'),
  'plans.comment': alongLine(...roles),
  /** Of schools; what stands above a school is shown to it without other schools' numbers. */
  'results.read': below(...roles),
  'results.import': below(...coordinators),
  /** Approved lists: how much of one is seen, row security says. */
  'identification.read': alongLine(
    ...coordinators,
    'methodologist',
    'curator',
    'school-director',
    'school-coordinator',
  ),
  'identification.manage': below(...coordinators),
  /** The social passport of a school. */
  'passport.enter': below(...coordinators, 'school-director', 'school-coordinator'),
  /** Definitions and campaigns. */
  'indicators.read': alongLine(...roles),
  'indicators.manage': below(...coordinators),
  /** Values of schools; small ones are hidden above the school. */
  'indicators.values': below(...roles),
  'indicators.enter': below(...coordinators, 'school-director', 'school-coordinator'),
  'indicators.approve': below(...coordinators),
  'reminders.manage': below(...coordinators),
  'hearings.read': alongLine(...roles),
  'hearings.manage': below(...coordinators, 'methodologist'),
} satisfies Record<string, Rule>;

export type Action = keyof typeof policies;

/** May the actor do this to this thing? */
export function can(actor: Actor, action: Action, thing: ScopedThing): boolean {
  return actor.grants.some((grant) => policies[action](grant, thing));
}

/** Has the actor a role with this action at all, wherever? Decides whether a page or a list is offered. */
export function canSomewhere(actor: Actor, action: Action): boolean {
  return actor.grants.some((grant) => policies[action](grant, { scope: grant.scope }));
}

/** Nodes at and below which the actor has the action: what a list may show when her other roles would let her see more. */
export function scopesWith(actor: Actor, action: Action): ScopePath[] {
  const grants = actor.grants.filter((grant) => policies[action](grant, { scope: grant.scope }));
  return [...new Set(grants.map((grant) => grant.scope))];
}
