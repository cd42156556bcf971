import { randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isSchool } from '@opora/domain/registry/org-unit.ts';
import type { PassportEntry } from '@opora/domain/results/passport-contract.ts';
import { checkPassportValue, type PassportValue } from '@opora/domain/results/social-passport.ts';
import type { Tx } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { findOrgUnit, listOrgUnits } from '../registry/registry-queries.ts';
import {
  deletePassportValues,
  listPassportValues,
  listSentPassports,
  putPassportValues,
} from './passport-queries.ts';

type Counts = { readonly added: number; readonly changed: number; readonly kept: number };
type SchoolValue = PassportValue & { readonly orgUnitId: string };
type PassportCall = Pick<Call, 'tx' | 'actor' | 'now' | 'allow'>;

/** Enters what a person typed of one school; what is taken back counts as changed. */
export async function savePassport(
  call: PassportCall,
  orgUnitId: string,
  { schoolYear, entries }: { readonly schoolYear: number; readonly entries: readonly PassportEntry[] },
): Promise<Counts> {
  const unit = await findOrgUnit(call.tx, orgUnitId);
  if (unit === undefined) throw new Refusal('not-found');
  call.allow('passport.enter', unit);
  const values = entries.flatMap(({ variable, value }) =>
    value === null ? [] : [{ orgUnitId, variable, ...value }],
  );
  const taken = entries.filter(({ value }) => value === null).map(({ variable }) => variable);
  const counts = await loadPassports(call, schoolYear, values);
  if (taken.length > 0) await refuseSent(call.tx, [unit], schoolYear);
  await deletePassportValues(call.tx, orgUnitId, schoolYear, taken);
  return { ...counts, changed: counts.changed + taken.length };
}

/** All or nothing; values that are known already are left alone, so that a second time changes nothing. */
export async function loadPassports(
  { tx, actor, now, allow }: PassportCall,
  schoolYear: number,
  values: readonly SchoolValue[],
): Promise<Counts> {
  const units = new Map((await listOrgUnits(tx)).map((unit) => [unit.id, unit]));
  const changeOf = passportChanges(await listPassportValues(tx, schoolYear));
  const said = values.map((value) => {
    const unit = units.get(value.orgUnitId);
    if (unit === undefined) throw new Refusal('not-found');
    allow('passport.enter', unit);
    if (!isSchool(unit)) throw new Refusal('registry-not-a-school');
    checkPassportValue(value);
    return { ...value, id: randomUUID(), scope: unit.scope, change: changeOf(value) };
  });
  const keys = new Set(said.map(({ orgUnitId, variable }) => `${orgUnitId} ${variable}`));
  if (keys.size < said.length) throw new Refusal('input-invalid');
  const written = said
    .filter(({ change }) => change !== 'keep')
    .map(({ change: _change, ...value }) => value);
  const changed = new Set(written.map(({ orgUnitId }) => orgUnitId));
  await refuseSent(
    tx,
    [...units.values()].filter(({ id }) => changed.has(id)),
    schoolYear,
  );
  await putPassportValues(tx, written, { schoolYearStart: schoolYear, personId: actor.personId, at: now });
  const count = (change: string) => said.filter((one) => one.change === change).length;
  return { added: count('add'), changed: count('change'), kept: count('keep') };
}

async function refuseSent(
  tx: Tx,
  units: readonly { readonly id: string; readonly shortName: string }[],
  schoolYear: number,
): Promise<void> {
  const ids = units.map(({ id }) => id);
  const [sent] = await listSentPassports(tx, ids, schoolYear);
  const school = units.find(({ id }) => id === sent);
  if (school !== undefined) throw new Refusal('passport-sent', { school: school.shortName });
}

/** Tells what a value would do to those that are known. */
export function passportChanges(
  known: readonly SchoolValue[],
): (value: SchoolValue) => 'add' | 'change' | 'keep' {
  const byKey = new Map(known.map((value) => [`${value.orgUnitId} ${value.variable}`, value]));
  return ({ orgUnitId, variable, count, total }) => {
    const before = byKey.get(`${orgUnitId} ${variable}`);
    if (before === undefined) return 'add';
    return before.count === count && before.total === total ? 'keep' : 'change';
  };
}
