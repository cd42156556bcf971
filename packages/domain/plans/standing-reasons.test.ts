import { describe, expect, it } from 'vitest';
import type { InstanceEvent } from './instance.ts';
import type { InstanceState } from './instance-state.ts';
import { standingReasons } from './standing-reasons.ts';

type Step = readonly [from: InstanceState, to: InstanceState, note: string | null, dueOn?: string];

/** Events of a history in which the last day was 31 March until a step named another. */
function history(...steps: readonly Step[]) {
  let dueOn = '2026-03-31';
  const events = steps.map(([from, to, note, next], at): InstanceEvent => {
    const dueOnBefore = dueOn;
    dueOn = next ?? dueOn;
    return { id: String(at), from, to, note, dueOnBefore, dueOnAfter: dueOn, by: 'она', at: `${at}` };
  });
  return { state: steps.at(-1)?.[1] ?? 'planned', dueOn, events };
}

const sent: Step = ['planned', 'submitted', null];
const returned: Step = ['submitted', 'returned', 'нет даты'];
const postponed: Step = ['planned', 'postponed', 'карантин', '2026-04-30'];

describe('what is told to whoever works on it', () => {
  it.each<[string, readonly Step[], readonly string[]]>([
    ['nothing has happened', [], []],
    ['it waits for a decision', [sent], []],
    ['it came back', [sent, returned], ['нет даты']],
    ['it came back and is worked on', [sent, returned, ['returned', 'in-progress', null]], ['нет даты']],
    ['it came back after it had been accepted', [['accepted', 'returned', 'чужой приказ']], ['чужой приказ']],
    [
      'done before the act, it came back to waiting for evidence',
      [
        ['before-approval', 'submitted', null],
        ['submitted', 'before-approval', 'нет скана'],
      ],
      ['нет скана'],
    ],
    ['it was taken back by its executor', [sent, ['submitted', 'before-approval', null]], []],
    ['it was mended and sent again', [sent, returned, ['returned', 'submitted', null]], []],
    ['it was postponed', [postponed], ['карантин']],
    ['it was postponed and begun', [postponed, ['postponed', 'in-progress', null]], ['карантин']],
    [
      'the plan moved its day since',
      [
        postponed,
        ['postponed', 'postponed', null, '2026-06-30'],
        ['postponed', 'in-progress', null, '2026-09-01'],
      ],
      [],
    ],
    ['it was cancelled', [postponed, ['postponed', 'cancelled', 'ремонт']], ['ремонт']],
    [
      'it is back in the plan',
      [
        ['planned', 'cancelled', 'ремонт'],
        ['cancelled', 'planned', null],
      ],
      [],
    ],
  ])('%s', (_title, steps, notes) => {
    expect(standingReasons(history(...steps)).map(({ note }) => note)).toEqual(notes);
  });

  it('names who postponed and to which day', () => {
    expect(standingReasons(history(postponed))).toMatchObject([
      { move: 'postpone', by: 'она', dueOn: '2026-04-30' },
    ]);
  });
});
