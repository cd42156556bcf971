import { isSchool } from '@opora/domain/registry/org-unit.ts';
import { can } from '@opora/domain/basics/can.ts';
import type { Actor } from '@opora/domain/basics/actor.ts';
import { isSecret } from '@opora/domain/indicators/hide-values.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { periodBefore, periodCode, periodOfCode } from '@opora/domain/indicators/report-period.ts';
import { planValueImport, type PlannedImport } from '@opora/domain/indicators/value-import.ts';
import {
  reviewLinesMax,
  type ValueImportCounts,
  type ValueImportEntry,
  type ValueImportReview,
} from '@opora/domain/indicators/value-import-contract.ts';
import type { Db, Tx } from '../platform/database.ts';
import { listOrgUnits, listUnitsAt } from '../registry/registry-queries.ts';
import { ownSchools } from '../results/own-schools.ts';
import { listDefinitions } from './list-definitions.ts';
import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import {
  type HeldRow,
  listHeldValues,
  listPreviousValues,
  listSentCells,
  type PreviousRow,
  type ReadValues,
  type ValueImport,
} from './value-import-queries.ts';

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
  actor: Actor,
): Promise<ComparedImport> {
  const orgUnitIds = [...new Set(reading.values.map(({ orgUnitId }) => orgUnitId))];
  const held = await listHeldValues(db, orgUnitIds, period);
  const before = periodBefore(periodOfCode(period));
  const previous = before === null ? [] : await listPreviousValues(db, orgUnitIds, periodCode(before));
  const indicators = currentIndicators(await listDefinitions(db));
  const hide = await hiderFor(db, actor, indicators);
  const sent = await listSentCells(db, orgUnitIds, period);
  const known = { indicators, held: held.map(hide), previous: previous.map(hide), sent };
  return { ...planValueImport(reading.values, known), held };
}

/**
 * Who brings a table for schools from above is not told what they have where it may be a secret: of every count of pupils, for a large one beside a hidden small one gives that away,
 * nor of what a school has typed and not sent. What she has brought herself she knows.
 */
async function hiderFor(
  db: Db,
  actor: Actor,
  indicators: readonly Indicator[],
): Promise<<T extends PreviousRow>(value: T) => T & { readonly isHidden: boolean }> {
  const at = actor.grants.map(({ scope }) => scope);
  const isOwn = ownSchools(actor, await listUnitsAt(db, at));
  const secret = new Set(indicators.filter(isSecret).map(({ code }) => code));
  return (value) => ({
    ...value,
    isHidden:
      !isOwn(value) && value.madeBy !== actor.personId && (value.isDraft || secret.has(value.indicator)),
  });
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
  { entry, actor }: { readonly entry: ValueImportEntry; readonly actor: Actor },
): Promise<ValueImportReview> {
  if (draft.state !== 'draft') return { entry, problems: [], left: [], findings: [] };
  const compared = await compareValueImport(tx, draft, actor);
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
