import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { cellKey, isSameNumber } from '@opora/domain/indicators/value-import.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import type { Tx } from '../platform/database.ts';
import { listDefinitions } from './list-definitions.ts';
import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import { holdForms, openFormOf, setGivenCounts } from './asking-form-queries.ts';
import { compareValueImport, countsOfValues, listEnteredSchools } from './review-value-import.ts';
import {
  deleteImportedValues,
  type HeldRow,
  listGivenCells,
  listHeldValues,
  type Replaced,
  updateValueImport,
  type ValueImport,
} from './value-import-queries.ts';
import { putImportedValues } from './put-imported-values.ts';

type Doing = Pick<Call, 'tx' | 'actor' | 'now'>;

/** Does in one transaction what the review said, compared anew with what is held at this moment. Applied already is done. */
export async function applyValueImport({ tx, actor, now }: Doing, draft: ValueImport): Promise<void> {
  if (draft.state === 'applied') return;
  if (draft.state !== 'draft') throw new Refusal('value-import-undone');
  const scopes = new Map((await listEnteredSchools(tx, actor)).map(({ id, scope }) => [id, scope]));
  const orgUnitIds = [...new Set(draft.reading.values.map(({ orgUnitId }) => orgUnitId))];
  const forms = await holdForms(tx, orgUnitIds, { period: draft.period, today: isoDateIn(now) });
  const askedBy = openFormOf(forms);
  const compared = await compareValueImport(tx, draft, actor);
  const taken = compared.values.filter(({ fate }) => fate === 'add' || fate === 'change');
  if (taken.length === 0) throw new Refusal('value-import-nothing');
  const versions = new Map(
    currentIndicators(await listDefinitions(tx)).map(({ code, version }) => [code, version]),
  );
  const held = new Map(compared.held.map((value) => [cellKey(value), value]));
  const written = taken.map(({ value: { orgUnitId, indicator, state, amount, total, typed } }) => {
    const scope = scopes.get(orgUnitId);
    // A school that has left her territory since the file was read.
    if (scope === undefined) throw new Refusal('changed-meanwhile');
    const definitionVersion = versions.get(indicator) ?? 1;
    const numbers = { orgUnitId, indicator, state, amount, total, typed };
    const key = cellKey(numbers);
    // What an open form asks is sent with it; until then it is the school's.
    const submissionId = askedBy.get(key) ?? held.get(key)?.submissionId ?? null;
    return { ...numbers, id: randomUUID(), scope, definitionVersion, source: 'file', submissionId };
  });
  await putImportedValues(tx, written, { period: draft.period, personId: actor.personId, at: now });
  await countForms(tx, forms, draft.period);
  const before: Replaced = written.map((value) => {
    const { orgUnitId, indicator, state, amount, total, typed } = value;
    const was = held.get(cellKey(value));
    return {
      orgUnitId,
      indicator,
      state,
      amount,
      total,
      typed,
      before: was === undefined ? null : replacedOf(was),
    };
  });
  const counts = countsOfValues(compared, draft.reading.problems.length);
  await updateValueImport(tx, {
    ...draft,
    state: 'applied',
    before,
    counts,
    appliedAt: now,
    version: draft.version + 1,
  });
}

/** Puts back what each value took the place of, but for those that somebody has changed or sent since. */
export async function undoValueImport({ tx, actor, now }: Doing, applied: ValueImport): Promise<void> {
  if (applied.state === 'draft') throw new Refusal('import-not-applied');
  if (applied.state !== 'applied') throw new Refusal('value-import-undone');
  const scopes = new Map((await listEnteredSchools(tx, actor)).map(({ id, scope }) => [id, scope]));
  const orgUnitIds = [...new Set(applied.before.map(({ orgUnitId }) => orgUnitId))];
  const forms = await holdForms(tx, orgUnitIds, { period: applied.period, today: isoDateIn(now) });
  const held = new Map(
    (await listHeldValues(tx, orgUnitIds, applied.period)).map((value) => [cellKey(value), value]),
  );
  const untouched = applied.before.filter((value) => {
    const now = held.get(cellKey(value));
    return now !== undefined && !now.isSent && isSameNumber(now, value) && scopes.has(value.orgUnitId);
  });
  const restored = untouched.flatMap(({ before }) =>
    before === null ? [] : [{ ...before, id: randomUUID(), scope: scopes.get(before.orgUnitId) ?? '' }],
  );
  await putImportedValues(tx, restored, { period: applied.period, personId: actor.personId, at: now });
  const added = untouched.filter(({ before }) => before === null);
  await deleteImportedValues(tx, applied.period, added);
  await countForms(tx, forms, applied.period);
  await updateValueImport(tx, { ...applied, state: 'undone', before: [], version: applied.version + 1 });
}

/** How much of each form still with its school is filled now. */
async function countForms(
  tx: Tx,
  forms: Awaited<ReturnType<typeof holdForms>>,
  period: string,
): Promise<void> {
  if (forms.length === 0) return;
  const ids = forms.map((form) => form.org_unit_id);
  const given = await listGivenCells(tx, ids, period);
  await setGivenCounts(
    tx,
    forms.map(({ id, org_unit_id: orgUnitId, asked_count: asked, sections }) => {
      const codes = sections.flatMap(({ indicators }) => indicators.map(({ code }) => code));
      const filled = codes.filter((indicator) => given.has(cellKey({ orgUnitId, indicator }))).length;
      return { id, given: Math.min(filled, asked) };
    }),
  );
}

/** What is put back when it is undone. */
const replacedOf = ({
  isSent: _isSent,
  isDraft: _isDraft,
  madeBy: _madeBy,
  scope: _scope,
  ...value
}: HeldRow): Replaced[number]['before'] => value;
