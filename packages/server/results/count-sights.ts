import type { CountSight } from '@opora/domain/results/count-sight.ts';
import { hideTerritory } from '@opora/domain/results/hide-territory.ts';
import type { ShownParts } from '@opora/domain/results/hide-cells.ts';
import { type Procedure, procedureKey } from '@opora/domain/results/procedure.ts';
import type { Call } from '../platform/mount.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { listUnitResults } from './result-sum-queries.ts';
import type { KeptInputs } from './verdict-queries.ts';

/** Each count with what of it result pages show above the school level today: made of the whole region, whoever asks. */
export async function markSights(
  schools: readonly KeptInputs[],
  { tx, actor, parts }: Pick<Call, 'tx' | 'actor' | 'parts'>,
): Promise<KeptInputs[]> {
  const places = new Map(
    schools.flatMap(({ counts }) =>
      counts.map(({ year, procedure }) => [keyOf(year, procedure), { year, ...procedure }] as const),
    ),
  );
  const sights = new Map<string, ReadonlyMap<string, CountSight>>();
  await withWholeRegion(tx, parts.database, entryOf(actor), async (db) => {
    for (const [key, chosen] of places) {
      // One after another: they share a connection, and between them the server answers others.
      // oxlint-disable-next-line no-await-in-loop
      const { territories } = hideTerritory(await listUnitResults(db, { chosen }));
      const units = [...territories.values()].flatMap((territory) => territory.units);
      sights.set(key, new Map(units.map(({ unit, shown }) => [unit.id, sightOf(shown)])));
    }
  });
  return schools.map((school) => ({
    ...school,
    counts: school.counts.map((count) => ({
      ...count,
      sight: sights.get(keyOf(count.year, count.procedure))?.get(school.school) ?? 'nothing',
    })),
  }));
}

const keyOf = (year: number, procedure: Procedure): string => `${year}\t${procedureKey(procedure)}`;

function sightOf({ participants, passing }: ShownParts): CountSight {
  if (passing) return 'all';
  return participants ? 'participants' : 'nothing';
}
