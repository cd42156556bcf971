import type { FastifyInstance } from 'fastify';
import { peopleContract, peopleListMax } from '@opora/domain/accounts/people-contract.ts';
import { scopesWith } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isoDateIn } from '../platform/clock.ts';
import { mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { rootScope } from '../platform/system-entry.ts';
import {
  addPerson,
  changePerson,
  makeLink,
  removePersonSecondFactor,
  revokePersonSessions,
} from './change-people.ts';
import { endRole, giveRole, handOver } from './give-roles.ts';
import { listPeople, listRolesOf } from './people-queries.ts';
import { getSignInPolicy, saveSignInPolicy } from './policy-queries.ts';
import { listPlaces } from './unit-queries.ts';

export function mountPeople(app: FastifyInstance, means: { parts: ServerParts; identify: Identify }): void {
  mount(app, means, peopleContract, {
    listPlaces: (_input, { tx, actor, now }) =>
      listPlaces(tx, scopesWith(actor, 'people.manage'), isoDateIn(now)),
    listPeople: async ({ query }, { tx, actor, now }) => {
      const on = isoDateIn(now);
      const scopes = scopesWith(actor, 'people.read');
      const found = await listPeople(tx, { ...query, scopes, now, on, max: peopleListMax + 1 });
      const shown = found.slice(0, peopleListMax);
      const roles = await listRolesOf(
        tx,
        shown.map((person) => person.id),
        on,
      );
      const people = shown.map((person) => ({ ...person, roles: roles.get(person.id) ?? [] }));
      return { people, isCut: found.length > peopleListMax };
    },
    getPerson: async ({ params: { personId } }, { tx, actor, now, allow }) => {
      const scopes = scopesWith(actor, 'people.read');
      const [person] = await listPeople(tx, { personId, scopes, now, on: isoDateIn(now), max: 1 });
      if (person === undefined) throw new Refusal('not-found');
      allow('people.read', person);
      return { ...person, roles: (await listRolesOf(tx, [personId], null)).get(personId) ?? [] };
    },
    addPerson: ({ body }, call) => addPerson(call, body),
    changePerson: ({ params, body }, call) => changePerson(call, params.personId, body),
    makeLink: ({ params }, call) => makeLink(call, params.personId),
    revokePersonSessions: ({ params }, call) => revokePersonSessions(call, params.personId),
    removePersonSecondFactor: async ({ params }, call) => {
      await removePersonSecondFactor(call, params.personId);
      return {};
    },
    giveRole: async ({ params, body }, call) => {
      await giveRole(call, params.personId, body);
      return {};
    },
    endRole: async ({ params, body }, call) => {
      await endRole(call, params.assignmentId, body.untilOn);
      return {};
    },
    handOver: ({ params, body }, call) => handOver(call, params.personId, body),
    getSignInPolicy: (_input, { tx }) => getSignInPolicy(tx),
    setSignInPolicy: async ({ body }, { tx, allow }) => {
      allow('security.manage', { scope: rootScope });
      if (!(await saveSignInPolicy(tx, body))) throw new Refusal('changed-meanwhile');
      return getSignInPolicy(tx);
    },
  });
}
