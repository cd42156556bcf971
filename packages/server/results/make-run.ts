import { createHash, randomUUID } from 'node:crypto';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { isOpen, isSchool } from '@opora/domain/registry/org-unit.ts';
import { type RunInputs, runYearsKept } from '@opora/domain/results/identification-run.ts';
import type { IdentificationRule, Methodology } from '@opora/domain/results/methodology.ts';
import { runInputs } from '@opora/domain/results/run-inputs.ts';
import { resultsOf } from '@opora/domain/results/run-schools.ts';
import type { SchoolResults } from '@opora/domain/results/school-results.ts';
import { countHidden } from '@opora/domain/results/show-verdict.ts';
import { shippedMethodologies } from '@opora/domain/results/shipped-methodologies.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { findOrgUnit, listOrgUnits } from '../registry/registry-queries.ts';
import { markSights } from './count-sights.ts';
import { listSchoolTypes } from '../registry/school-type-queries.ts';
import { findMethodology } from './methodology-queries.ts';
import { runInParts } from './run-in-parts.ts';
import { insertRun } from './run-queries.ts';
import { insertVerdicts, type KeptInputs, listRunInputs } from './verdict-queries.ts';

type Making = {
  readonly orgUnitId: string;
  readonly year: number;
  readonly methodology:
    | { readonly kind: 'shipped'; readonly code: string }
    | { readonly kind: 'own'; readonly methodologyId: string };
};

/** Applies a methodology to what is held of a territory's schools today. Gives the id of the run. */
export async function makeRun(making: Making, call: Call): Promise<string> {
  const { tx, allow, actor, now } = call;
  const unit = await findOrgUnit(tx, making.orgUnitId);
  if (unit === undefined) throw new Refusal('not-found');
  allow('identification.manage', unit);
  if (unit.kind !== 'region' && unit.kind !== 'municipality')
    throw new Refusal('identification-not-territory');
  const methodology = await chosenMethodology(tx, making.methodology);
  const { year } = making;
  const run = { scope: unit.scope, year, rule: methodology, today: isoDateIn(now) };
  const { schools, scopes } = await gatherInputs(run, call);
  if (schools.every(({ counts }) => !counts.some((count) => count.year === year)))
    throw new Refusal('identification-no-results', { year });
  const results = resultsOf(schools);
  const { verdicts, priors } = await runInParts(results, methodology, year);
  const id = randomUUID();
  await insertRun(tx, {
    id,
    orgUnitId: unit.id,
    scope: unit.scope,
    year,
    methodology,
    priors: priors.map((prior) => ({
      ...prior,
      hiddenSchools: countHidden(results, prior, methodology),
    })),
    digest: digestOf(results, methodology, year),
    by: { personId: actor.personId, now },
  });
  const inputs = new Map<string, RunInputs>(
    schools.map(({ school, type, counts }) => [school, { type, counts }]),
  );
  await insertVerdicts(tx, { runId: id, runScope: unit.scope, verdicts, inputs, scopes });
  return id;
}

/** By this a list of the past is known to be made again from what it was made from. */
export function digestOf(results: readonly SchoolResults[], rule: IdentificationRule, year: number): string {
  const hash = createHash('sha256');
  for (const line of runInputs(results, rule, year)) hash.update(line);
  return hash.digest('hex');
}

type Territory = {
  readonly scope: string;
  readonly year: number;
  readonly rule: IdentificationRule;
  readonly today: string;
};

/** Numbers of the open schools of a territory; a branch is one of them where it has results of its own. */
export async function gatherInputs(
  { scope, year, rule, today }: Territory,
  call: Pick<Call, 'tx' | 'actor' | 'parts'>,
): Promise<{ readonly schools: readonly KeptInputs[]; readonly scopes: ReadonlyMap<string, string> }> {
  const db = call.tx;
  const yearsKept = Math.max(runYearsKept, rule.repeatYears + rule.yearsPooled - 1);
  const counted = new Map(
    (await listRunInputs(db, { scope, year, yearsKept })).map((inputs) => [inputs.school, inputs]),
  );
  const types = await listSchoolTypes(db, scope);
  const units = (await listOrgUnits(db)).filter(
    (unit) =>
      types.has(unit.id) &&
      isSchool(unit) &&
      isOpen(unit, today) &&
      (unit.kind === 'school' || counted.has(unit.id)),
  );
  const schools = units.map(
    ({ id }) => counted.get(id) ?? { school: id, type: types.get(id) ?? null, counts: [] },
  );
  return {
    schools: await markSights(schools, call),
    scopes: new Map(units.map(({ id, scope: own }) => [id, own])),
  };
}

async function chosenMethodology(db: Db, chosen: Making['methodology']): Promise<Methodology> {
  const found =
    chosen.kind === 'shipped'
      ? shippedMethodologies.find(({ code }) => code === chosen.code)
      : (await findMethodology(db, chosen.methodologyId))?.methodology;
  if (found === undefined) throw new Refusal('not-found');
  return found;
}
