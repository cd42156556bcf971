import { describe, expect, it } from 'vitest';
import { definitionForTests } from './definitions-for-tests.ts';
import { type IndicatorFacts, proposeConclusions } from './propose-conclusions.ts';
import { trendOf } from './trend.ts';

type Pair = readonly [number, number];
type Beside = { readonly beside?: Pair; readonly target?: Pair };
const value = ([amount, total]: Pair) => ({ amount, total });

function facts(
  indicator: ReturnType<typeof definitionForTests>,
  pairs: readonly Pair[],
  { beside, target }: Beside = {},
): IndicatorFacts {
  const points = pairs.map((pair, at) => ({ period: `SY${2021 + at}`, value: value(pair) }));
  return {
    indicator,
    steps: trendOf(indicator, points),
    beside: beside === undefined ? null : value(beside),
    target: target === undefined ? null : value(target),
  };
}

const quality = definitionForTests({ code: 'R11' });
const training = definitionForTests({ code: 'S17', group: 'staff', amountOf: 'teachers', totalOf: 'people' });
const contests = definitionForTests({ code: 'R24' });

const short = (all: readonly IndicatorFacts[]) =>
  proposeConclusions(all).map(({ code, finding, causes }) => [
    code,
    finding,
    ...causes.map(({ cause, because }) => `${cause} ${because}`),
  ]);

describe('proposed conclusions', () => {
  const fall: readonly Pair[] = [
    [96, 204],
    [42, 200],
  ];

  it.each([
    [
      'a fall with training that fell',
      [
        facts(quality, fall),
        facts(training, [
          [16, 17],
          [12, 17],
        ]),
      ],
      [['R11', 'worsened', 'training worsened']],
    ],
    [
      'a fall with training far behind the municipality',
      [
        facts(quality, fall),
        facts(
          training,
          [
            [8, 17],
            [8, 17],
          ],
          { beside: [80, 100] },
        ),
      ],
      [['R11', 'worsened', 'training behind']],
    ],
    [
      'a fall with training as around: no cause is made up',
      [
        facts(quality, fall),
        facts(
          training,
          [
            [16, 17],
            [16, 17],
          ],
          { beside: [95, 100] },
        ),
      ],
      [['R11', 'worsened']],
    ],
    [
      'a target that was missed',
      [
        facts(
          quality,
          [
            [42, 200],
            [46, 200],
          ],
          { target: [38, 100] },
        ),
      ],
      [['R11', 'target-missed']],
    ],
    [
      'a target that was reached says nothing',
      [
        facts(
          quality,
          [
            [80, 200],
            [82, 200],
          ],
          { target: [38, 100] },
        ),
      ],
      [],
    ],
    ['a rise beyond chance', [facts(quality, fall.toReversed())], [['R11', 'improved']]],
    [
      'what chance makes',
      [
        facts(quality, [
          [42, 200],
          [46, 200],
        ]),
      ],
      [],
    ],
    [
      'training explains no contests',
      [
        facts(contests, fall),
        facts(training, [
          [16, 17],
          [12, 17],
        ]),
      ],
      [['R24', 'worsened']],
    ],
  ] as const)('%s', (_, all, expected) => {
    expect(short(all)).toEqual(expected);
  });

  it('say their numbers', () => {
    expect(proposeConclusions([facts(quality, fall)])[0]).toMatchObject({
      from: { period: 'SY2021', value: { amount: 96, total: 204 } },
      to: { period: 'SY2022', value: { amount: 42, total: 200 } },
    });
  });
});
