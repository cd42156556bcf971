import type { OperationParsed } from '@opora/domain/basics/contract.ts';
import {
  candidatesOf,
  type IndexedResult,
  resultLine,
  shownPoint,
} from '@opora/domain/results/against-context.ts';
import type { contextContract, LineAnswer } from '@opora/domain/results/context-contract.ts';
import { hardestContexts } from '@opora/domain/results/context-index.ts';
import { resilientLimits } from '@opora/domain/results/context-regression.ts';
import { isDiagnostic } from '@opora/domain/results/exam-kind.ts';
import { compareProcedures, type Procedure } from '@opora/domain/results/procedure.ts';
import type { Db } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { askContext } from './ask-context.ts';
import { listExamCounts } from './exam-count-queries.ts';
import { listCountedProcedures } from './counted-procedure-queries.ts';
import { ownSchools } from './own-schools.ts';

type Dated = Procedure & { readonly year: number };
type Asking = OperationParsed<typeof contextContract.askContextLine>['body'];

/** Results of a procedure against the index of the set that is asked for; candidates by this year and the one before, by the passports of one year. */
export async function askContextLine(
  call: Pick<Call, 'tx' | 'actor' | 'parts'>,
  { procedure, isDiagnosticTaken, ...question }: Asking,
): Promise<LineAnswer> {
  const { tx, actor, parts } = call;
  const { isAbove, schools, view, isShown } = await askContext(call, question);
  const isOwn = ownSchools(actor, await listOrgUnits(tx));
  const look = <T>(work: (db: Db) => Promise<T>): Promise<T> =>
    isAbove ? work(tx) : withWholeRegion(tx, parts.database, entryOf(actor), work);
  const procedures = (await look(listCountedProcedures)).toSorted(latestExamFirst);
  const chosen = procedure ?? procedures[0] ?? null;
  const empty = { procedures, chosen, isDiagnostic: chosen !== null && isDiagnostic(chosen.kind) };
  if (chosen === null) return { ...empty, line: null, points: [], candidates: null };
  const scopeOf = new Map(schools.map((school) => [school.id, school]));
  const indexOf = new Map(view.indexed.map((one) => [one.orgUnitId, one.index]));
  const resultsOf = async (year: number): Promise<IndexedResult[]> => {
    const { kind, grade, subject } = chosen;
    const counts = await look((db) => listExamCounts(db, { years: [year], kind, grade, subject }));
    return counts.flatMap(({ orgUnitId: school, participants, below }) => {
      const index = indexOf.get(school);
      return index === undefined || below === null ? [] : [{ school, index, participants, below }];
    });
  };
  const [now, before] = [await resultsOf(chosen.year), await resultsOf(chosen.year - 1)];
  const line = resultLine(now);
  const hardest = hardestContexts(
    view.indexed.map(({ orgUnitId, ...one }) => ({ ...one, school: orgUnitId, contributions: {} })),
    resilientLimits.hardestShare,
  );
  const against = new Map(line?.schools.map((one) => [one.school, one]));
  const points = now.flatMap((result) => {
    const [one, unit] = [against.get(result.school), scopeOf.get(result.school)];
    if (one === undefined || unit === undefined || !isShown(result.school)) return [];
    const { school: orgUnitId, interval, ...point } = shownPoint(result, one, isOwn(unit));
    return [{ ...point, orgUnitId, interval: [...interval] as [number, number] }];
  });
  const named = empty.isDiagnostic && !isDiagnosticTaken ? null : candidatesOf(now, before, hardest);
  return {
    ...empty,
    line:
      line === null
        ? null
        : {
            intercept: line.intercept,
            slope: line.slope,
            spread: line.spread,
            schoolCount: line.schools.length,
          },
    points,
    candidates: named === null ? null : named.filter(isShown),
  };
}

/** Works that diagnose stand last: nobody gets one without choosing it. */
function latestExamFirst(one: Dated, other: Dated): number {
  return (
    Number(isDiagnostic(one.kind)) - Number(isDiagnostic(other.kind)) ||
    other.year - one.year ||
    compareProcedures(one, other)
  );
}
