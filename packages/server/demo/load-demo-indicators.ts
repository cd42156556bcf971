import { randomUUID } from 'node:crypto';
import { schoolYearStartOf } from '@opora/domain/basics/school-calendar.ts';
import { isWeighted } from '@opora/domain/indicators/aggregate.ts';
import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { indicatorReportContract } from '@opora/domain/indicators/report-contract.ts';
import { registryContract } from '@opora/domain/registry/registry-contract.ts';
import { createApp } from '../app.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { systemEntry } from '../platform/system-entry.ts';
import { write } from '../platform/transaction.ts';
import type { Tx } from '../platform/database.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { putTarget } from '../indicators/target-queries.ts';
import { signInForDemo } from './demo-client.ts';
import { seededChance } from './invented-results.ts';

const enteredBy = 'region@demo.opora';

/** How many school years before this one the schools of the demonstration have told of. */
const yearsBack = 4;

type Course = {
  readonly code: string;
  /** Share of the total, mean or quotient in the first year, and what each year adds. */
  readonly level: number;
  readonly growth: number;
  readonly total: 'pupils' | 'teachers' | 'graduates';
};

/** As a region of this kind knows them: quality falls where training falls behind, equipment grows, absences grow. */
const courses: readonly Course[] = [
  { code: 'R11', level: 0.36, growth: -0.025, total: 'pupils' },
  { code: 'R12', level: 3.5, growth: 0.03, total: 'graduates' },
  { code: 'R13', level: 3.4, growth: -0.04, total: 'graduates' },
  { code: 'R24', level: 0.5, growth: 0.03, total: 'pupils' },
  { code: 'R25', level: 0.14, growth: 0.004, total: 'pupils' },
  { code: 'R28', level: 0.55, growth: 0.02, total: 'pupils' },
  { code: 'S05', level: 0.3, growth: 0.06, total: 'teachers' },
  { code: 'S13', level: 0.85, growth: -0.01, total: 'teachers' },
  { code: 'S17', level: 0.8, growth: -0.06, total: 'teachers' },
  { code: 'M01', level: 0.12, growth: 0.015, total: 'pupils' },
  { code: 'M06', level: 22, growth: 0.8, total: 'pupils' },
];

/** Values of finished school years that came by an import without a form, a target of the region and reports on them; the same at every start. */
export async function loadDemoIndicators(parts: ServerParts): Promise<void> {
  await loadValues(parts);
  const app = await createApp(parts);
  try {
    const coordinator = await signInForDemo(app, parts, enteredBy);
    const units = await coordinator.call(registryContract.listOrgUnits, {});
    for (const { id: orgUnitId, kind } of units)
      if (kind === 'region' || kind === 'municipality')
        // oxlint-disable-next-line no-await-in-loop -- in the order in which they stand
        await coordinator.call(indicatorReportContract.makeIndicatorReport, {
          body: { orgUnitId, kind: kind === 'region' ? 'dynamics' : 'start-control', group: 'results' },
        });
  } finally {
    await app.close();
  }
}

async function loadValues(parts: ServerParts): Promise<void> {
  const at = parts.clock();
  await write(parts.database, systemEntry, { name: 'loadDemo', requestId: 'demo', at }, async (tx) => {
    const units = await listOrgUnits(tx);
    const schools = units
      .filter(({ kind }) => kind === 'school')
      .toSorted((one, other) => ((one.code ?? '') < (other.code ?? '') ? -1 : 1));
    const { id: personId } = await tx
      .selectFrom('person')
      .select('id')
      .where('email', '=', enteredBy)
      .executeTakeFirstOrThrow();
    const chance = seededChance(20_260_901);
    const last = schoolYearStartOf(isoDateIn(at));
    const years = Array.from({ length: yearsBack }, (_, back) => last - yearsBack + back);
    for (const school of schools) {
      const values = valuesOf(school, years, chance);
      // oxlint-disable-next-line no-await-in-loop -- one connection
      await insertValues(tx, values, { school, personId, at });
    }
    const region = units.find(({ kind }) => kind === 'region');
    if (region === undefined) return;
    const target = {
      orgUnitId: region.id,
      period: `SY${last - 1}`,
      indicator: 'R11',
      amount: 38,
      total: 100,
      source: 'Региональная программа поддержки школ, ожидаемый результат 4',
      version: 0,
    };
    await putTarget(tx, target, { scope: region.scope, personId, at });
  });
}

type Said = {
  readonly indicator: Indicator;
  readonly period: string;
  readonly amount: number;
  readonly total: number;
};

function valuesOf(school: OrgUnit, years: readonly number[], chance: () => number): Said[] {
  const isTown = /^г\.|^пгт/.test(school.settlement ?? '');
  const pupils = Math.round((isTown ? 420 : 110) * (0.7 + 0.7 * chance()));
  const teachers = Math.max(6, Math.round(pupils / 13));
  const totals = { pupils, teachers, graduates: Math.max(3, Math.round(pupils / 10)) };
  const known = currentIndicators();
  return courses.flatMap(({ code, level, growth, total }) => {
    const indicator = known.find((one) => one.code === code);
    if (indicator === undefined) return [];
    const own = 0.8 + 0.4 * chance();
    return years.map((year, place) => {
      const whole = Math.max(3, totals[total] + Math.round((chance() - 0.5) * 0.06 * totals[total]));
      const measure = Math.max(
        0,
        (level + growth * place) * (indicator.unit === 'score' ? 0.94 + 0.12 * own : own),
      );
      return { indicator, period: `SY${year}`, total: whole, amount: amountOf(indicator, measure, whole) };
    });
  });
}

function amountOf({ unit }: Indicator, measure: number, whole: number): number {
  if (unit === 'score') return Math.round(Math.min(5, measure) * 10) / 10;
  const amount = Math.round(measure * whole);
  return unit === 'share' ? Math.min(whole, amount) : amount;
}

type Place = { readonly school: OrgUnit; readonly personId: string; readonly at: Date };

async function insertValues(tx: Tx, values: readonly Said[], { school, personId, at }: Place): Promise<void> {
  await tx
    .insertInto('indicator_value')
    .values(
      values.map(({ indicator, period, amount, total }) => ({
        id: randomUUID(),
        org_unit_id: school.id,
        scope: school.scope,
        period_code: period,
        indicator_code: indicator.code,
        definition_version: indicator.version,
        state: 'given',
        amount,
        total: isWeighted(indicator.unit) ? total : null,
        typed: null,
        source: 'file',
        submission_id: null,
        made_by: personId,
        made_at: at,
        version: 1,
      })),
    )
    // What a collection of the demonstration asked for is the school's own word.
    .onConflict((conflict) => conflict.constraint('indicator_value_once').doNothing())
    .execute();
}
