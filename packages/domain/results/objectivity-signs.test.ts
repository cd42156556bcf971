import { describe, expect, it } from 'vitest';
import {
  cohortSigns,
  gapSigns,
  journalSigns,
  peakSigns,
  taskSigns,
  workAgainstExamSigns,
} from './objectivity-signs.ts';

const codes = (signs: readonly { code: string }[]) => signs.map(({ code }) => code);
const counted = ([below, participants]: readonly [number, number]) => ({ below, participants });

describe('signs that ask for a closer look', () => {
  const region = { lowered: 200, confirmed: 700, raised: 100 };
  it.each([
    ['as in the region', { lowered: 6, confirmed: 21, raised: 3 }, []],
    ['a third raised', { lowered: 3, confirmed: 17, raised: 10 }, ['raised-marks']],
    ['half lowered', { lowered: 15, confirmed: 14, raised: 1 }, ['lowered-marks']],
    ['the same of nineteen', { lowered: 0, confirmed: 9, raised: 10 }, []],
  ] as const)('marks against the journal: %s', (_, own, expected) => {
    expect(codes(journalSigns(own, region))).toEqual(expected);
  });

  const apart = { lowered: 20, raised: 5, compared: 1000 };
  it.each([
    ['as in the region', { lowered: 1, raised: 0, compared: 30 }, []],
    ['five of thirty below the journal', { lowered: 5, raised: 0, compared: 30 }, ['far-below-journal']],
    ['four of thirty are rare but not that rare', { lowered: 4, raised: 0, compared: 30 }, []],
    ['three of thirty above it', { lowered: 0, raised: 3, compared: 30 }, ['far-above-journal']],
    ['five of nineteen', { lowered: 5, raised: 5, compared: 19 }, []],
    ['both', { lowered: 9, raised: 9, compared: 40 }, ['far-above-journal', 'far-below-journal']],
  ] as const)('marks two or more from the journal: %s', (_, own, expected) => {
    expect(codes(gapSigns(own, apart))).toEqual(expected);
  });

  // Even scores in the region: one of two next to a border is over it.
  const even = Array.from({ length: 26 }, () => 100);
  it.each([
    ['fifteen of fifteen over the border', 15, 0, ['score-peak']],
    ['twelve of fourteen are rare but not that rare', 12, 2, []],
    ['as many under the border', 10, 10, []],
    ['nobody near it', 0, 0, []],
  ] as const)('a peak at the border of a mark: %s', (_, at, under, expected) => {
    const own = even.map((_unused, score) => (score === 8 ? at : score === 7 ? under : 3));
    expect(codes(peakSigns(own, even, [8]))).toEqual(expected);
  });

  it('the chance of a peak is the binomial one', () => {
    const own = even.map((_, score) => (score === 8 ? 12 : 0));
    expect(peakSigns(own, even, [8])[0]).toMatchObject({
      atBorder: 12,
      around: 12,
      region: 0.5,
      chance: expect.closeTo(1 / 4096, 9),
    });
  });

  it.each([
    ['simple worse, hard better', [-0.1, -0.06], [0.1], ['simple-worse-hard-better']],
    ['all better', [0.1, 0.1], [0.1], []],
    ['all worse', [-0.1, -0.1], [-0.1], []],
    ['within the zone', [-0.04, -0.04], [0.1], []],
    ['no hard tasks', [-0.1, -0.1], [], []],
  ] as const)('tasks against the region: %s', (_, simple, hard, expected) => {
    const task = (isSimple: boolean) => (gap: number) => ({ simple: isSimple, own: 0.6 + gap, region: 0.6 });
    expect(codes(taskSigns([...simple.map(task(true)), ...hard.map(task(false))]))).toEqual(expected);
  });

  it.each([
    ['ten points more', [6, 30], [9, 30], [['cohort-jump'], ['work-against-exam']]],
    ['ten points fewer', [9, 30], [6, 30], [['cohort-jump'], []]],
    ['nine points more', [20, 100], [29, 100], [[], []]],
    ['nineteen pupils', [0, 19], [19, 30], [[], []]],
    ['nobody', [0, 0], [19, 30], [[], []]],
  ] as const)('the same pupils later: %s', (_, before, after, [cohort, exam]) => {
    expect(codes(cohortSigns(counted(before), counted(after)))).toEqual(cohort);
    expect(codes(workAgainstExamSigns(counted(before), counted(after)))).toEqual(exam);
  });
});
