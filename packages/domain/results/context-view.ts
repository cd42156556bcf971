import { type ContextVariable, contextIndexes, hardestContexts } from './context-index.ts';
import { isHiddenAbove, type PassportCode, type PassportValue } from './social-passport.ts';

/** A school of the set with what its passport says. */
export type PassportSchool = {
  readonly orgUnitId: string;
  readonly values: readonly PassportValue[];
  /** The reader stands in the school and sees its small counts. */
  readonly isOwn: boolean;
};

export type Weight = ContextVariable & { readonly code: PassportCode };

export type ContextView = {
  /** In the order in which the schools were given; empty under ten schools. */
  readonly indexed: readonly {
    readonly orgUnitId: string;
    readonly index: number;
    readonly rank: number;
    /** Weight times standard deviations from the mean; null where it would give away a count of 1 to 4 pupils. */
    readonly contributions: readonly { readonly variable: PassportCode; readonly value: number | null }[];
  }[];
  readonly incomplete: readonly { readonly orgUnitId: string; readonly missing: readonly PassportCode[] }[];
  /** In place of an index under ten schools: 1 is the hardest in the variable. */
  readonly ranks: readonly {
    readonly orgUnitId: string;
    readonly ranks: readonly { readonly variable: PassportCode; readonly rank: number }[];
  }[];
  /** The hardest contexts of the set by rank. */
  readonly hardest: readonly string[];
};

/** The index of a set as it may be shown. Variables without weight take no part. */
export function contextView(
  schools: readonly PassportSchool[],
  weights: readonly Weight[],
  hardestShare: number,
): ContextView {
  const used = weights.filter(({ weight }) => weight !== 0);
  const shares = schools.map(({ orgUnitId, values }) => ({
    school: orgUnitId,
    values: Object.fromEntries(values.map(({ variable, count, total }) => [variable, count / total])),
  }));
  const { schools: indexes, incomplete } = contextIndexes(shares, used);
  const bySchool = new Map(indexes.map((one) => [one.school, one]));
  const whole = schools.filter(({ orgUnitId }) => !incomplete.includes(orgUnitId));
  const hidden = hiddenCells(
    whole.map(({ values, isOwn }) =>
      used.map(({ code }) =>
        smallnessOf(
          values.find(({ variable }) => variable === code),
          isOwn,
        ),
      ),
    ),
  );
  return {
    indexed: whole.flatMap(({ orgUnitId, isOwn }, row) => {
      const found = bySchool.get(orgUnitId);
      if (found === undefined) return [];
      const contributions = used.map(({ code }, column) => {
        const exact = found.contributions[code] ?? 0;
        const shown = isOwn ? exact : Math.round(exact * 10) / 10;
        return { variable: code, value: hidden[row]?.[column] === true ? null : shown };
      });
      return [{ orgUnitId, index: Math.round(found.index), rank: found.rank, contributions }];
    }),
    incomplete: schools
      .filter(({ orgUnitId }) => incomplete.includes(orgUnitId))
      .map(({ orgUnitId, values }) => ({
        orgUnitId,
        missing: used
          .map(({ code }) => code)
          .filter((code) => !values.some(({ variable }) => variable === code)),
      })),
    ranks: indexes.length > 0 ? [] : ranksOf(whole, used),
    hardest: hardestContexts(indexes, hardestShare),
  };
}

function ranksOf(schools: readonly PassportSchool[], weights: readonly Weight[]): ContextView['ranks'] {
  const easeOf = ({ values }: PassportSchool, { code, weight }: Weight): number => {
    const value = values.find(({ variable }) => variable === code);
    return value === undefined ? 0 : (Math.sign(weight) * value.count) / value.total;
  };
  return schools.map((school) => ({
    orgUnitId: school.orgUnitId,
    ranks: weights.map((weight) => ({
      variable: weight.code,
      rank: 1 + schools.filter((other) => easeOf(other, weight) < easeOf(school, weight)).length,
    })),
  }));
}

type Smallness = { readonly isSmall: boolean; readonly count: number; readonly isOwn: boolean };

function smallnessOf(value: PassportValue | undefined, isOwn: boolean): Smallness {
  return { isSmall: value !== undefined && !isOwn && isHiddenAbove(value), count: value?.count ?? 0, isOwn };
}

/**
 * Contributions of a school make its index, and those of a variable add up to nothing over the set: one that is hidden alone is found by subtraction. So the
 * smallest other of its row and of its column go with it, until nothing stands alone.
 */
export function hiddenCells(cells: readonly (readonly Smallness[])[]): boolean[][] {
  const hidden = cells.map((row) => row.map(({ isSmall }) => isSmall));
  const lines = [
    ...cells.map((row, at) => row.map((_, column) => [at, column] as const)),
    ...(cells[0] ?? []).map((_, column) => cells.map((_row, at) => [at, column] as const)),
  ];
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const line of lines) {
      const shown = line.filter(
        ([row, column]) => hidden[row]?.[column] === false && cells[row]?.[column]?.isOwn === false,
      );
      const hiddenCount = line.filter(([row, column]) => hidden[row]?.[column] === true).length;
      const countOf = ([row, column]: readonly [number, number]) => cells[row]?.[column]?.count ?? 0;
      const [next] = shown.toSorted((one, other) => countOf(one) - countOf(other));
      if (hiddenCount !== 1 || next === undefined) continue;
      const row = hidden[next[0]];
      if (row !== undefined) row[next[1]] = true;
      isChanged = true;
    }
  }
  return hidden;
}

/** How many schools of the set have which index: five even steps from 0 to 100, without names. */
export function indexDistribution(indexes: readonly number[]): number[] {
  const counts = [0, 0, 0, 0, 0];
  for (const index of indexes) {
    const step = Math.min(counts.length - 1, Math.floor(index / 20));
    counts[step] = (counts[step] ?? 0) + 1;
  }
  return counts;
}
