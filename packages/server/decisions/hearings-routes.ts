import type { FastifyInstance } from 'fastify';
import { formatDate } from '@opora/domain/basics/format.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { hearingsContract } from '@opora/domain/decisions/hearings-contract.ts';
import { printProtocol } from '@opora/domain/decisions/print-protocol.ts';
import { writeProtocolDocx } from '@opora/office/write-protocol-docx.ts';
import { docxAnswer } from '../platform/docx-answer.ts';
import type { Live } from '../platform/live.ts';
import { type Call, type FileAnswer, type Means, mount } from '../platform/mount.ts';
import { listEditors } from '../plans/list-editors.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import { closeHearing } from './close-hearing.ts';
import { getHearing } from './get-hearing.ts';
import { findHearing, type KnownHearing, listHearings } from './hearing-queries.ts';
import { dropCorrection, editMinutes, reopenMinutes } from './keep-minutes.ts';
import { findProtocol } from './minutes-queries.ts';
import { cancelHearing, changeHearing, planHearings } from './plan-hearings.ts';

export function mountHearings(
  app: FastifyInstance,
  { live, ...means }: Means & { readonly live: Live },
): void {
  mount(app, means, hearingsContract, {
    listHearings: ({ query }, { tx }) => listHearings(tx, query),
    planHearings: async ({ body }, call) => ({ hearingIds: await planHearings(body, call) }),
    getHearing: ({ params }, call) => getHearing(params.hearingId, call),
    changeHearing: async ({ params, body }, call) => {
      await changeHearing(params.hearingId, body, call);
      return params;
    },
    cancelHearing: async ({ params, body }, call) => {
      await cancelHearing(params.hearingId, body, call);
      return params;
    },
    editMinutes: ({ params, body }, call) => editMinutes(params.hearingId, body.edits, call),
    tellMinutesEditing: async ({ params, body }, call) => {
      const { id } = await getManagedHearing(params.hearingId, call);
      const editing = { rootId: id, thingId: id, personId: call.actor.personId, ...body };
      call.afterCommit(() => live.tellEditing(editing, call.now));
      return {};
    },
    listMinutesEditors: async ({ params }, call) => {
      const { id } = await getManagedHearing(params.hearingId, call);
      return listEditors(live, id, call);
    },
    closeHearing: async ({ params, body }, call) => ({
      ...params,
      planId: await closeHearing(params.hearingId, body, call),
    }),
    reopenMinutes: async ({ params, body }, call) => {
      await reopenMinutes(params.hearingId, body.version, call);
      return params;
    },
    dropCorrection: async ({ params, body }, call) => {
      await dropCorrection(params.hearingId, body.version, call);
      return params;
    },
    exportProtocol: ({ params }, call) => exportProtocol(params.protocolId, call),
  });
}

async function getManagedHearing(id: string, { tx, allow }: Call): Promise<KnownHearing> {
  const hearing = await findHearing(tx, id);
  if (hearing === undefined) throw new Refusal('not-found');
  allow('hearings.manage', hearing);
  return hearing;
}

async function exportProtocol(protocolId: string, { tx, allow }: Call): Promise<FileAnswer> {
  const protocol = await findProtocol(tx, protocolId);
  if (protocol === undefined) throw new Refusal('not-found');
  allow('hearings.read', protocol);
  const hearing = await findHearing(tx, protocol.hearingId);
  const school = hearing === undefined ? undefined : await findOrgUnit(tx, hearing.schoolId);
  if (school === undefined) throw new Refusal('not-found');
  const edition = protocol.edition === 1 ? '' : `, редакция ${protocol.edition}`;
  const name = `Протокол № ${protocol.number} от ${formatDate(protocol.heldOn)}${edition}`;
  return docxAnswer(await writeProtocolDocx(printProtocol(protocol, school)), name);
}
