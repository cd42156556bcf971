import { z } from 'zod';
import { roles } from '../basics/actor.ts';
import { isCalendarDate } from '../basics/calendar-date.ts';
import { contract } from '../basics/contract.ts';
import { Person, PersonFields } from './person.ts';

const Done = z.object({});
const PersonId = z.object({ personId: z.uuid() });
const Day = z.string().refine(isCalendarDate);

/** A node of the organisation tree where the actor may give roles. */
export const Place = z.object({
  id: z.uuid(),
  scope: z.string(),
  kind: z.string(),
  name: z.string(),
  /** Name of the node above, which tells two schools № 1 apart. */
  above: z.string().nullable(),
});
export type Place = z.infer<typeof Place>;

export const HeldRole = z.object({
  id: z.uuid(),
  role: z.enum(roles),
  scope: z.string(),
  orgUnitId: z.uuid(),
  orgUnitName: z.string(),
  fromOn: z.string(),
  untilOn: z.string().nullable(),
  acting: z.boolean(),
});
export type HeldRole = z.infer<typeof HeldRole>;

export const ListedPerson = Person.extend({
  orgUnitName: z.string(),
  /** Not invited yet, invited and not come yet, or able to sign in. */
  access: z.enum(['none', 'invited', 'active']),
  hasSecondFactor: z.boolean(),
  lastSeenAt: z.iso.datetime().nullable(),
  /** In force or still to begin; on one person's page also those that are over. Only such as the asking person may see. */
  roles: z.array(HeldRole),
});
export type ListedPerson = z.infer<typeof ListedPerson>;

export const peopleListMax = 200;

export const GivenRole = z.object({
  role: z.enum(roles),
  orgUnitId: z.uuid(),
  fromOn: Day,
  untilOn: Day.nullable(),
  acting: z.boolean(),
});
export type GivenRole = z.infer<typeof GivenRole>;

export const SignInPolicy = z.object({
  /** Nobody with one of these roles gets in without a second factor. */
  secondFactorRoles: z.array(z.enum(roles)),
  version: z.number().int(),
});
export type SignInPolicy = z.infer<typeof SignInPolicy>;

export const peopleContract = contract({
  listPlaces: {
    method: 'GET',
    path: '/places',
    summary: 'Organisations where I may add people and give roles',
    permission: { who: 'role', action: 'people.manage' },
    output: z.array(Place),
  },
  listPeople: {
    method: 'GET',
    path: '/people',
    summary: `People who work in my territory, by surname, ${peopleListMax} at most`,
    permission: { who: 'role', action: 'people.read' },
    query: z.object({
      search: z.string().trim().max(100).optional(),
      orgUnitId: z.uuid().optional(),
      role: z.enum(roles).optional(),
    }),
    output: z.object({ people: z.array(ListedPerson), isCut: z.boolean() }),
  },
  getPerson: {
    method: 'GET',
    path: '/people/:personId',
    summary: 'One person with all her roles',
    permission: { who: 'role-on-thing', action: 'people.read' },
    params: PersonId,
    output: ListedPerson,
  },
  addPerson: {
    method: 'POST',
    path: '/people',
    summary: 'Add a person; she cannot sign in until she is invited',
    permission: { who: 'role-on-thing', action: 'people.manage' },
    body: PersonFields,
    output: Person,
  },
  changePerson: {
    method: 'PUT',
    path: '/people/:personId',
    summary: 'Change a person; refused when she has a role above mine, or somebody changed her meanwhile',
    permission: { who: 'role-on-thing', action: 'people.manage' },
    params: PersonId,
    body: PersonFields.extend({ version: z.number().int() }),
    output: Person,
  },
  makeLink: {
    method: 'POST',
    path: '/people/:personId/link',
    summary: 'An invitation, or a link to a new password when she has one; mailed when mail is set up',
    permission: { who: 'role-on-thing', action: 'people.manage' },
    params: PersonId,
    output: z.object({
      purpose: z.enum(['invitation', 'reset']),
      address: z.string(),
      expiresAt: z.iso.datetime(),
      mailed: z.boolean(),
    }),
  },
  revokePersonSessions: {
    method: 'POST',
    path: '/people/:personId/revoke-sessions',
    summary: 'End all sessions of a person and her unused links',
    permission: { who: 'role-on-thing', action: 'people.manage' },
    params: PersonId,
    output: z.object({ count: z.number().int() }),
  },
  removePersonSecondFactor: {
    method: 'POST',
    path: '/people/:personId/second-factor/remove',
    summary: 'Take away the second factor of a person who has lost her device; ends her sessions',
    permission: { who: 'role-on-thing', action: 'people.manage' },
    params: PersonId,
    output: Done,
  },
  giveRole: {
    method: 'POST',
    path: '/people/:personId/roles',
    summary: 'Give a role not stronger than mine on my node or below it',
    permission: { who: 'role-on-thing', action: 'people.manage' },
    params: PersonId,
    body: GivenRole,
    output: Done,
  },
  endRole: {
    method: 'POST',
    path: '/roles/:assignmentId/end',
    summary: 'Set the last day of a role',
    permission: { who: 'role-on-thing', action: 'people.manage' },
    params: z.object({ assignmentId: z.uuid() }),
    body: z.object({ untilOn: Day }),
    output: Done,
  },
  handOver: {
    method: 'POST',
    path: '/people/:personId/handover',
    summary: 'Hand all roles of a person over to another from a day on: for good, or acting until a day',
    permission: { who: 'role-on-thing', action: 'people.manage' },
    params: PersonId,
    body: z.object({ toPersonId: z.uuid(), fromOn: Day, actingUntilOn: Day.nullable() }),
    output: z.object({ count: z.number().int() }),
  },
  getSignInPolicy: {
    method: 'GET',
    path: '/sign-in-policy',
    summary: 'What is demanded of those who sign in',
    permission: { who: 'role', action: 'security.manage' },
    output: SignInPolicy,
  },
  setSignInPolicy: {
    method: 'PUT',
    path: '/sign-in-policy',
    summary: 'Demand a second factor of roles, from their next sign-in on',
    permission: { who: 'role-on-thing', action: 'security.manage' },
    body: SignInPolicy,
    output: SignInPolicy,
  },
});
