import { z } from 'zod';
import type { ObjectivitySign } from './objectivity-signs.ts';

const share = z.number();
const Counted = z.object({ below: z.int(), participants: z.int() });

/** A sign with as many of its numbers as may be shown; null is kept back because few pupils stand behind it. Shares of the region are in whole percent. */
export const ShownSign = z.discriminatedUnion('code', [
  z.object({
    code: z.enum(['raised-marks', 'lowered-marks']),
    share: share.nullable(),
    region: share.nullable(),
  }),
  z.object({
    code: z.enum(['far-above-journal', 'far-below-journal']),
    pupils: z.int().nullable(),
    compared: z.int().nullable(),
    region: share.nullable(),
  }),
  z.object({
    code: z.literal('score-peak'),
    score: z.int(),
    atBorder: z.int().nullable(),
    around: z.int().nullable(),
    region: share.nullable(),
  }),
  z.object({ code: z.literal('simple-worse-hard-better'), simple: share, hard: share }),
  z.object({
    code: z.enum(['cohort-jump', 'work-against-exam']),
    before: Counted.nullable(),
    after: Counted.nullable(),
  }),
]);
export type ShownSign = z.infer<typeof ShownSign>;

/** What of a sign's numbers may be shown. */
export type SignSight = {
  readonly journal: boolean;
  readonly gaps: boolean;
  readonly scores: boolean;
  /** Shares below the minimum of this year and those it is compared with. */
  readonly passing: boolean;
  /** The region's own share does not give another school away. */
  readonly region: boolean;
  readonly regionGaps: boolean;
};

export function showSign(sign: ObjectivitySign, sight: SignSight): ShownSign {
  switch (sign.code) {
    case 'raised-marks':
    case 'lowered-marks':
      return {
        code: sign.code,
        share: sight.journal ? percents(sign.share) : null,
        region: sight.region ? percents(sign.region) : null,
      };
    case 'far-above-journal':
    case 'far-below-journal':
      return {
        code: sign.code,
        pupils: sight.gaps ? sign.pupils : null,
        compared: sight.gaps ? sign.compared : null,
        region: sight.regionGaps ? percents(sign.region) : null,
      };
    case 'score-peak':
      return {
        code: sign.code,
        score: sign.score,
        atBorder: sight.scores ? sign.atBorder : null,
        around: sight.scores ? sign.around : null,
        region: sight.region ? percents(sign.region) : null,
      };
    case 'simple-worse-hard-better':
      return { code: sign.code, simple: percents(sign.simple), hard: percents(sign.hard) };
    case 'cohort-jump':
    case 'work-against-exam':
      return {
        code: sign.code,
        before: sight.passing ? sign.before : null,
        after: sight.passing ? sign.after : null,
      };
  }
}

const percents = (value: number): number => Math.round(value * 100) / 100;
