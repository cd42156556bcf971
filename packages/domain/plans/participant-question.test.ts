import { expect, it } from 'vitest';
import { participantQuestions } from './participant-question.ts';

const school = (id: string, changes: object = {}) => ({
  orgUnitId: id,
  name: id,
  fromOn: null,
  untilOn: null,
  openedOn: null,
  closedOn: null,
  ...changes,
});
const low = (id: string, fromOn = '2025-09-01', untilOn: string | null = null) => ({
  orgUnitId: id,
  name: id,
  category: 'low-results' as const,
  fromOn,
  untilOn,
});
const ask = (participations: ReturnType<typeof school>[], held: ReturnType<typeof low>[]) =>
  participantQuestions({ participations, held, actOn: '2026-02-01', today: '2026-05-10' }).map(
    ({ schoolId, kind, on }) => `${schoolId} ${kind} ${on}`,
  );

it.each([
  ['nothing has changed', [school('a'), school('b')], [low('a'), low('b')], []],
  [
    'a school has gained the category',
    [school('a')],
    [low('a'), low('c', '2026-04-01')],
    ['c gained 2026-04-01'],
  ],
  ['a school held it before the act and was left out', [school('a')], [low('a'), low('c')], []],
  [
    'a school has lost it',
    [school('a'), school('b')],
    [low('a'), low('b', '2025-09-01', '2026-03-31')],
    ['b lost 2026-03-31'],
  ],
  ['it was given again', [school('a')], [low('a', '2025-09-01', '2026-03-31'), low('a', '2026-04-01')], []],
  ['a school is closed', [school('a', { closedOn: '2026-04-30' })], [low('a')], ['a closed 2026-04-30']],
  ['a school is to close', [school('a', { closedOn: '2026-08-31' })], [low('a')], []],
  [
    'a school that left is asked no more',
    [school('a'), school('b', { untilOn: '2026-03-01' })],
    [low('a'), low('b', '2025-09-01', '2026-03-31')],
    [],
  ],
  [
    'the plan is not of the category',
    [school('a'), school('b'), school('c')],
    [low('a'), low('d', '2026-04-01')],
    [],
  ],
] as const)('%s', (_title, participations, held, questions) => {
  expect(ask([...participations], [...held])).toEqual(questions);
});
