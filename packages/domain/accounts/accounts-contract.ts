import { z } from 'zod';
import { roles, sessionStages } from '../basics/actor.ts';
import { languages } from '../basics/catalog.ts';
import { contract } from '../basics/contract.ts';
import { Email, PersonFields } from './person.ts';

const Done = z.object({});
/** What the sign-in page has to ask next; `open` means that the person is in. */
const NextStep = z.object({ step: z.enum(sessionStages) });
/** Only bounds the work of hashing; whether a new password is good is for `password-policy.ts`. */
const Password = z.string().min(1).max(1_000);
const LinkSecret = z.string().min(20).max(100);
const Code = z.string().trim().min(6).max(40);

export const Grant = z.object({
  /** Of the assignment. */
  id: z.uuid(),
  role: z.enum(roles),
  scope: z.string(),
  orgUnitId: z.uuid(),
  orgUnitName: z.string(),
  acting: z.boolean(),
  /** Last day; null while no end is known. */
  untilOn: z.string().nullable(),
});
export type Grant = z.infer<typeof Grant>;

export const Me = z.object({
  personId: z.uuid(),
  surname: z.string(),
  givenName: z.string(),
  patronymic: z.string().nullable(),
  email: z.string().nullable(),
  language: z.enum(languages),
  orgUnitName: z.string(),
  /** Roles in force: the chosen one, or all held today. */
  grants: z.array(Grant),
  /** Roles held today. */
  held: z.array(Grant),
  hasSecondFactor: z.boolean(),
  /** Signs in by OpenID Connect only when false. */
  hasPassword: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const OwnSession = z.object({
  id: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  userAgent: z.string(),
  address: z.string(),
  /** The session that asks. */
  isThis: z.boolean(),
});
export type OwnSession = z.infer<typeof OwnSession>;

export const FirstAdministrator = PersonFields.omit({ orgUnitId: true }).extend({
  email: Email,
  password: Password,
  /** Name of the region, for the root of the organisation tree. */
  regionName: z.string().trim().min(1).max(500),
});
export type FirstAdministrator = z.infer<typeof FirstAdministrator>;

export const accountsContract = contract({
  getSignInPage: {
    method: 'GET',
    path: '/sign-in',
    summary: 'What the sign-in page has to offer',
    permission: { who: 'anyone' },
    output: z.object({
      /** There is no administrator yet; `here`: and this computer may add one. */
      firstStart: z.enum(['no', 'here', 'elsewhere']),
      /** Name on the button of the OpenID Connect provider; null: none is set up. */
      oidcTitle: z.string().nullable(),
      canMail: z.boolean(),
      /** Where an unfinished sign-in of this browser stands. */
      step: z.enum([...sessionStages, 'password']),
    }),
  },
  addFirstAdministrator: {
    method: 'POST',
    path: '/first-administrator',
    summary: 'Add the first administrator; only from the computer the server runs on, only once',
    permission: { who: 'anyone' },
    body: FirstAdministrator,
    output: NextStep,
  },
  signIn: {
    method: 'POST',
    path: '/sign-in',
    summary: 'Sign in with an e-mail address and a password; the session is a cookie',
    permission: { who: 'anyone' },
    body: z.object({ email: Email, password: Password }),
    output: NextStep,
  },
  passSecondFactor: {
    method: 'POST',
    path: '/sign-in/second-factor',
    summary: 'Finish the sign-in with a code of the authenticator app or a recovery code',
    permission: { who: 'self', beforeSecondFactor: true },
    body: z.object({ code: Code }),
    output: NextStep,
  },
  signOut: {
    method: 'POST',
    path: '/sign-out',
    summary: 'End this session',
    permission: { who: 'self', beforeSecondFactor: true },
    output: Done,
  },
  me: {
    method: 'GET',
    path: '/me',
    summary: 'Who is signed in, with the roles in force today',
    permission: { who: 'self' },
    output: Me,
  },
  setLanguage: {
    method: 'PUT',
    path: '/me/language',
    summary: 'Choose the language of the interface and of mail',
    permission: { who: 'self' },
    body: z.object({ language: z.enum(languages) }),
    output: Done,
  },
  chooseRole: {
    method: 'PUT',
    path: '/me/role',
    summary: 'Work in this session as one of my roles; null: as all of them',
    permission: { who: 'self' },
    body: z.object({ roleId: z.uuid().nullable() }),
    output: Done,
  },
  changePassword: {
    method: 'POST',
    path: '/me/password',
    summary: 'Change the password; ends the other sessions',
    permission: { who: 'self' },
    body: z.object({ current: Password, next: Password }),
    output: Done,
  },
  beginSecondFactor: {
    method: 'POST',
    path: '/me/second-factor/begin',
    summary: 'A new secret for the authenticator app; in force only after a code confirms it',
    permission: { who: 'self', beforeSecondFactor: true },
    output: z.object({ secret: z.string(), uri: z.string() }),
  },
  confirmSecondFactor: {
    method: 'POST',
    path: '/me/second-factor/confirm',
    summary:
      'Put the second factor in force; answers with recovery codes, shown this once; ends the other sessions',
    permission: { who: 'self', beforeSecondFactor: true },
    body: z.object({ code: Code }),
    output: z.object({ recoveryCodes: z.array(z.string()) }),
  },
  renewRecoveryCodes: {
    method: 'POST',
    path: '/me/recovery-codes',
    summary: 'New recovery codes, shown this once; the old ones no longer work',
    permission: { who: 'self' },
    body: z.object({ code: Code }),
    output: z.object({ recoveryCodes: z.array(z.string()) }),
  },
  removeSecondFactor: {
    method: 'POST',
    path: '/me/second-factor/remove',
    summary: 'Sign in without a second factor from now on; refused to a role that must have one',
    permission: { who: 'self' },
    body: z.object({ code: Code }),
    output: Done,
  },
  listMySessions: {
    method: 'GET',
    path: '/me/sessions',
    summary: 'My living sessions, the last used first',
    permission: { who: 'self' },
    output: z.array(OwnSession),
  },
  revokeMySession: {
    method: 'POST',
    path: '/me/sessions/:sessionId/revoke',
    summary: 'End one of my sessions',
    permission: { who: 'self' },
    params: z.object({ sessionId: z.string().length(64) }),
    output: Done,
  },
  revokeMyOtherSessions: {
    method: 'POST',
    path: '/me/sessions/revoke-others',
    summary: 'End all my sessions but this one',
    permission: { who: 'self' },
    output: z.object({ count: z.number().int() }),
  },
  openLink: {
    method: 'POST',
    path: '/link',
    summary: 'Whose invitation or reset the link is; the link stays unused',
    permission: { who: 'anyone' },
    body: z.object({ secret: LinkSecret }),
    output: z.object({
      purpose: z.enum(['invitation', 'reset']),
      name: z.string(),
      email: z.string(),
    }),
  },
  useLink: {
    method: 'POST',
    path: '/link/use',
    summary:
      'Set the password by an invitation or reset link, once; ends all sessions of the account and begins one',
    permission: { who: 'anyone' },
    body: z.object({ secret: LinkSecret, password: Password }),
    output: NextStep,
  },
  requestReset: {
    method: 'POST',
    path: '/reset-request',
    summary: 'Mail a reset link to the address, when an account has it; the answer does not tell',
    permission: { who: 'anyone' },
    body: z.object({ email: Email }),
    output: Done,
  },
});
