import { randomUUID } from 'node:crypto';
import type { Operation } from '@opora/domain/basics/contract.ts';
import type { OpenMinutes } from '@opora/domain/decisions/hearing.ts';
import { hearingsContract } from '@opora/domain/decisions/hearings-contract.ts';
import { editionsContract } from '@opora/domain/plans/editions-contract.ts';
import type { SendOptions } from './server-for-tests.ts';

type Sent = {
  readonly amendmentId: string;
  readonly hearingIds: string[];
  readonly protocols: { id: string }[];
  readonly minutes: OpenMinutes;
};
type Send = (operation: Operation, options: SendOptions) => Promise<Sent>;

/** A second edition of the plan, and a draft of the third; gives its id. */
export async function makeAmendments(send: Send): Promise<string> {
  const begin = async () => (await send(editionsContract.beginAmendment, {})).amendmentId;
  const path = (amendmentId: string, operation: Operation): Operation => ({
    ...operation,
    path: operation.path.replace(':amendmentId', amendmentId) as Operation['path'],
  });
  const edits = [
    { kind: 'set-act', field: 'actType', value: 'приказ' },
    { kind: 'set-act', field: 'actNumber', value: '16' },
    { kind: 'set-act', field: 'actAuthority', value: 'Отдел образования' },
    { kind: 'set-act', field: 'reasons', value: 'Уточнены сроки' },
    { kind: 'set-act-date', field: 'actOn', value: '2026-03-02' },
    { kind: 'set-act-date', field: 'inForceOn', value: '2026-03-02' },
    { kind: 'set-goal', value: 'Поддержка школ' },
  ];
  const first = await begin();
  for (const [at, edit] of edits.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- each begins from the version that the last one made
    await send(path(first, editionsContract.editAmendment), { body: { version: at + 1, edit } });
  }
  await send(path(first, editionsContract.approveAmendment), { body: { version: edits.length + 1 } });
  return begin();
}

/** The hearing of a school whose protocol was closed, and one that is to come. */
export async function makeHearings(send: Send, things: Map<string, string>): Promise<void> {
  const orgUnitId = things.get('orgUnitId') ?? '';
  const plan = async () => {
    const body = { onDate: '2026-03-02', place: null, schools: [{ orgUnitId, startsAt: null }] };
    const [id = ''] = (await send(hearingsContract.planHearings, { body })).hearingIds;
    things.set('hearingId', id);
  };
  await plan();
  const record = (list: string, id: string, to: object) => ({ list, id, from: null, to: { id, ...to } });
  const person = (role: string) =>
    record('participants', randomUUID(), { role, name: 'А. П. Иванова', post: '', personId: null });
  const item = record('items', randomUUID(), { topic: 'О ходе работы', heard: 'Директор' });
  const edits = [person('chair'), person('present'), item];
  await send(hearingsContract.editMinutes, { body: { edits } });
  const { minutes } = await send(hearingsContract.getHearing, {});
  // What was prepared has nothing heard yet.
  const fill = minutes.content.items
    .filter(({ heard }) => heard === '')
    .map((from) => ({ list: 'items', id: from.id, from, to: { ...from, heard: 'Принято к сведению' } }));
  await send(hearingsContract.editMinutes, { body: { edits: fill } });
  const { version } = (await send(hearingsContract.getHearing, {})).minutes;
  await send(hearingsContract.closeHearing, { body: { version, number: '1', reasons: null } });
  things.set('protocolId', (await send(hearingsContract.getHearing, {})).protocols[0]?.id ?? '');
  await plan();
}
