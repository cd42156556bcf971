import { z } from 'zod';
import { isCalendarDate } from '../basics/calendar-date.ts';
import { contract } from '../basics/contract.ts';

const Day = z.string().refine(isCalendarDate);

/** One changed row, or one sign-in. Values are as the database holds them; secrets are marks, never values. */
export const AuditEntry = z.object({
  /** Where the next page goes on: instant and id, because instants may be equal. */
  cursor: z.string(),
  at: z.iso.datetime(),
  /** Null: the system itself, or somebody who has not signed in. */
  actorId: z.uuid().nullable(),
  actorName: z.string().nullable(),
  /** Operation of the contract, null when the change came from outside one. */
  operation: z.string().nullable(),
  table: z.string(),
  rowId: z.string(),
  /** What the row is about, in words: a person's or an organisation's name. */
  thing: z.string().nullable(),
  change: z.enum(['insert', 'update', 'delete']),
  fields: z.array(z.object({ name: z.string(), old: z.string().nullable(), new: z.string().nullable() })),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const SignInEntry = z.object({
  cursor: z.string(),
  at: z.iso.datetime(),
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  outcome: z.enum([
    'signed-in',
    'unknown-person',
    'wrong-password',
    'wrong-code',
    'locked',
    'too-many',
    'recovery-code',
    'signed-out',
  ]),
  address: z.string(),
  userAgent: z.string(),
});
export type SignInEntry = z.infer<typeof SignInEntry>;

export const auditPageSize = 50;

const Period = z.object({
  personId: z.uuid().optional(),
  fromOn: Day.optional(),
  /** Last day, included. */
  untilOn: Day.optional(),
  after: z.string().max(80).optional(),
});

export const auditContract = contract({
  listChanges: {
    method: 'GET',
    path: '/audit/changes',
    summary: `Changes in my territory, the latest first, ${auditPageSize} a page; next is the cursor of the next page`,
    permission: { who: 'role', action: 'audit.read' },
    query: Period.extend({ table: z.string().max(63).optional(), rowId: z.uuid().optional() }),
    output: z.object({ entries: z.array(AuditEntry), next: z.string().nullable() }),
  },
  listSignIns: {
    method: 'GET',
    path: '/audit/sign-ins',
    summary: 'Sign-ins and refused attempts in my territory, the latest first',
    permission: { who: 'role', action: 'audit.read' },
    query: Period,
    output: z.object({ entries: z.array(SignInEntry), next: z.string().nullable() }),
  },
  listAuditors: {
    method: 'GET',
    path: '/audit/people',
    summary: 'People who have changed something in my territory, for the filter',
    permission: { who: 'role', action: 'audit.read' },
    output: z.array(z.object({ id: z.uuid(), name: z.string() })),
  },
});
