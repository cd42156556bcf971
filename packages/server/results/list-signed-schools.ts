import type { ExamCount } from '@opora/domain/results/exam-count.ts';
import type { ObjectivitySign } from '@opora/domain/results/objectivity-signs.ts';
import { sumCells } from '@opora/domain/results/result-cells.ts';
import { type RegionFigures, regionFigures, schoolSigns } from '@opora/domain/results/school-signs.ts';
import type { Db } from '../platform/database.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { listExamCounts } from './exam-count-queries.ts';
import { findBorders } from './get-school-results.ts';
import {
  listIdsBelow,
  listUnitResults,
  sumScores,
  sumTasks,
  type UnitResults,
  type YearProcedure,
} from './result-sum-queries.ts';

/** Codes of the signs of each school below the node in one procedure and year; schools without any are not among them. */
export async function listSignedSchools(
  chosen: YearProcedure,
  below: string,
  { tx, actor, parts }: Pick<Call, 'tx' | 'actor' | 'parts'>,
): Promise<Map<string, Set<ObjectivitySign['code']>>> {
  const { year, kind, grade, subject } = chosen;
  const borders = await findBorders(tx, chosen);
  const region = await withWholeRegion(tx, parts.database, entryOf(actor), (db) => figuresOf(db, chosen));
  const orgUnitIds = await listIdsBelow(tx, below);
  const history = Map.groupBy(await listUnitResults(tx, { around: chosen, orgUnitIds }), ({ id }) => id);
  const counts = await listExamCounts(tx, { years: [year], kind, grade, subject });
  const found = new Map<string, Set<ObjectivitySign['code']>>();
  for (const own of counts) {
    const known = history.get(own.orgUnitId);
    if (known === undefined) continue;
    const before = known.map(countOf);
    const signs = schoolSigns({ own, region, borders: borders?.marks ?? null, history: before });
    if (signs.length > 0) found.set(own.orgUnitId, new Set(signs.map(({ code }) => code)));
  }
  return found;
}

async function figuresOf(db: Db, chosen: YearProcedure): Promise<RegionFigures> {
  const units = await listUnitResults(db, { chosen });
  return regionFigures(sumCells(units.map(({ cells }) => cells)), {
    scores: await sumScores(db, chosen),
    tasks: await sumTasks(db, chosen),
  });
}

function countOf({ year, procedure, count }: UnitResults): ExamCount {
  return { year, procedure, ...count, scores: null, tasks: null };
}
