import { z } from 'zod';
import type { ShownParts } from './hide-cells.ts';
import { measuredIn, type ResultCells } from './result-cells.ts';

/** A count as it is shown: null is not known, `hidden` is known and kept back because few pupils stand behind it. Zero is a number. */
export const ShownCount = z.union([z.number().int(), z.literal('hidden'), z.null()]);
export type ShownCount = z.infer<typeof ShownCount>;

/** Results of a school or a territory as they are shown to somebody. */
export const ShownResults = z.object({
  participants: ShownCount,
  /** Of whom it is known whether they passed: the whole of the share below the minimum. */
  assessed: ShownCount,
  below: ShownCount,
  marks: z.union([z.tuple([z.int(), z.int(), z.int(), z.int()]), z.literal('hidden'), z.null()]),
  journal: z.union([
    z.object({ lowered: z.int(), confirmed: z.int(), raised: z.int() }),
    z.literal('hidden'),
    z.null(),
  ]),
  /** By two marks or more. Not whole: of some it is not known how far, so there may be more; of how many is not said, as that would be a school's number. */
  gaps: z.union([
    z.object({ lowered: z.int(), raised: z.int(), isWhole: z.boolean() }),
    z.literal('hidden'),
    z.null(),
  ]),
});
export type ShownResults = z.infer<typeof ShownResults>;

/** Everything here follows from the parts that are shown, and from nothing else. */
export function showCells(cells: ResultCells, shown: ShownParts): ShownResults {
  const [marked, unmarked, passed, unknown] = cells.passing;
  const [three, four, five] = cells.marks;
  const [lowered, confirmed, raised] = cells.journal;
  const [loweredFar, , raisedFar] = cells.gaps;
  const measured = measuredIn(cells);
  const assessed = cells.participants - unknown;
  const known = marked + three + four + five;
  return {
    participants: shown.participants ? cells.participants : 'hidden',
    assessed: shown.passing ? assessed : 'hidden',
    below: !shown.passing ? 'hidden' : assessed === 0 && unknown > 0 ? null : marked + unmarked,
    marks: !shown.marks
      ? 'hidden'
      : known === 0 || passed + marked === 0
        ? null
        : [marked, three, four, five],
    journal: !shown.journal
      ? 'hidden'
      : lowered + confirmed + raised === 0
        ? null
        : { lowered, confirmed, raised },
    gaps: !shown.gaps
      ? 'hidden'
      : measured === 0
        ? null
        : {
            lowered: loweredFar,
            raised: raisedFar,
            isWhole: measured === lowered + confirmed + raised,
          },
  };
}

/** Below the minimum of those who are known, when both may be shown. */
export function shareShown({ below, assessed }: Pick<ShownResults, 'below' | 'assessed'>): {
  readonly below: number;
  readonly participants: number;
} | null {
  return typeof below === 'number' && typeof assessed === 'number' && assessed > 0
    ? { below, participants: assessed }
    : null;
}
