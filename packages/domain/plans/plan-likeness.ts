import { isWithin, type ScopePath } from '../basics/actor.ts';
import { foldText } from '../basics/fold-text.ts';
import type { AskedQuestion } from './ask-questions.ts';
import { questionThresholds } from './question-thresholds.ts';

export type ComparedPlan = {
  readonly id: string;
  readonly title: string;
  readonly ownerUnitId: string;
  readonly ownerName: string;
  readonly scope: ScopePath;
  readonly rows: readonly { readonly no: string; readonly title: string }[];
};

type Row = { readonly no: string; readonly title: string; readonly shingles: ReadonlySet<string> };
type Pair = { readonly mine: Row; readonly other: Row };

const limit = questionThresholds;

/**
 * Asks about the plan and each nearly alike one of another owner, on the node above both: only who sees both is told. A plan drawn from
 * the one above it is meant to be like it, and what two plans both have from above is not counted.
 */
export function askAboutLikeness(plan: ComparedPlan, others: readonly ComparedPlan[]): AskedQuestion[] {
  return others
    .filter((other) => other.ownerUnitId !== plan.ownerUnitId && areBeside(plan.scope, other.scope))
    .flatMap((other) => {
      const models = others.filter(({ scope }) => isAbove(scope, plan.scope) && isAbove(scope, other.scope));
      const given = indexOf(models.flatMap(rowsOf));
      const mine = rowsOf(plan).filter((row) => likest(row, given) === null);
      const theirs = rowsOf(other).filter((row) => likest(row, given) === null);
      const pairs = pairsOf(mine, theirs);
      const shorter = Math.min(mine.length, theirs.length);
      const isAlike =
        pairs.length >= limit.alikeRowsCount.value && pairs.length >= limit.alikeShare.value * shorter;
      if (!isAlike) return [];
      return [
        questionOf([plan, mine.length], other, pairs),
        questionOf([other, theirs.length], plan, pairs.map(turned)),
      ];
    });
}

const turned = ({ mine, other }: Pair): Pair => ({ mine: other, other: mine });

const isAbove = (scope: ScopePath, below: ScopePath): boolean => scope !== below && isWithin(below, scope);

const areBeside = (one: ScopePath, other: ScopePath): boolean => !isAbove(one, other) && !isAbove(other, one);

function questionOf(
  [plan, total]: readonly [ComparedPlan, number],
  other: ComparedPlan,
  pairs: readonly Pair[],
): AskedQuestion {
  return {
    planId: plan.id,
    scope: nodeAbove(plan.scope, other.scope),
    groupKey: [plan.id, other.id].toSorted().join(' '),
    instanceIds: [],
    givenByIds: [],
    facts: {
      kind: 'plans-alike',
      otherPlanId: other.id,
      otherTitle: other.title,
      otherOwner: other.ownerName,
      n: pairs.length,
      total,
      rows: pairs.map(({ mine, other: theirs }) => ({
        no: mine.no,
        title: mine.title,
        otherNo: theirs.no,
        otherTitle: theirs.title,
      })),
    },
  };
}

function nodeAbove(one: ScopePath, other: ScopePath): ScopePath {
  const labels = other.split('.');
  const path = one.split('.');
  const apart = path.findIndex((label, at) => label !== labels[at]);
  return path.slice(0, apart === -1 ? path.length : apart).join('.');
}

/** Each row of the other plan is met by at most one of mine. */
function pairsOf(mine: readonly Row[], theirs: readonly Row[]): Pair[] {
  const index = indexOf(theirs);
  const taken = new Set<Row>();
  return mine.flatMap((row) => {
    const other = likest(row, index, taken);
    if (other === null) return [];
    taken.add(other);
    return [{ mine: row, other }];
  });
}

type Index = ReadonlyMap<string, readonly Row[]>;

function indexOf(rows: readonly Row[]): Index {
  const index = new Map<string, Row[]>();
  for (const row of rows) {
    for (const shingle of row.shingles) {
      const known = index.get(shingle);
      if (known === undefined) index.set(shingle, [row]);
      else known.push(row);
    }
  }
  return index;
}

/** The likest row of the index, if it is alike. */
function likest(row: Row, index: Index, taken: ReadonlySet<Row> = new Set()): Row | null {
  const common = new Map<Row, number>();
  for (const shingle of row.shingles) {
    for (const other of index.get(shingle) ?? []) common.set(other, (common.get(other) ?? 0) + 1);
  }
  let best: Row | null = null;
  let most: number = limit.alikeRow.value;
  for (const [other, count] of common) {
    const likeness = count / (row.shingles.size + other.shingles.size - count);
    if (likeness >= most && !taken.has(other) && (best === null || likeness > most)) {
      best = other;
      most = likeness;
    }
  }
  return best;
}

/** Rows long enough to be compared, each as its threes of words in order. */
function rowsOf(plan: ComparedPlan): Row[] {
  return plan.rows.flatMap(({ no, title }) => {
    const words = foldText(title).match(/\p{L}+|\p{N}+/gu) ?? [];
    if (words.length < limit.alikeRowWords.value) return [];
    const shingles = new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
    return [{ no, title, shingles }];
  });
}
