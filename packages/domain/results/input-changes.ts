import type { CountSight } from './count-sight.ts';
import type { RunInputs } from './identification-run.ts';
import { compareProcedures, type Procedure, procedureKey } from './procedure.ts';

type Counted = {
  readonly participants: number;
  readonly below: number;
  /** As in the inputs. */
  readonly sight?: CountSight | undefined;
};

/** A number that a run was made from and that is another now; null where there was, or is, none. */
export type InputChange = {
  readonly school: string;
  readonly year: number;
  readonly procedure: Procedure;
  readonly before: Counted | null;
  readonly after: Counted | null;
};

type Inputs = RunInputs & { readonly school: string };

/** What of the numbers changed between two sets of inputs, by school, year and procedure. Types of schools are compared apart. */
export function inputChanges(before: readonly Inputs[], after: readonly Inputs[]): InputChange[] {
  const beforeBySchool = new Map(before.map((inputs) => [inputs.school, inputs]));
  const afterBySchool = new Map(after.map((inputs) => [inputs.school, inputs]));
  const isOther = ({ school }: Inputs) => !sameCounts(beforeBySchool.get(school), afterBySchool.get(school));
  // Of a region's schools few have changed: only those are looked at number by number.
  const [was, is] = [keyed(before.filter(isOther)), keyed(after.filter(isOther))];
  return [...new Set([...was.keys(), ...is.keys()])]
    .flatMap((key) => {
      const [one, other] = [was.get(key), is.get(key)];
      const place = one ?? other;
      if (place === undefined) return [];
      if (one?.participants === other?.participants && one?.below === other?.below) return [];
      const { school, year, procedure } = place;
      return [{ school, year, procedure, before: counted(one), after: counted(other) }];
    })
    .sort(
      (one, other) =>
        Number(one.school > other.school) - Number(one.school < other.school) ||
        one.year - other.year ||
        compareProcedures(one.procedure, other.procedure),
    );
}

/** In the same order too: counts that only stand otherwise are found equal one by one. */
function sameCounts(one: Inputs | undefined, other: Inputs | undefined): boolean {
  if (one === undefined || other === undefined || one.counts.length !== other.counts.length) return false;
  return one.counts.every((count, at) => {
    const same = other.counts[at];
    return (
      count.participants === same?.participants &&
      count.below === same.below &&
      count.year === same.year &&
      compareProcedures(count.procedure, same.procedure) === 0
    );
  });
}

/** Schools whose type is another now. */
export function typeChanges(before: readonly Inputs[], after: readonly Inputs[]): string[] {
  const types = new Map(after.map(({ school, type }) => [school, type]));
  return before.flatMap(({ school, type }) =>
    types.has(school) && types.get(school) !== type ? [school] : [],
  );
}

type Keyed = RunInputs['counts'][number] & { readonly school: string };

function keyed(inputs: readonly Inputs[]): Map<string, Keyed> {
  return new Map(
    inputs.flatMap(({ school, counts }) =>
      counts.map((count) => [
        `${school}\t${count.year}\t${procedureKey(count.procedure)}`,
        { ...count, school },
      ]),
    ),
  );
}

const counted = (count: Keyed | undefined): Counted | null =>
  count === undefined ? null : { participants: count.participants, below: count.below, sight: count.sight };
