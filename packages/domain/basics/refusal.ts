/**
 * Why the system refuses, as a code. The text for a person comes from the catalogue (`refusal-catalog.ts`), the status from here.
 * Codes of one feature are kept together; add yours with its two texts.
 */
export const refusalStatus = {
  'not-signed-in': 401,
  'second-factor-needed': 401,
  forbidden: 403,
  'origin-refused': 403,
  'not-found': 404,
  'input-invalid': 400,
  'changed-meanwhile': 409,
  'already-exists': 409,
  'in-use': 409,
  'too-many-requests': 429,
  'too-large': 413,
  'try-again': 503,
  internal: 500,
  'accounts-wrong-credentials': 422,
  'accounts-locked': 429,
  'accounts-password-short': 422,
  'accounts-password-leaked': 422,
  'accounts-password-personal': 422,
  'accounts-wrong-password': 422,
  'accounts-wrong-code': 422,
  'accounts-first-not-here': 403,
  'accounts-first-exists': 409,
  'accounts-link-invalid': 422,
  'accounts-no-mail': 422,
  'accounts-second-factor-exists': 409,
  'accounts-second-factor-absent': 409,
  'accounts-second-factor-required': 422,
  'accounts-email-needed': 422,
  'accounts-email-taken': 409,
  'accounts-role-too-strong': 403,
  'accounts-role-dates': 422,
  'accounts-role-held': 409,
  'accounts-unit-closed': 422,
  'accounts-handover-nothing': 422,
  'accounts-handover-to-herself': 422,
  'accounts-last-administrator': 422,
  'accounts-region-needed': 422,
  'draft-not-open': 409,
  'draft-incomplete': 422,
  'file-refused': 422,
  'draft-nothing-to-undo': 409,
  'registry-parent-kind': 422,
  'registry-inn-wrong': 422,
  'registry-ogrn-wrong': 422,
  'registry-closed-before-opened': 422,
  'registry-period-wrong': 422,
  'registry-period-overlaps': 409,
  'registry-not-a-school': 422,
  'registry-category-of-list': 409,
  'identification-not-territory': 422,
  'identification-no-results': 422,
  'identification-not-draft': 409,
  'identification-not-approved': 409,
  'identification-overlaps': 409,
  'registry-open-below': 409,
  'registry-closing-used': 409,
  'registry-parent-closed': 409,
  'registry-removing-used': 409,
  'registry-calendar-not-region': 422,
  'registry-calendar-year-known': 409,
  'registry-calendar-day-wrong': 422,
  'registry-calendar-not-read': 422,
  'registry-school-year-wrong': 422,
  'registry-import-applied': 409,
  'registry-import-used': 409,
  'registry-import-no-rows': 422,
  'registry-import-too-long': 413,
  'plans-move-closed': 409,
  'plans-moved-meanwhile': 409,
  'plans-bulk-too-many': 422,
  'plans-undo-gone': 409,
  'plans-note-missing': 422,
  'plans-evidence-missing': 422,
  'plans-own-submission': 403,
  'plans-own-question': 403,
  'plans-date-past': 422,
  'plans-date-not-later': 422,
  'plans-date-before-start': 422,
  'plans-date-known': 409,
  'plans-evidence-closed': 409,
  'plans-result-unknown': 422,
  'plans-file-missing': 422,
  'plans-assignee-outside': 422,
  'plans-too-many-instances': 422,
  'plans-schedule-empty': 422,
  'plans-nothing-waits': 409,
  'plans-event-without-term': 422,
  'plans-dating-closed': 409,
  'plans-day-to-come': 422,
  'plans-not-in-force-yet': 422,
  'plans-of-hearing': 409,
  'amendment-open-already': 409,
  'amendment-not-open': 409,
  'amendment-incomplete': 422,
  'amendment-nothing-changed': 422,
  'amendment-in-force-before-act': 422,
  'amendment-in-force-before-edition': 422,
  'hearing-not-open': 409,
  'hearing-incomplete': 422,
  'hearing-number-used': 409,
  'hearing-not-yet': 422,
  'hearing-reasons-missing': 422,
  'hearing-unchanged': 422,
  'cascade-not-asked': 422,
  'cascade-nothing-changed': 422,
  'reminders-absence-dates': 422,
  'reminders-absence-overlaps': 422,
  'reminders-stand-in-outside': 422,
} as const;

export type RefusalCode = keyof typeof refusalStatus;

/** Facts for the message: a name, a limit, a date. Never anything about a pupil. */
export type RefusalFacts = Readonly<Record<string, string | number>>;

/** Thrown by domain and server code; the transaction is rolled back and the person gets the text of the code. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly facts: RefusalFacts;

  constructor(code: RefusalCode, facts: RefusalFacts = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

/** A field of the input that was not accepted. */
export type FieldProblem = { readonly path: string; readonly message: string };
