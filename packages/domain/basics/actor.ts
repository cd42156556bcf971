/** Roles of the field, each held on a node of the organisation tree (docs/glossary.md). */
export const roles = [
  'administrator',
  'regional-coordinator',
  'municipal-coordinator',
  'methodologist',
  'curator',
  'school-director',
  'school-coordinator',
  'observer',
] as const;
export type Role = (typeof roles)[number];

/** A path in the organisation tree, labels joined by dots: `region.municipality.school`. */
export type ScopePath = string;

export type RoleGrant = { readonly role: Role; readonly scope: ScopePath };

/** The person who acts, with the roles that are in force today (acting and handed-over ones included). */
export type Actor = {
  readonly personId: string;
  readonly grants: readonly RoleGrant[];
};

/** What still stands between a person and the product: nothing, a code, or setting up the second factor that her role demands. */
export const sessionStages = ['open', 'second-factor', 'enrolment'] as const;
export type SessionStage = (typeof sessionStages)[number];

/** True when `scope` is the node itself or lies below it. */
export function isWithin(scope: ScopePath, node: ScopePath): boolean {
  return scope === node || scope.startsWith(`${node}.`);
}
