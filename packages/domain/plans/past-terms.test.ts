import { describe, expect, it } from 'vitest';
import { editionOn } from './edition.ts';
import { pastTerms, type PastInstance } from './past-terms.ts';

const instance = (id: string, changes: Partial<PastInstance> = {}): PastInstance => ({
  id,
  activityId: 'a',
  label: null,
  startsOn: null,
  dueOn: '2026-03-31',
  state: 'accepted',
  ...changes,
});

describe('terms on a past day', () => {
  it('are those of now where nothing has changed since', () => {
    expect(pastTerms([instance('1'), instance('2')], new Map()).get('a')).toEqual([
      { label: null, startsOn: null, dueOn: '2026-03-31', counts: { accepted: 2 } },
    ]);
  });

  it('take back what happened since: the state and the day', () => {
    const later = new Map([['1', { state: 'planned' as const, dueOn: '2026-02-28' }]]);
    expect(pastTerms([instance('1'), instance('2')], later).get('a')).toEqual([
      { label: null, startsOn: null, dueOn: '2026-02-28', counts: { planned: 1 } },
      { label: null, startsOn: null, dueOn: '2026-03-31', counts: { accepted: 1 } },
    ]);
  });

  it('leave out a first day that is behind the last day of then', () => {
    const later = new Map([['1', { state: 'planned' as const, dueOn: '2026-02-28' }]]);
    const [term] = pastTerms([instance('1', { startsOn: '2026-03-01' })], later).get('a') ?? [];
    expect(term).toMatchObject({ startsOn: null, dueOn: '2026-02-28' });
  });

  it('without a day come last', () => {
    const terms = pastTerms([instance('1', { dueOn: null }), instance('2')], new Map()).get('a');
    expect(terms?.map(({ dueOn }) => dueOn)).toEqual(['2026-03-31', null]);
  });
});

it.each([
  ['2026-01-31', undefined],
  ['2026-02-01', 1],
  ['2026-05-11', 1],
  ['2026-05-12', 3],
  ['2026-12-31', 3],
])('on %s edition %s is the law; of two of one day the later', (day, number) => {
  const editions = [
    { number: 3, inForceOn: '2026-05-12' },
    { number: 2, inForceOn: '2026-05-12' },
    { number: 1, inForceOn: '2026-02-01' },
  ];
  expect(editionOn(editions, day)?.number).toBe(number);
});
