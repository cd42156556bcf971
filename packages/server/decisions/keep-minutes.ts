import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { Hearing, OpenMinutes } from '@opora/domain/decisions/hearing.ts';
import { applyMinutesEdit, type MinutesEdit } from '@opora/domain/decisions/minutes.ts';
import { minutesGaps, understoodTerms } from '@opora/domain/decisions/minutes-gaps.ts';
import type { Db } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { getReckoning } from '../plans/reckoning-queries.ts';
import { updateHearing } from './hearing-queries.ts';
import { findMinutes, type KeptMinutes, listProtocols, updateMinutes } from './minutes-queries.ts';
import { holdHearing } from './plan-hearings.ts';

export const isOpen = ({ state }: Pick<Hearing, 'state'>): boolean =>
  state === 'planned' || state === 'correcting';

/** The minutes with what they lack and what their terms mean. */
export async function readMinutes(db: Db, hearing: Hearing): Promise<OpenMinutes> {
  const kept = await findMinutes(db, hearing.id);
  if (kept === undefined) throw new Refusal('not-found');
  const moment = { heldOn: hearing.onDate, reckoning: await getReckoning(db, hearing.scope) };
  return {
    ...kept,
    gaps: minutesGaps(kept.content, moment),
    understood: understoodTerms(kept.content, moment),
  };
}

/** Takes what it can of the edits: one whose record somebody else changed since is left out and its id given back. */
export async function editMinutes(
  hearingId: string,
  edits: readonly MinutesEdit[],
  call: Call,
): Promise<{ minutes: OpenMinutes; clashes: string[] }> {
  const { tx, actor, now } = call;
  const hearing = await holdHearing(hearingId, call);
  if (!isOpen(hearing)) throw new Refusal('hearing-not-open');
  const kept = await getMinutes(call, hearingId);
  const clashes: string[] = [];
  let { content } = kept;
  for (const edit of edits) {
    const next = applyMinutesEdit(content, edit);
    if (next === null) clashes.push(edit.id);
    else content = next;
  }
  if (content !== kept.content) {
    const by = { personId: actor.personId, now };
    await updateMinutes(tx, { id: hearingId, content, by, version: kept.version });
  }
  return { minutes: await readMinutes(tx, hearing), clashes };
}

export async function getMinutes({ tx }: Pick<Call, 'tx'>, hearingId: string): Promise<KeptMinutes> {
  const kept = await findMinutes(tx, hearingId);
  if (kept === undefined) throw new Refusal('not-found');
  return kept;
}

/** Opens the minutes of a closed protocol for a correction. */
export async function reopenMinutes(hearingId: string, version: number, call: Call): Promise<void> {
  const hearing = await holdHearing(hearingId, call);
  if (hearing.state !== 'held') throw new Refusal('hearing-not-open');
  await setState({ id: hearingId, version }, 'correcting', call);
}

/** The minutes are again those of the protocol. */
export async function dropCorrection(hearingId: string, version: number, call: Call): Promise<void> {
  const { tx, actor, now } = call;
  const hearing = await holdHearing(hearingId, call);
  if (hearing.state !== 'correcting') throw new Refusal('hearing-not-open');
  const [protocol] = await listProtocols(tx, hearingId);
  if (protocol === undefined) throw new Refusal('not-found');
  const kept = await getMinutes(call, hearingId);
  const by = { personId: actor.personId, now };
  await updateMinutes(tx, { id: hearingId, content: protocol.content, by, version: kept.version });
  await setState({ id: hearingId, version }, 'held', call);
}

async function setState(
  seen: Pick<Hearing, 'id' | 'version'>,
  state: Hearing['state'],
  { tx }: Pick<Call, 'tx'>,
): Promise<void> {
  if (!(await updateHearing(tx, seen, { state }))) throw new Refusal('changed-meanwhile');
}
