import type { AskedLevel } from './campaign.ts';
import type { Indicator } from './indicator.ts';
import { isAskedOf } from './is-asked-of.ts';
import { isOnlyComputed } from './is-reckonable.ts';

/** Sets that papers of the field ask for as one. */
export const readySets = ['passport', 'programme', 'municipal', 'staff', 'conditions', 'road-map'] as const;
export type ReadySet = (typeof readySets)[number];

/** Indicators of the set that schools, or municipalities, are asked for, in the order of the catalogue; there may be none. */
export function indicatorsOfSet<I extends Indicator>(
  set: ReadySet,
  current: readonly I[],
  asks: AskedLevel,
): I[] {
  return current.filter((one) => isAskedOf(one, asks) && isOf[set](one));
}

const isOf: Readonly<Record<ReadySet, (one: Indicator) => boolean>> = {
  /** The social passport. */
  passport: ({ group }) => group === 'context',
  /** Results of pupils as the order on self-examination lists them; those of exams are asked where no register knows them. */
  programme: ({ code, group }) => group === 'results' && /^R(?:1[1-9]|2)/.test(code),
  /** The list of the municipal system of work with schools; what is reckoned among it is shown and not asked. */
  municipal: ({ code, group }) =>
    /^R0[1-9]/.test(code) || group === 'objectivity' || (group === 'staff' && /^S(?:0\d|1[0-2])/.test(code)),
  staff: ({ code, group }) => group === 'staff' && /^S1[3-9]/.test(code),
  conditions: ({ group }) => group === 'conditions',
  /** How the road map of a project is carried out, as far as the register of plans does not know it. */
  'road-map': (one) => one.group === 'process' && !isOnlyComputed(one),
};
