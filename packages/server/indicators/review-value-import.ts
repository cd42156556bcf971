import { isSchool } from '@opora/domain/registry/org-unit.ts';
import { can } from '@opora/domain/basics/can.ts';
import type { Actor } from '@opora/domain/basics/actor.ts';
import { periodBefore, periodCode, periodOfCode } from '@opora/domain/indicators/report-period.ts';
import { planValueImport, type PlannedImport } from '@opora/domain/indicators/value-import.ts';
import {
  reviewLinesMax,
  type ValueImportCounts,
  type ValueImportEntry,
  type ValueImportReview,
} from '@opora/domain/indicators/value-import-contract.ts';
import type { Db, Tx } from '../platform/database.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { listDefinitions } from './list-definitions.ts';
import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import { type HeldRow, listHeldValues, type ReadValues, type ValueImport } from './value-import-queries.ts';

type ReadValue = ReadValues['values'][number];

/** What a file would do at this moment, with what it was compared with. */
export type ComparedImport = PlannedImport<ReadValue> & { readonly held: readonly HeldRow[] };

/** Schools that the person enters values for. */
export async function listEnteredSchools(db: Db, actor: Actor) {
  return (await listOrgUnits(db)).filter((unit) => isSchool(unit) && can(actor, 'indicators.enter', unit));
}

export async function compareValueImport(
  db: Db,
  { reading, period }: Pick<ValueImport, 'reading' | 'period'>,
): Promise<ComparedImport> {
  const orgUnitIds = [...new Set(reading.values.map(({ orgUnitId }) => orgUnitId))];
  const held = await listHeldValues(db, orgUnitIds, period);
  const before = periodBefore(periodOfCode(period));
  const previous = before === null ? [] : await listHeldValues(db, orgUnitIds, periodCode(before));
  const indicators = currentIndicators(await listDefinitions(db));
  return { ...planValueImport(reading.values, { indicators, held, previous }), held };
}

export function countsOfValues({ values, findings }: ComparedImport, problems: number): ValueImportCounts {
  const counts = { add: 0, change: 0, keep: 0, sent: 0, wrong: 0 };
  for (const { fate } of values) counts[fate] += 1;
  const schools = new Set(values.map(({ value }) => value.orgUnitId)).size;
  const warnings = findings.filter(({ finding }) => finding.severity === 'warning').length;
  return { schools, ...counts, problems, warnings };
}

/** What a person has to see before a draft is applied. What the schools had is not told: it may be of a few pupils. */
export async function reviewValueImport(
  tx: Tx,
  draft: ValueImport,
  entry: ValueImportEntry,
): Promise<ValueImportReview> {
  if (draft.state !== 'draft') return { entry, problems: [], left: [], findings: [] };
  const compared = await compareValueImport(tx, draft);
  const names = new Map((await listOrgUnits(tx)).map(({ id, shortName }) => [id, shortName]));
  const counts = countsOfValues(compared, draft.reading.problems.length);
  return {
    entry: { ...entry, counts },
    problems: draft.reading.problems.slice(0, reviewLinesMax),
    left: compared.values
      .flatMap(({ value: { sheet, row, column, indicator, orgUnitId }, fate }) =>
        fate === 'sent' || fate === 'wrong'
          ? [{ sheet, row, column, indicator, school: names.get(orgUnitId) ?? '', reason: fate }]
          : [],
      )
      .slice(0, reviewLinesMax),
    findings: compared.findings
      .slice(0, reviewLinesMax)
      .map(({ orgUnitId, finding: { severity, problem, indicators, facts } }) => ({
        school: names.get(orgUnitId) ?? '',
        severity,
        problem,
        indicators: [...indicators],
        facts,
      })),
  };
}
