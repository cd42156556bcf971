import { z } from 'zod';
import { roles, sessionStages } from '../basics/actor.ts';
import { languages } from '../basics/catalog.ts';
import { contract } from '../basics/contract.ts';
import { Email } from './person.ts';

const Done = z.object({});
/** What the sign-in page has to ask next; `open` means that the person is in. */
const NextStep = z.object({ step: z.enum(sessionStages) });

export const Grant = z.object({
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
  /** Roles in force today. */
  grants: z.array(Grant),
});
export type Me = z.infer<typeof Me>;

export const accountsContract = contract({
  signIn: {
    method: 'POST',
    path: '/sign-in',
    summary: 'Sign in with an e-mail address and a password; the session is a cookie',
    permission: { who: 'anyone' },
    body: z.object({ email: Email, password: z.string().min(1).max(1_000) }),
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
});
