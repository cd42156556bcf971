import { foldText } from '../basics/fold-text.ts';
import { wordStem } from '../basics/word-stem.ts';

type Worded = { readonly raw: string };

export type PairedExpected<K, R> = {
  /** What stays the same result, with its new words: evidence given for it stays with it. */
  readonly kept: readonly { readonly known: K; readonly row: R }[];
  readonly added: readonly R[];
  readonly removed: readonly K[];
};

/** Half of the words of both: «Справка по итогам» and «Аналитическая справка по итогам диагностики» are one result, «Приказ» is another. */
const alikeMin = 0.5;

/** Which results of an activity are those that were there: by the same words first, then by the likest ones. */
export function pairExpected<K extends Worded, R extends Worded>(
  known: readonly K[],
  rows: readonly R[],
): PairedExpected<K, R> {
  const likest = known
    .flatMap((old) => rows.map((row) => ({ known: old, row, alike: likeness(old.raw, row.raw) })))
    .filter(({ alike }) => alike >= alikeMin)
    .toSorted((one, other) => other.alike - one.alike);
  const kept = new Map<R, K>();
  const taken = new Set<K>();
  for (const { known: old, row } of likest) {
    if (kept.has(row) || taken.has(old)) continue;
    kept.set(row, old);
    taken.add(old);
  }
  return {
    kept: [...kept].map(([row, old]) => ({ known: old, row })),
    added: rows.filter((row) => !kept.has(row)),
    removed: known.filter((old) => !taken.has(old)),
  };
}

/** Share of common words in those of both (Dice); the same text is above all else. */
function likeness(one: string, other: string): number {
  if (one === other) return 2;
  const [own, others] = [stemsOf(one), stemsOf(other)];
  const common = [...own].filter((stem) => others.has(stem)).length;
  return own.size + others.size === 0 ? 0 : (2 * common) / (own.size + others.size);
}

const stemsOf = (text: string): Set<string> =>
  new Set((foldText(text).match(/\p{L}{3,}|\d+/gu) ?? []).map(wordStem));
