import type { FastifyInstance } from 'fastify';
import { accountsContract } from '@opora/domain/accounts/accounts-contract.ts';
import { formatFullName } from '@opora/domain/basics/format.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { chooseRole } from './choose-role.ts';
import { changePassword } from './change-password.ts';
import { addFirstAdministrator } from './first-administrator.ts';
import { getMe } from './get-me.ts';
import { getSignInPage } from './get-sign-in-page.ts';
import { requestReset } from './one-time-link.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  passSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from './own-second-factor.ts';
import { setLanguage } from './person-queries.ts';
import { listSessions, revokeSessions } from './session-queries.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { getLink, useLink } from './use-link.ts';
import { asSystem, readAsSystem } from './visitor.ts';

export function mountAccounts(app: FastifyInstance, means: { parts: ServerParts; identify: Identify }): void {
  mount(app, means, accountsContract, {
    getSignInPage: (_input, call) => getSignInPage(call, means.identify),
    addFirstAdministrator: ({ body }, call) => addFirstAdministrator(call, body),
    signIn: ({ body }, call) => signIn(body, call),
    passSecondFactor: ({ body }, call) => passSecondFactor(call, body.code),
    signOut: async (_input, call) => {
      await signOut(call);
      return {};
    },
    me: (_input, call) => getMe(call),
    setLanguage: async ({ body }, call) => {
      await asSystem(call, (tx) => setLanguage(tx, call.actor.personId, body.language));
      return {};
    },
    chooseRole: async ({ body }, call) => {
      await chooseRole(call, body.roleId);
      return {};
    },
    changePassword: async ({ body }, call) => {
      await changePassword(call, body);
      return {};
    },
    beginSecondFactor: (_input, call) => beginSecondFactor(call),
    confirmSecondFactor: ({ body }, call) => confirmSecondFactor(call, body.code),
    renewRecoveryCodes: ({ body }, call) => renewRecoveryCodes(call, body.code),
    removeSecondFactor: async ({ body }, call) => {
      await removeSecondFactor(call, body.code);
      return {};
    },
    listMySessions: async (_input, call) => {
      const sessions = await readAsSystem(call, (db) => listSessions(db, call.actor.personId, call.now));
      return sessions.map((session) => ({ ...session, isThis: session.id === call.sessionId }));
    },
    revokeMySession: async ({ params }, call) => {
      const only = { only: params.sessionId };
      const count = await asSystem(call, (tx) => revokeSessions(tx, call.actor.personId, call.now, only));
      if (count === 0) throw new Refusal('not-found');
      return {};
    },
    revokeMyOtherSessions: async (_input, call) => {
      const others = { except: call.sessionId };
      return {
        count: await asSystem(call, (tx) => revokeSessions(tx, call.actor.personId, call.now, others)),
      };
    },
    openLink: async ({ body }, call) => {
      const link = await getLink(call, body.secret);
      return { purpose: link.purpose, name: formatFullName(link), email: link.email ?? '' };
    },
    useLink: ({ body }, call) => useLink(call, body),
    requestReset: async ({ body }, call) => {
      requestReset(call, body.email);
      return {};
    },
  });
}
