import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { CalendarDateText } from '../registry/org-unit.ts';
import { mailStates } from './mail-fate.ts';
import { DigestContent } from './reminder.ts';
import { OwnReminderSettings, ReminderRules } from './reminder-settings.ts';

const OrgUnitId = z.object({ orgUnitId: z.uuid() });

/** A day on which something was told. */
export const DigestDay = z.object({
  day: z.string(),
  /** Instances that it told of. */
  count: z.number().int(),
  isRead: z.boolean(),
});
export type DigestDay = z.infer<typeof DigestDay>;

export const Digest = DigestContent.extend({
  day: z.string(),
  isRead: z.boolean(),
  /** Null: no letter was meant to go. */
  mail: z.enum(mailStates).nullable(),
});
export type Digest = z.infer<typeof Digest>;

export const Reminders = z.object({
  /** The latest first. */
  days: z.array(DigestDay),
  /** Of the asked day, or the latest; null when there is none. */
  digest: Digest.nullable(),
});
export type Reminders = z.infer<typeof Reminders>;

export const ShownReminderSettings = OwnReminderSettings.extend({
  version: z.number().int(),
  /** Null: no letter can reach her. */
  email: z.string().nullable(),
  /** A mail server is set up. */
  canMail: z.boolean(),
  office: ReminderRules,
  /** Who may stand in: people of her organisation. */
  colleagues: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type ShownReminderSettings = z.infer<typeof ShownReminderSettings>;

export const OfficeRules = ReminderRules.extend({
  version: z.number().int(),
  /** Null: nobody decided here; the rules are from above or the usual ones. */
  changedBy: z.string().nullable(),
  changedAt: z.iso.datetime().nullable(),
});
export type OfficeRules = z.infer<typeof OfficeRules>;

/** Days whose digests are kept at hand; older ones stay in the database. */
export const digestDaysMax = 30;

export const remindersContract = contract({
  getReminders: {
    method: 'GET',
    path: '/me/reminders',
    summary: `My digest of a day, or the latest, and the last ${digestDaysMax} days that have one`,
    permission: { who: 'self' },
    query: z.object({ day: CalendarDateText.optional() }),
    output: Reminders,
  },
  readReminders: {
    method: 'POST',
    path: '/me/reminders/read',
    summary: 'Mark my digests read, up to and including the day',
    permission: { who: 'self' },
    body: z.object({ day: CalendarDateText }),
    output: z.object({ count: z.number().int() }),
  },
  getReminderSettings: {
    method: 'GET',
    path: '/me/reminder-settings',
    summary: 'How I am reminded, with what my office decided',
    permission: { who: 'self' },
    output: ShownReminderSettings,
  },
  setReminderSettings: {
    method: 'PUT',
    path: '/me/reminder-settings',
    summary: 'Change how I am reminded: letters, days before, quiet days, absences and who stands in',
    permission: { who: 'self' },
    body: OwnReminderSettings.extend({ version: z.number().int() }),
    output: ShownReminderSettings,
  },
  getReminderRules: {
    method: 'GET',
    path: '/org-units/:orgUnitId/reminder-rules',
    summary: 'When people of an office are reminded and who is told of what is very late',
    permission: { who: 'role-on-thing', action: 'reminders.manage' },
    params: OrgUnitId,
    output: OfficeRules,
  },
  setReminderRules: {
    method: 'PUT',
    path: '/org-units/:orgUnitId/reminder-rules',
    summary: 'Decide it for an office and all below it that decided nothing',
    permission: { who: 'role-on-thing', action: 'reminders.manage' },
    params: OrgUnitId,
    body: ReminderRules.extend({ version: z.number().int() }),
    output: OfficeRules,
  },
});
