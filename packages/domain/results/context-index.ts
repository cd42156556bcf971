/** A variable of the social passport with its sign and size in the index: positive where more of it makes learning easier. */
export type ContextVariable = { readonly code: string; readonly weight: number };

/** Values of a school by the codes of variables; null where the passport does not say. */
export type SchoolContext = {
  readonly school: string;
  readonly values: Readonly<Record<string, number | null>>;
};

export type ContextIndex = {
  readonly school: string;
  /** 0 is the hardest context of the set, 100 the easiest; means nothing beside another set. */
  readonly index: number;
  /** Weight times standardised value, by the code of the variable: what the index is made of before it is stretched to 0–100. */
  readonly contributions: Readonly<Record<string, number>>;
  /** 1 is the hardest; equal indexes have one rank. */
  readonly rank: number;
};

export type ContextIndexes = {
  /** By the codes of schools; empty under `indexedSchoolsMin`, where standardising says nothing. */
  readonly schools: readonly ContextIndex[];
  /** Schools without one of the values: left out, for a gap is not an average. */
  readonly incomplete: readonly string[];
};

export const indexedSchoolsMin = 10;

/** The index of social well-being within a set of schools: each variable is standardised over the set, weighted and added. */
export function contextIndexes(
  schools: readonly SchoolContext[],
  variables: readonly ContextVariable[],
): ContextIndexes {
  const isWhole = ({ values }: SchoolContext) =>
    variables.every(({ code }) => (values[code] ?? null) !== null);
  const incomplete = schools.filter((school) => !isWhole(school)).map(({ school }) => school);
  const whole = schools.filter(isWhole);
  if (whole.length < indexedSchoolsMin) return { schools: [], incomplete };
  const standards = variables.map(({ code, weight }) => ({
    code,
    weight,
    standardise: standardiser(whole.map(({ values }) => values[code] ?? 0)),
  }));
  const raw = whole.map(({ school, values }) => {
    const contributions = Object.fromEntries(
      standards.map(({ code, weight, standardise }) => [code, weight * standardise(values[code] ?? 0)]),
    );
    return { school, contributions, sum: Object.values(contributions).reduce((all, one) => all + one, 0) };
  });
  const sums = raw.map(({ sum }) => sum);
  const [least, most] = [Math.min(...sums), Math.max(...sums)];
  return {
    incomplete,
    schools: raw
      .map(({ school, contributions, sum }) => ({
        school,
        contributions,
        index: most === least ? 50 : (100 * (sum - least)) / (most - least),
        rank: 1 + sums.filter((other) => other < sum).length,
      }))
      .sort((one, other) => (one.school < other.school ? -1 : 1)),
  };
}

/** Schools of the hardest contexts: the share of the set, from the lowest rank; those of equal rank go in together or not at all. */
export function hardestContexts(indexes: readonly ContextIndex[], share: number): string[] {
  const placesMax = Math.floor(indexes.length * share);
  return indexes
    .filter(({ rank }) => indexes.filter((other) => other.rank <= rank).length <= placesMax)
    .map(({ school }) => school);
}

/** Distance from the mean in standard deviations; 0 where all are equal. */
function standardiser(values: readonly number[]): (value: number) => number {
  const mean = values.reduce((all, one) => all + one, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((all, one) => all + (one - mean) ** 2, 0) / (values.length - 1));
  // Rounding leaves a hair of deviation where all are equal.
  const isEqual = Math.min(...values) === Math.max(...values);
  return (value) => (isEqual ? 0 : (value - mean) / deviation);
}
