import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combineRows } from './combine-rows.ts';
import { type ExamPart, mergeParts } from './merge-parts.ts';
import { noCount, type PartialCount } from './reading/report.ts';
import { ExamCount } from './exam-count.ts';
import type { ScoreScale } from './score-scale.ts';

const part = (count: Partial<PartialCount>, scaleVersion: number | null = null): ExamPart => ({
  count: { ...noCount, ...count },
  scaleVersion,
});
const scale: ScoreScale = {
  procedure: { kind: 'ОГЭ', grade: 9, subject: 'математика' },
  year: 2026,
  version: 3,
  minimum: 2,
  marks: [2, 3, 4],
  scoreMax: 5,
  condition: null,
  source: 'Приказ',
};

describe('parts of several imports', () => {
  it.each<[string, ExamPart[], object]>([
    [
      'each side is that of the newest part that gives it',
      [part({ participants: 10, below: 4, scores: [4, 6] }), part({ participants: 11, below: 5 })],
      { count: { participants: 11, below: 5, scores: [4, 6] }, dropped: [] },
    ],
    [
      'marks tell who is below where nothing newer does',
      [part({ participants: 6, marks: [1, 2, 2, 1] })],
      { count: { below: 1, marks: [1, 2, 2, 1] }, dropped: [] },
    ],
    [
      'a side of more pupils than took part is dropped and named',
      [
        part({ participants: 9, scores: [9], journal: { lowered: 3, confirmed: 3, raised: 3 } }),
        part({ participants: 8 }),
      ],
      { count: { participants: 8, scores: null, journal: null }, dropped: ['scores', 'journal'] },
    ],
    [
      'marks that contradict a newer number below are dropped',
      [part({ participants: 10, marks: [4, 2, 2, 2] }), part({ participants: 10, below: 5 })],
      { count: { below: 5, marks: null }, dropped: ['marks'] },
    ],
    [
      'without participants marks tell how many there were',
      [part({ marks: [1, 1, 1, 1] })],
      { count: { participants: 4 }, dropped: [] },
    ],
    [
      'gaps of pupils stay beside the three numbers of a newer report, as long as they add up',
      [
        part({
          participants: 9,
          journal: { lowered: 3, confirmed: 4, raised: 2 },
          gaps: { lowered: 2, raised: 0 },
        }),
        part({ participants: 9, journal: { lowered: 2, confirmed: 5, raised: 2 } }),
      ],
      { count: { journal: { lowered: 2 }, gaps: { lowered: 2, raised: 0 } }, dropped: [] },
    ],
    [
      'gaps of more pupils than were lowered are dropped, and so are those beside no journal',
      [
        part({
          participants: 9,
          journal: { lowered: 3, confirmed: 4, raised: 2 },
          gaps: { lowered: 3, raised: 0 },
        }),
        part({ participants: 9, journal: { lowered: 2, confirmed: 5, raised: 2 } }),
      ],
      { count: { journal: { lowered: 2 }, gaps: null }, dropped: ['gaps'] },
    ],
    ['nothing is held where nobody is counted', [part({ below: 1 })], { count: null, dropped: [] }],
  ])('%s', (_, parts, expected) => {
    expect(mergeParts(parts, null)).toMatchObject(expected);
  });

  it.each<[string, ExamPart, ScoreScale | null, object]>([
    [
      'turns scores of all into marks and keeps its version',
      part({ participants: 6, scores: [1, 1, 1, 1, 1, 1] }),
      scale,
      { below: 2, marks: [2, 1, 1, 2], scaleVersion: 3 },
    ],
    [
      'says nothing where scores of some are missing',
      part({ participants: 7, scores: [1, 1, 1, 1, 1, 1] }),
      scale,
      { below: null, marks: null, scaleVersion: null },
    ],
    [
      'says nothing over the word of the file',
      part({ participants: 6, scores: [6], below: 0 }),
      scale,
      { below: 0, scaleVersion: null },
    ],
    [
      'of the ЕГЭ is of test scores and says nothing of primary ones',
      part({ participants: 6, scores: [6] }),
      { ...scale, procedure: { ...scale.procedure, kind: 'ЕГЭ' } },
      { below: null, scaleVersion: null },
    ],
    [
      'by which the reader told is the one that is kept',
      part({ participants: 6, below: 2 }, 1),
      null,
      { below: 2, scaleVersion: 1 },
    ],
  ])('a scale %s', (_, only, own, expected) => {
    expect(mergeParts([only], own).count).toMatchObject(expected);
  });
});

describe('tables of one file', () => {
  it('two of classes are added up; two of the whole school are not', () => {
    const count = { ...noCount, participants: 5, below: 1, tasks: [{ task: '1', points: 3, pointsMax: 5 }] };
    const rows = (layout: 'individual' | 'marks') => [
      { layout, count },
      { layout, count: { ...count, participants: 6 } },
    ];
    expect(combineRows(rows('individual'))).toMatchObject({
      count: { participants: 11, below: 2, tasks: [{ task: '1', points: 6, pointsMax: 10 }] },
      differs: false,
    });
    expect(combineRows(rows('marks'))).toMatchObject({ count: { participants: 5 }, differs: true });
  });
});

const number = fc.option(fc.nat(12));
const count: fc.Arbitrary<PartialCount> = fc.record({
  participants: number,
  below: number,
  marks: fc.option(fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4), fc.nat(4))),
  scores: fc.option(fc.array(fc.nat(3), { minLength: 1, maxLength: 6 })),
  journal: fc.option(fc.record({ lowered: fc.nat(4), confirmed: fc.nat(4), raised: fc.nat(4) })),
  gaps: fc.option(fc.record({ lowered: fc.nat(4), raised: fc.nat(4) })),
  tasks: fc.option(
    fc.array(fc.record({ task: fc.constantFrom('1', '2'), points: fc.nat(9), pointsMax: fc.nat(9) }), {
      maxLength: 3,
    }),
  ),
});
const parts = fc.array(fc.record({ count, scaleVersion: fc.option(fc.nat(3)) }), { maxLength: 5 });

it('whatever the parts are, what is held adds up', () => {
  fc.assert(
    fc.property(parts, fc.constantFrom(scale, null), (some, own) => {
      const { count: held } = mergeParts(some, own);
      if (held === null) return;
      const { scaleVersion: _version, ...sides } = held;
      const whole = { ...sides, year: 2026, procedure: scale.procedure };
      expect(ExamCount.safeParse(whole).error).toBeUndefined();
      if (held.marks !== null && held.below !== null) expect(held.marks[0]).toBe(held.below);
    }),
  );
});
