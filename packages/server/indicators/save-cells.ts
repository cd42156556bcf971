import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isSameValue } from '@opora/domain/basics/same-value.ts';
import { isValueOf } from '@opora/domain/indicators/check-cell.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { isSameNumber } from '@opora/domain/indicators/value-import.ts';
import type { CellChange, SavedCells } from '@opora/domain/indicators/school-form.ts';
import { lockedFor } from '@opora/domain/indicators/submission-moves.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import { getFormDefinitions } from './form-definitions.ts';
import {
  deleteValues,
  holdForm,
  type KeptForm,
  type KeptValue,
  listSchoolValues,
  putValues,
  type PutValue,
  setGivenCount,
} from './form-queries.ts';
import { findFormSight, type FormSight } from './form-sight.ts';
import { listSettledTotals, versionsOf } from './open-form.ts';

/** The form, open to the person for filling; held until the transaction ends. */
export async function holdOpenForm(submissionId: string, { tx, allow, now }: Call): Promise<KeptForm> {
  const form = await holdForm(tx, submissionId);
  if (form === undefined) throw new Refusal('not-found');
  allow('indicators.enter', form);
  const lock = lockedFor(form, isoDateIn(now));
  if (lock !== null) throw new Refusal('submission-locked', { lock });
  return form;
}

type Fate =
  | { readonly kind: 'same'; readonly value: KeptValue }
  | { readonly kind: 'put'; readonly value: PutValue }
  | { readonly kind: 'clear' | 'absent'; readonly indicator: string }
  | {
      readonly kind: 'conflict';
      readonly indicator: string;
      readonly theirs: KeptValue | null;
      readonly isSettled: boolean;
    };

/**
 * Takes what nobody else has changed since it was seen; what was saved already is so again. Nothing at all where a value is not of its indicator. A total that another form of the school
 * has sent is not changed from here.
 */
export async function saveCells(
  submissionId: string,
  cells: readonly CellChange[],
  call: Call,
): Promise<SavedCells> {
  const { tx, actor, now } = call;
  const form = await holdOpenForm(submissionId, call);
  const { asked, totals } = await getFormDefinitions(tx, versionsOf(form));
  const definitions = new Map([...totals, ...asked].map((one) => [one.code, one]));
  const kept = new Map(
    (await listSchoolValues(tx, form.orgUnitId, [form.period])).map((value) => [value.indicator, value]),
  );
  const seen = { indicators: [...definitions.values()], periods: [form.period] };
  const before = await findFormSight(form, seen, call);
  const settled = new Set(await listSettledTotals(tx, form, totals));
  const fates = [...new Map(cells.map((cell) => [cell.indicator, cell])).values()].map((cell) => {
    const now = kept.get(cell.indicator) ?? null;
    const isHidden = now !== null && before.show(now).isHidden;
    const over = { now, isHidden, isSettled: settled.has(cell.indicator) };
    return fateOf(cell, definitionOf(cell, definitions), over);
  });
  const put = fates.flatMap((fate) => (fate.kind === 'put' ? [fate.value] : []));
  const clear = fates.flatMap((fate) => (fate.kind === 'clear' ? [fate.indicator] : []));
  await putValues(tx, put, { form, personId: actor.personId, at: now });
  await deleteValues(tx, form, clear);
  for (const value of put) kept.set(value.indicator, { ...value, period: form.period });
  for (const code of clear) kept.delete(code);
  const given = asked.filter(({ code }) => ['given', 'not-applicable'].includes(kept.get(code)?.state ?? ''));
  if (given.length !== form.givenCount)
    await setGivenCount(tx, form.id, Math.min(given.length, form.askedCount));
  const { show } = before.isWhole ? before : await findFormSight(form, seen, call);
  return answerOf(fates, { show, period: form.period, now });
}

function definitionOf(
  { indicator, value }: CellChange,
  definitions: ReadonlyMap<string, Indicator>,
): Indicator {
  const definition = definitions.get(indicator);
  if (definition === undefined) throw new Refusal('form-not-asked', { code: indicator });
  if (value !== null && !isValueOf(definition, value))
    throw new Refusal('form-value-wrong', { code: indicator });
  return definition;
}

type Over = {
  readonly now: KeptValue | null;
  /** From whoever saves: that it is the same is not said, or trying one number after another would find it. */
  readonly isHidden: boolean;
  readonly isSettled: boolean;
};

function fateOf(
  { indicator, base, value }: CellChange,
  definition: Indicator,
  { now, isHidden, isSettled }: Over,
): Fate {
  if (value === null && now === null) return { kind: 'absent', indicator };
  // A total that is mended elsewhere is the same however it is written.
  const isSame = isSettled ? isSameNumber : saysTheSame;
  if (value !== null && now !== null && !isHidden && isSame(value, now)) return { kind: 'same', value: now };
  if (isSettled || (now?.version ?? null) !== base)
    return { kind: 'conflict', indicator, theirs: now, isSettled };
  if (value === null) return { kind: 'clear', indicator };
  const version = (now?.version ?? 0) + 1;
  return {
    kind: 'put',
    value: { ...value, indicator, version, id: randomUUID(), definitionVersion: definition.version },
  };
}

const saysTheSame = (one: NonNullable<CellChange['value']>, other: KeptValue): boolean =>
  isSameValue(
    [one.state, one.amount, one.total, one.typed],
    [other.state, other.amount, other.total, other.typed],
  );

function answerOf(
  fates: readonly Fate[],
  { show, period, now }: { readonly show: FormSight['show']; readonly period: string; readonly now: Date },
): SavedCells {
  return {
    savedAt: now.toISOString(),
    values: fates.flatMap((fate) =>
      fate.kind === 'put' || fate.kind === 'same' ? [show({ ...fate.value, period })] : [],
    ),
    cleared: fates.flatMap((fate) =>
      fate.kind === 'clear' || fate.kind === 'absent' ? [fate.indicator] : [],
    ),
    conflicts: fates.flatMap((fate) =>
      fate.kind === 'conflict'
        ? [
            {
              indicator: fate.indicator,
              theirs: fate.theirs === null ? null : show(fate.theirs),
              isSettled: fate.isSettled,
            },
          ]
        : [],
    ),
  };
}
