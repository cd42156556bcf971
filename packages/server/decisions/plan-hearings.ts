import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { HearingFields } from '@opora/domain/decisions/hearing.ts';
import { prepareMinutes } from '@opora/domain/decisions/prepare-minutes.ts';
import { isSchool } from '@opora/domain/registry/org-unit.ts';
import type { Call } from '../platform/mount.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import { findHost, listDecisionTasks, listPlansOfSchools, listSchoolPeople } from './decision-queries.ts';
import {
  findHearing,
  insertHearing,
  type KnownHearing,
  lockHearing,
  updateHearing,
} from './hearing-queries.ts';
import { insertMinutes } from './minutes-queries.ts';

type Planning = Pick<HearingFields, 'title' | 'onDate' | 'place'> & {
  readonly schools: readonly { readonly orgUnitId: string; readonly startsAt: string | null }[];
};

/** Hearings of one day, each with its agenda and those who are expected; held by the organisation of who plans them. */
export async function planHearings({ schools, ...day }: Planning, call: Call): Promise<string[]> {
  const ids: string[] = [];
  for (const school of schools) {
    // oxlint-disable-next-line no-await-in-loop -- one connection, a handful of schools
    ids.push(await planHearing({ ...day, ...school }, call));
  }
  return ids;
}

type PlannedHearing = HearingFields & { readonly orgUnitId: string };

async function planHearing(planned: PlannedHearing, { tx, allow, actor, now }: Call): Promise<string> {
  const school = await findOrgUnit(tx, planned.orgUnitId);
  if (school === undefined) throw new Refusal('not-found');
  allow('hearings.manage', school);
  if (!isSchool(school)) throw new Refusal('registry-not-a-school');
  const host = await findHost(tx, actor.personId);
  if (host === undefined) throw new Refusal('not-found');
  const id = randomUUID();
  const { scope } = school;
  const by = { personId: actor.personId, now };
  await insertHearing(tx, {
    id,
    school_id: school.id,
    scope,
    host_id: host.hostId,
    on_date: planned.onDate,
    starts_at: planned.startsAt,
    place: planned.place,
    title: planned.title,
    state: 'planned',
    planned_by_id: actor.personId,
    planned_at: now,
    version: 1,
  });
  const [last] = await listDecisionTasks(tx, school.id);
  const content = prepareMinutes({
    secretary: host,
    fromSchool: await listSchoolPeople(tx, scope, planned.onDate),
    plans: await listPlansOfSchools(tx, [school.id]),
    previous: last === undefined ? null : { number: last.protocolNumber, heldOn: last.heldOn },
    newId: randomUUID,
  });
  await insertMinutes(tx, { id, scope, content, by });
  return id;
}

/** Locks the hearing; refuses when it is not there or is another's to keep. */
export async function holdHearing(
  hearingId: string,
  { tx, allow }: Pick<Call, 'tx' | 'allow'>,
): Promise<KnownHearing> {
  await lockHearing(tx, hearingId);
  const hearing = await findHearing(tx, hearingId);
  if (hearing === undefined) throw new Refusal('not-found');
  allow('hearings.manage', hearing);
  return hearing;
}

export async function changeHearing(
  hearingId: string,
  { version, ...fields }: HearingFields & { readonly version: number },
  call: Call,
): Promise<void> {
  const hearing = await holdHearing(hearingId, call);
  if (hearing.state !== 'planned') throw new Refusal('hearing-not-open');
  const saved = await updateHearing(
    call.tx,
    { id: hearingId, version },
    { title: fields.title, on_date: fields.onDate, starts_at: fields.startsAt, place: fields.place },
  );
  if (!saved) throw new Refusal('changed-meanwhile');
}

export async function cancelHearing(
  hearingId: string,
  { version, note }: { readonly version: number; readonly note: string },
  call: Call,
): Promise<void> {
  const hearing = await holdHearing(hearingId, call);
  if (hearing.state !== 'planned') throw new Refusal('hearing-not-open');
  const saved = await updateHearing(call.tx, { id: hearingId, version }, { state: 'cancelled', note });
  if (!saved) throw new Refusal('changed-meanwhile');
}
