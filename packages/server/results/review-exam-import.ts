import { type Actor, isWithin } from '@opora/domain/basics/actor.ts';
import { can } from '@opora/domain/basics/can.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import {
  type ExamImportCounts,
  type ExamImportReview,
  examLinesMax,
} from '@opora/domain/results/exam-import-contract.ts';
import { guessFacts, missingFacts } from '@opora/domain/results/guess-facts.ts';
import { examUnitMatcher, reportUnitKey, type UnitMatch } from '@opora/domain/results/match-exam-units.ts';
import { type HeldCount, mergeParts, type MergedParts } from '@opora/domain/results/merge-parts.ts';
import {
  chosenUnit,
  type ImportPlan,
  planImport,
  type PlannedPart,
} from '@opora/domain/results/plan-exam-import.ts';
import { compareProcedures, procedureKey } from '@opora/domain/results/procedure.ts';
import type { ReportFacts, ReportUnit } from '@opora/domain/results/reading/report.ts';
import { isSameValue } from '@opora/domain/basics/same-value.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { listAllAliases } from '../registry/alias-queries.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { type ExamImport, getExamImportEntry } from './exam-import-queries.ts';
import { countKeyText, listParts } from './exam-part-queries.ts';
import { heldCounts, scaleFinder } from './remake-counts.ts';

type Match = UnitMatch | { readonly how: 'chosen'; readonly unit: OrgUnit } | { readonly how: 'left-out' };

/** A part with its school, and what it makes of the count. */
export type PlannedChange = PlannedPart & {
  readonly unit: OrgUnit;
  readonly scope: string;
  readonly before: HeldCount | null;
  readonly merged: MergedParts;
  readonly condition: string | null;
};

export type ComparedImport = {
  readonly plan: ImportPlan;
  readonly changes: readonly PlannedChange[];
  readonly matches: ReadonlyMap<
    string,
    { readonly unit: ReportUnit; readonly rows: number; readonly match: Match }
  >;
  readonly units: ReadonlyMap<string, OrgUnit>;
};

/** What applying the draft would do to the counts as they are now. */
export async function compareImport(db: Db, draft: ExamImport, actor: Actor): Promise<ComparedImport> {
  const all = await listOrgUnits(db);
  const mayTake = ({ scope }: OrgUnit): boolean =>
    can(actor, 'results.import', { scope }) && isWithin(scope, draft.scope);
  const units = new Map(all.map((unit) => [unit.id, unit]));
  const match = examUnitMatcher(all.filter(mayTake), await listAllAliases(db));
  const matches = matchUnits(draft, match, (id) => {
    const unit = units.get(id);
    return unit !== undefined && mayTake(unit) ? unit : null;
  });
  const plan = planImport(draft.reading, draft.mapping, (unit) => {
    const found = matches.get(reportUnitKey(unit))?.match;
    return found !== undefined && 'unit' in found ? found.unit.id : null;
  });
  return { plan, changes: await changesOf(db, plan, units), matches, units };
}

function matchUnits(
  { reading, mapping }: ExamImport,
  match: (unit: ReportUnit) => UnitMatch,
  unitOf: (id: string) => OrgUnit | null,
): Map<string, { unit: ReportUnit; rows: number; match: Match }> {
  const matches = new Map<string, { unit: ReportUnit; rows: number; match: Match }>();
  for (const [at, { rows }] of reading.reports.entries()) {
    if (mapping.reports[at]?.taken !== true) continue;
    for (const { unit } of rows) {
      if (unit.level === 'territory') continue;
      const key = reportUnitKey(unit);
      const known = matches.get(key);
      if (known !== undefined) known.rows += 1;
      else {
        const chosen = chosenUnit(mapping, unit);
        const school = typeof chosen === 'string' ? unitOf(chosen) : null;
        const found: Match =
          chosen === null
            ? { how: 'left-out' }
            : school === null
              ? match(unit)
              : { how: 'chosen', unit: school };
        matches.set(key, { unit, rows: 1, match: found });
      }
    }
  }
  return matches;
}

async function changesOf(
  db: Db,
  plan: ImportPlan,
  units: ReadonlyMap<string, OrgUnit>,
): Promise<PlannedChange[]> {
  const held = await heldCounts(db, plan.parts);
  const earlier = await listParts(db, plan.parts);
  const scaleOf = await scaleFinder(db);
  return plan.parts.flatMap((part) => {
    const unit = units.get(part.orgUnitId);
    if (unit === undefined) return [];
    const key = countKeyText(part);
    const scale = scaleOf({ ...part, scope: unit.scope });
    const merged = mergeParts([...(earlier.get(key) ?? []), part], scale);
    const condition = merged.count?.scaleVersion === scale?.version ? (scale?.condition ?? null) : null;
    return [{ ...part, unit, scope: unit.scope, before: held.get(key) ?? null, merged, condition }];
  });
}

export function countsOfImport({ plan, changes }: ComparedImport, draft: ExamImport): ExamImportCounts {
  const altered = changes.filter(({ before, merged }) => !isSameValue(before, merged.count));
  const taken = draft.reading.reports.filter((_, at) => draft.mapping.reports[at]?.taken === true);
  return {
    layouts: [...new Set(taken.map(({ layout }) => layout))],
    schools: new Set(changes.map(({ orgUnitId }) => orgUnitId)).size,
    procedures: new Set(changes.map(({ year, procedure }) => `${year}\t${procedureKey(procedure)}`)).size,
    added: altered.filter(({ before }) => before === null).length,
    changed: altered.filter(({ before }) => before !== null).length,
    kept: changes.length - altered.length,
    leftOut: plan.withoutFacts + plan.withoutSchool,
  };
}

export async function reviewExamImport(
  db: Db,
  draft: ExamImport,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<ExamImportReview> {
  const compared = await compareImport(db, draft, actor);
  const { plan, changes, matches } = compared;
  const faults = draft.reading.reports.flatMap(({ sheet, faults: own }) =>
    own.map((fault) => ({ sheet, ...fault })),
  );
  const waiting = [...matches.values()].filter(({ match }) => isWaiting(match));
  const guessing = { reading: draft.reading, fileName: draft.fileName, today: isoDateIn(now) };
  return {
    ...(await getExamImportEntry(db, draft.id)),
    version: draft.version,
    mapping: draft.mapping,
    unknownSheets: draft.reading.unknownSheets,
    reports: draft.reading.reports.map((report) => ({
      sheet: report.sheet,
      layout: report.layout,
      headRow: report.headRow,
      schools: new Set(
        report.rows.flatMap(({ unit }) => (unit.level === 'school' ? [reportUnitKey(unit)] : [])),
      ).size,
      territories: report.rows.filter(({ unit }) => unit.level === 'territory').length,
      procedures: distinctFacts(report.rows.map(({ facts }) => facts)),
      asks: missingFacts(report),
      guess: guessFacts(report, guessing),
      markers: report.markers,
      unknownColumns: report.unknownColumns,
      faultCount: report.faultCount,
    })),
    units: presentUnits(compared),
    unitCount: matches.size,
    waitingCount: waiting.length,
    faults: faults.slice(0, examLinesMax),
    faultCount: draft.reading.reports.reduce((sum, { faultCount }) => sum + faultCount, 0),
    territories: plan.territories
      .toSorted((one, other) => Number(agrees(one)) - Number(agrees(other)))
      .slice(0, examLinesMax),
    withoutSchool: plan.withoutSchool,
    withoutFacts: plan.withoutFacts,
    expected: countsOfImport(compared, draft),
    replaced: replacedBy(changes),
    changes: presentChanges(changes),
    changeCount: changes.length,
  };
}

const agrees = (check: ImportPlan['territories'][number]): boolean =>
  check.participants === check.schoolParticipants;

const isWaiting = ({ how }: Match): boolean => how === 'ambiguous' || how === 'unknown';

function distinctFacts(facts: readonly ReportFacts[]): ReportFacts[] {
  const known = new Map(facts.map((one) => [Object.values(one).join('\t'), one]));
  return [...known.values()].slice(0, examLinesMax);
}

const order: readonly Match['how'][] = ['ambiguous', 'unknown', 'left-out', 'chosen', 'name', 'code'];

function presentUnits({ matches, units }: ComparedImport): ExamImportReview['units'] {
  const about = ({ parentId }: OrgUnit): string => units.get(parentId ?? '')?.name ?? '';
  return [...matches]
    .toSorted(([, one], [, other]) => order.indexOf(one.match.how) - order.indexOf(other.match.how))
    .slice(0, examLinesMax)
    .map(([key, { unit, rows, match }]) => ({
      key,
      login: unit.login,
      name: unit.name,
      territory: unit.territory,
      rows,
      how: match.how,
      orgUnitId: 'unit' in match ? match.unit.id : null,
      orgUnitName: 'unit' in match ? match.unit.shortName : null,
      candidates:
        'candidates' in match
          ? match.candidates
              .slice(0, 20)
              .map((one) => ({ id: one.id, name: one.shortName, about: about(one) }))
          : [],
    }));
}

/** Another number of participants: what is held was of other pupils, and does not add up with these. */
const isReplaced = ({ before, merged }: PlannedChange): boolean =>
  before !== null && merged.count !== null && before.participants !== merged.count.participants;

function replacedBy(changes: readonly PlannedChange[]): ExamImportReview['replaced'] {
  const replaced = changes.filter(isReplaced);
  return {
    counts: replaced.length,
    before: replaced.reduce((sum, { before }) => sum + (before?.participants ?? 0), 0),
    after: replaced.reduce((sum, { merged }) => sum + (merged.count?.participants ?? 0), 0),
  };
}

/** Those that are replaced come first. */
function presentChanges(changes: readonly PlannedChange[]): ExamImportReview['changes'] {
  const shown = (held: HeldCount | null) =>
    held === null ? null : { participants: held.participants, below: held.below, marks: held.marks };
  return changes
    .toSorted(
      (one, other) =>
        Number(isReplaced(other)) - Number(isReplaced(one)) ||
        one.unit.shortName.localeCompare(other.unit.shortName, 'ru', { numeric: true }) ||
        one.year - other.year ||
        compareProcedures(one.procedure, other.procedure),
    )
    .slice(0, examLinesMax)
    .map((change) => ({
      orgUnitId: change.orgUnitId,
      name: change.unit.shortName,
      year: change.year,
      procedure: change.procedure,
      before: shown(change.before),
      after: shown(change.merged.count),
      dropped: [...change.merged.dropped],
      differs: change.differs,
      scaleVersion: change.merged.count?.scaleVersion ?? null,
      condition: change.condition,
    }));
}
