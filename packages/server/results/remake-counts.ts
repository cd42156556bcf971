import { randomUUID } from 'node:crypto';
import { type HeldCount, mergeParts } from '@opora/domain/results/merge-parts.ts';
import { findScale } from '@opora/domain/results/score-scale.ts';
import { isSameValue } from '@opora/domain/basics/same-value.ts';
import type { Db, Tx } from '../platform/database.ts';
import { deleteExamCounts, listExamCounts, saveExamCounts } from './exam-count-queries.ts';
import { type CountKey, countKeyText, listParts } from './exam-part-queries.ts';
import { listEnteredScales, scalesAt } from './exam-scale-queries.ts';

/** A count with the node of its school. */
export type ScopedKey = CountKey & { readonly scope: string };

/** Tells the scale of a procedure and year at a school. */
export async function scaleFinder(db: Db) {
  const entered = await listEnteredScales(db);
  const known = new Map<string, ReturnType<typeof scalesAt>>();
  return ({ scope, procedure, year }: ScopedKey) => {
    const scales = known.get(scope) ?? scalesAt(entered, scope);
    known.set(scope, scales);
    return findScale(scales, procedure, year);
  };
}

/** Counts that are held of these, by key. */
export async function heldCounts(db: Db, keys: readonly CountKey[]): Promise<Map<string, HeldCount>> {
  if (keys.length === 0) return new Map();
  const counts = await listExamCounts(db, {
    orgUnitIds: [...new Set(keys.map(({ orgUnitId }) => orgUnitId))],
    years: [...new Set(keys.map(({ year }) => year))],
  });
  return new Map(
    counts.map(({ participants, below, marks, scores, journal, gaps, tasks, scaleVersion, ...key }) => [
      countKeyText(key),
      { participants, below, marks, scores, journal, gaps, tasks, scaleVersion },
    ]),
  );
}

export type Remade = { readonly added: number; readonly changed: number; readonly removed: number };

/** Makes counts of these anew out of the parts that are there; what comes out the same is not touched. The caller holds them (`holdCounts`). */
export async function remakeCounts(tx: Tx, keys: readonly ScopedKey[]): Promise<Remade> {
  const parts = await listParts(tx, keys);
  const before = await heldCounts(tx, keys);
  const scaleOf = await scaleFinder(tx);
  const made = [...new Map(keys.map((key) => [countKeyText(key), key])).entries()].map(([text, key]) => ({
    key,
    before: before.get(text) ?? null,
    after: mergeParts(parts.get(text) ?? [], scaleOf(key)).count,
  }));
  const differing = made.filter(({ before: was, after }) => !isSameValue(was, after));
  await deleteExamCounts(
    tx,
    differing.filter(({ after }) => after === null).map(({ key }) => key),
  );
  await saveExamCounts(
    tx,
    differing.flatMap(({ key, after }) => (after === null ? [] : [{ ...key, ...after, id: randomUUID() }])),
  );
  return {
    added: differing.filter(({ before: was }) => was === null).length,
    changed: differing.filter(({ before: was, after }) => was !== null && after !== null).length,
    removed: differing.filter(({ after }) => after === null).length,
  };
}
