import { randomUUID } from 'node:crypto';
import type { Actor } from '@opora/domain/basics/actor.ts';
import { isWithin } from '@opora/domain/basics/actor.ts';
import type { Action } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { refusalTexts } from '@opora/domain/basics/refusal-catalog.ts';
import type { FormTrack } from '@opora/domain/indicators/campaign-view.ts';
import type { SubmissionMove } from '@opora/domain/indicators/campaign.ts';
import {
  afterMove,
  isReturned,
  lockedFor,
  municipalityAbove,
  type MovedForm,
  moveFault,
  type Mover,
  movesOf,
  routeOf,
  seatsOf,
  sendDays,
} from '@opora/domain/indicators/submission-moves.ts';
import { standingFindings } from '@opora/domain/indicators/standing-findings.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { languageOf } from '../platform/http-server.ts';
import type { Call } from '../platform/mount.ts';
import { findFormFindings } from './form-checks.ts';
import { claimValues, findForm, listAnswers } from './form-queries.ts';
import {
  findSubmission,
  insertStep,
  type KeptSubmission,
  listMunicipalityScopes,
  listSteps,
  lockSubmissions,
  updateSubmission,
} from './submission-queries.ts';

export type PlacedForm = KeptSubmission & MovedForm & { readonly municipality: string | null };

/** The form with what the rules of moves look at. */
export function placeForm(form: KeptSubmission, municipalities: readonly string[]): PlacedForm {
  const municipality = municipalityAbove(form.scope, municipalities);
  return { ...form, municipality, isUnderRegion: municipality === null };
}

/** The form, held until the transaction ends: nobody moves it meanwhile. */
async function holdForm(submissionId: string, action: Action, { tx, allow }: Call): Promise<PlacedForm> {
  await lockSubmissions(tx, [submissionId]);
  const form = await findSubmission(tx, submissionId);
  if (form === undefined) throw new Refusal('not-found');
  allow(action, form);
  return placeForm(form, await listMunicipalityScopes(tx));
}

type Moving = {
  readonly move: SubmissionMove;
  /** Of the form as the person saw it. */
  readonly version: number;
  readonly note: string | null;
};

/** Makes a move, once: who comes second is told who was faster and with what. */
export async function moveSubmission(
  submissionId: string,
  moving: Moving,
  action: 'indicators.enter' | 'indicators.approve',
  call: Call,
): Promise<FormTrack> {
  const form = await holdForm(submissionId, action, call);
  await applyMove(form, moving, call);
  return getTrack(submissionId, call);
}

async function applyMove(form: PlacedForm, { move, version, note }: Moving, call: Call): Promise<void> {
  const { tx, actor, now } = call;
  const today = isoDateIn(now);
  const mover = { personId: actor.personId, seats: seatsOf(actor, form) };
  if (form.version !== version) throw await overtaken(tx, form, 'changed-meanwhile');
  const fault = moveFault(form, move, mover, today);
  if (fault !== null) throw await refusalOf(tx, form, { fault, today });
  if ((move === 'return' || move === 'open-numbers') && note === null)
    throw new Refusal('submission-note-missing');
  if (move === 'send') await readyToSend(form.id, call);
  const after = afterMove(form, move, mover);
  const days = sendDays([
    ...(await listSteps(tx, form.id)).map((step) => ({ move: step.move, on: isoDateIn(step.madeAt) })),
    { move, on: today },
  ]);
  const isSaved = await updateSubmission(tx, form, {
    stage: after.stage,
    held_by: after.heldBy,
    rounds: after.rounds,
    is_returned: isReturned(after),
    first_sent_on: days[0] ?? null,
    last_sent_on: days.at(-1) ?? null,
  });
  if (!isSaved) throw new Refusal('changed-meanwhile');
  await insertStep(tx, {
    id: randomUUID(),
    submission_id: form.id,
    scope: form.scope,
    move,
    from_stage: form.stage,
    to_stage: after.stage,
    note,
    made_by: actor.personId,
    unit_id: await officeOf(tx, form, actor, mover),
    made_at: now,
    form_version: form.version + 1,
  });
}

/** Errors are mended and questions answered before a form is sent; the refusal names the indicators. All that it asks goes with it. */
async function readyToSend(submissionId: string, call: Call): Promise<void> {
  const form = await findForm(call.tx, submissionId);
  if (form === undefined) return;
  // By the numbers as they are, also where an office sends for the school.
  const { findings } = await findFormFindings(form, 'whole', call);
  const standing = standingFindings(findings, await listAnswers(call.tx, submissionId));
  if (standing.length === 0) return claimValues(call.tx, form);
  const errors = standing.filter(({ severity }) => severity === 'error').length;
  const indicators = [...new Set(standing.flatMap((found) => found.indicators))].join(', ');
  throw new Refusal('submission-unchecked', { errors, questions: standing.length - errors, indicators });
}

async function refusalOf(
  db: Db,
  form: PlacedForm,
  { fault, today }: { readonly fault: NonNullable<ReturnType<typeof moveFault>>; readonly today: string },
): Promise<Refusal> {
  switch (fault) {
    case 'not-yours':
      return new Refusal('forbidden');
    case 'locked':
      return new Refusal('submission-locked', { lock: lockedFor(form, today) ?? 'released' });
    case 'held': {
      const last = (await listSteps(db, form.id)).findLast(({ move }) => move === 'hold');
      return new Refusal('submission-held', { who: whoOf(last) });
    }
    case 'not-here':
    case 'read-above':
    case 'not-held':
      return overtaken(db, form, 'submission-move-wrong');
  }
}

/** Says what was done last, and by whom; `otherwise` where nothing was. */
async function overtaken(
  db: Db,
  form: KeptSubmission,
  otherwise: 'changed-meanwhile' | 'submission-move-wrong',
): Promise<Refusal> {
  const last = (await listSteps(db, form.id)).at(-1);
  if (last === undefined) return new Refusal(otherwise);
  return new Refusal('submission-moved', {
    move: last.move,
    who: whoOf(last),
    on: isoDateIn(last.madeAt),
  });
}

const whoOf = (step: { readonly unitName: string; readonly personName: string | null } | undefined): string =>
  step === undefined ? '' : [step.unitName, step.personName].filter((part) => part !== null).join(', ');

/** The organisation in whose name the person acts: the school's own, or the office of her seat. */
async function officeOf(
  db: Db,
  form: PlacedForm,
  actor: Actor,
  { seats }: Pick<Mover, 'seats'>,
): Promise<string> {
  if (seats.includes('school')) return form.orgUnitId;
  const own = actor.grants.map(({ scope }) => scope).filter((scope) => isWithin(form.scope, scope));
  // The nearest to the school.
  const scope = own.toSorted((one, other) => other.length - one.length)[0] ?? form.scope;
  const { id } = await db
    .selectFrom('org_unit')
    .select('id')
    .where('scope', '=', scope)
    .executeTakeFirstOrThrow();
  return id;
}

export async function getFormTrack(submissionId: string, call: Call): Promise<FormTrack> {
  const form = await findSubmission(call.tx, submissionId);
  if (form === undefined) throw new Refusal('not-found');
  call.allow('indicators.values', form);
  return getTrack(submissionId, call);
}

async function getTrack(submissionId: string, { tx, actor, now }: Call): Promise<FormTrack> {
  const kept = await findSubmission(tx, submissionId);
  if (kept === undefined) throw new Refusal('not-found');
  const form = placeForm(kept, await listMunicipalityScopes(tx));
  const today = isoDateIn(now);
  const steps = await listSteps(tx, submissionId);
  return {
    submissionId: form.id,
    campaignId: form.campaignId,
    scope: form.scope,
    version: form.version,
    stage: form.stage,
    route: [...routeOf(form)],
    isReturned: isReturned(form),
    isHeld: form.heldBy !== null,
    rounds: form.rounds,
    moves: movesOf(form, { personId: actor.personId, seats: seatsOf(actor, form) }, today),
    lock: lockedFor(form, today),
    steps: steps.map(({ madeAt, madeBy: _madeBy, ...step }) => ({ ...step, on: isoDateIn(madeAt) })),
  };
}

type Seen = { readonly submissionId: string; readonly version: number };

/** Accepts what can be accepted; the rest comes back with the words of its refusal. */
export async function acceptForms(
  campaignId: string,
  seen: readonly Seen[],
  call: Call,
): Promise<{ accepted: number; left: { submissionId: string; orgUnitId: string; why: string }[] }> {
  const { tx } = call;
  const language = languageOf(call.request);
  const ids = seen.map(({ submissionId }) => submissionId);
  await lockSubmissions(tx, ids);
  const municipalities = await listMunicipalityScopes(tx);
  const left = [];
  for (const { submissionId, version } of seen) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    const form = await findSubmission(tx, submissionId);
    if (form === undefined || form.campaignId !== campaignId) throw new Refusal('not-found');
    try {
      // A refusal is thrown before anything of its form is written.
      // oxlint-disable-next-line no-await-in-loop -- one connection
      await applyMove(placeForm(form, municipalities), { move: 'accept', version, note: null }, call);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      left.push({
        submissionId,
        orgUnitId: form.orgUnitId,
        why: refusalTexts[language][error.code](error.facts),
      });
    }
  }
  return { accepted: seen.length - left.length, left };
}
