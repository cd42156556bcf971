import { z } from 'zod';
import { Refusal } from '../basics/refusal.ts';
import { shownPupilsMin } from './suppress-cells.ts';

/** What the social passport of a school counts, by the codes of a passport found in a real programme of support. */
export const passportCodes = [
  'X01',
  'X02',
  'X03',
  'X04',
  'X05',
  'X06',
  'X07',
  'X08',
  'X09',
  'X10',
  'X11',
  'X12',
  'X13',
  'X14',
  'X15',
  'X16',
  'X17',
  'X18',
  'X19',
] as const;
export const PassportCode = z.enum(passportCodes);
export type PassportCode = z.infer<typeof PassportCode>;

/** Whom a variable is a part of. */
export const passportGroups = ['pupils', 'teachers'] as const;
export type PassportGroup = (typeof passportGroups)[number];

const ofTeachers: readonly PassportCode[] = ['X01', 'X02', 'X03', 'X04'];

export function passportGroup(code: PassportCode): PassportGroup {
  return ofTeachers.includes(code) ? 'teachers' : 'pupils';
}

/**
 * The sign with which a variable enters the index of social well-being unless a person says otherwise: 1 where more of it makes learning easier. The signs are
 * those of the literature on the index (Ястребов, Пинская, Косарецкий, 2014); coefficients of it are not published, so each weighs one.
 */
export const expectedSigns: Readonly<Partial<Record<PassportCode, 1 | -1>>> = {
  X05: -1,
  X08: -1,
  X10: -1,
  X11: 1,
  X12: 1,
  X13: -1,
  X14: -1,
  X16: -1,
  X17: -1,
  X19: -1,
};

const pupilsMax = 100_000;

/** How many of how many. What the passport does not say has no value at all. */
export const PassportValue = z.object({
  variable: PassportCode,
  count: z.number().int().min(0).max(pupilsMax),
  total: z.number().int().min(1).max(pupilsMax),
});
export type PassportValue = z.infer<typeof PassportValue>;

/** Throws for a part that is larger than its whole. */
export function checkPassportValue({ variable, count, total }: PassportValue): void {
  if (count > total) throw new Refusal('passport-over-total', { variable, count, total });
}

/** A value as it may be seen: the count is null where it is of 1 to 4 pupils and the reader stands above the school. */
export type ShownPassportValue = Omit<PassportValue, 'count'> & { readonly count: number | null };

/** Teachers are not pupils, and nobody is not somebody: both are shown. */
export function showPassportValue(value: PassportValue, isOwn: boolean): ShownPassportValue {
  return isOwn || !isHiddenAbove(value) ? value : { ...value, count: null };
}

export function isHiddenAbove({ variable, count }: PassportValue): boolean {
  return passportGroup(variable) === 'pupils' && count > 0 && count < shownPupilsMin;
}
