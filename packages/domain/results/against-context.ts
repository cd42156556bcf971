import {
  type AgainstContext,
  type ContextLine,
  contextLine,
  resilientCandidates,
  resilientLimits,
} from './context-regression.ts';
import { shownPupilsMin } from './suppress-cells.ts';

/** A school with its index and its counts in one procedure and year. */
export type IndexedResult = {
  readonly school: string;
  readonly index: number;
  readonly participants: number;
  readonly below: number;
};

/** Fewer participants make a share of chance; the school takes no part in the line. */
export const linedParticipantsMin = shownPupilsMin;

/** The line over the schools of a year, by the share of participants not below the minimum. */
export function resultLine(results: readonly IndexedResult[]): ContextLine | null {
  return contextLine(
    results
      .filter(({ participants }) => participants >= linedParticipantsMin)
      .map(({ school, index, participants, below }) => ({ school, index, result: 1 - below / participants })),
  );
}

/** Schools that are candidates for resilient ones by two years running; null where a year has no line. */
export function candidatesOf(
  year: readonly IndexedResult[],
  before: readonly IndexedResult[],
  hardest: readonly string[],
): string[] | null {
  const lines = [resultLine(year), resultLine(before)];
  const [last, first] = lines;
  if (last === null || last === undefined || first === null || first === undefined) return null;
  const isLarge = (school: string): boolean =>
    [year, before].every((results) =>
      results.some((one) => one.school === school && one.participants >= resilientLimits.participantsMin),
    );
  return resilientCandidates([last, first], hardest.filter(isLarge));
}

/** A point as it may be shown. `isRough`: from 1 to 4 pupils are below the minimum, and the result is the middle of what that may be. */
export type ShownPoint = AgainstContext & {
  readonly index: number;
  readonly participants: number;
  readonly result: number;
  readonly isRough: boolean;
};

export function shownPoint(
  { index, participants, below }: IndexedResult,
  against: AgainstContext,
  isOwn: boolean,
): ShownPoint {
  const isRough = !isOwn && below > 0 && below < shownPupilsMin;
  const shown = isRough ? shownPupilsMin / 2 : below;
  const result = 1 - shown / participants;
  return { ...against, index, participants, result, residual: result - against.predicted, isRough };
}
