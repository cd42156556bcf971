import { isWithin } from '../basics/actor.ts';
import type { AskedLevel } from './campaign.ts';
import type { ListedIndicator } from './indicator-contract.ts';
import { isAskedOf } from './is-asked-of.ts';

/**
 * What schools or municipalities of a territory may be asked: definitions of the product, and of the offices that all of them stand below.
 * A school of another municipality could not read the definition it is asked by.
 */
export function askableOf(
  definitions: readonly ListedIndicator[],
  territoryScope: string,
  asks: AskedLevel,
): readonly ListedIndicator[] {
  return definitions.filter(
    (one) =>
      one.isCurrent && isAskedOf(one, asks) && (one.scope === null || isWithin(territoryScope, one.scope)),
  );
}
