import { findWorsened, lastPairs, mayWorsen } from '@opora/domain/indicators/find-worsened.ts';
import type { Worsened } from '@opora/domain/indicators/dynamics-contract.ts';
import { isoDateIn } from '../platform/clock.ts';
import { entryOf, withWholeRegion } from '../platform/transaction.ts';
import { listOrgUnits } from '../registry/registry-queries.ts';
import { listValuePeriods } from './indicator-sum-queries.ts';
import { loadNumbers } from './load-numbers.ts';
import { type AskingCall, lookAtUnit } from './look-at-unit.ts';
import type { Registers } from './register-source.ts';

/** Parts of a unit by name in which something went the wrong way beyond chance between the two last periods. */
export async function listWorsened(
  orgUnitId: string,
  call: AskingCall,
  sources: Registers,
): Promise<Worsened> {
  const asked = await lookAtUnit(orgUnitId, mayWorsen, call);
  const { database } = call.parts;
  const { units, pairs, shownIn } = await withWholeRegion(
    call.tx,
    database,
    entryOf(call.actor),
    async (db) => {
      const all = await listOrgUnits(db);
      const found = lastPairs(await listValuePeriods(db));
      const periods = [...new Set(found.flatMap(({ before, last }) => [before, last]))];
      const today = isoDateIn(call.parts.clock());
      const numbers = { units: all, periods, sources, database, today, withParts: true };
      return { units: all, pairs: found, ...(await loadNumbers(db, asked, numbers)) };
    },
  );
  const { compared, byScope } = findWorsened(asked.indicators, pairs, shownIn);
  const parts = units.flatMap(({ id, shortName: name, scope }) => {
    const changes = byScope.get(scope);
    return changes === undefined ? [] : [{ id, name, changes: [...changes] }];
  });
  const codes = new Set(parts.flatMap(({ changes }) => changes.map(({ code }) => code)));
  return { compared, parts, indicators: asked.indicators.filter(({ code }) => codes.has(code)) };
}
