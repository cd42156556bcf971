import { isWithin } from '../basics/actor.ts';
import type { ListedIndicator } from './indicator-contract.ts';

/**
 * What schools of a territory may be asked: definitions of the product, and of the offices that all of its schools stand below.
 * A school of another municipality could not read the definition it is asked by.
 */
export function askableOf(
  definitions: readonly ListedIndicator[],
  territoryScope: string,
): readonly ListedIndicator[] {
  return definitions.filter(
    ({ isCurrent, levels, scope }) =>
      isCurrent && levels.includes('school') && (scope === null || isWithin(territoryScope, scope)),
  );
}
