import type { AskedLevel } from './campaign.ts';
import type { Indicator } from './indicator.ts';

/** May a collection that asks such organisations ask it? What schools say, a municipality is their sum of: asked of both, it would count twice. */
export function isAskedOf({ levels }: Pick<Indicator, 'levels'>, asks: AskedLevel): boolean {
  return levels.includes(asks) && (asks === 'school' || !levels.includes('school'));
}

/** Whose answers a number is made of. */
export const askedLevelOf = (indicator: Pick<Indicator, 'levels'>): AskedLevel =>
  isAskedOf(indicator, 'municipality') ? 'municipality' : 'school';
