import type { Indicator } from './indicator.ts';

/** Sets that papers of the field ask for as one. */
export const readySets = ['passport', 'programme', 'municipal', 'staff', 'conditions'] as const;
export type ReadySet = (typeof readySets)[number];

/** Indicators of the set that schools are asked for, in the order of the catalogue. */
export function indicatorsOfSet(set: ReadySet, current: readonly Indicator[]): Indicator[] {
  return current.filter((one) => one.levels.includes('school') && isOf[set](one));
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
};
