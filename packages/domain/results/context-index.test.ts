import { describe, expect, it } from 'vitest';
import { contextIndexes, hardestContexts, type SchoolContext } from './context-index.ts';

const variables = [
  { code: 'bothGraduates', weight: 1 },
  { code: 'onRegister', weight: -1 },
];
const schools: SchoolContext[] = Array.from({ length: 11 }, (_, at) => ({
  school: `edu${String(at).padStart(2, '0')}`,
  values: { bothGraduates: at / 10, onRegister: (10 - at) / 100 },
}));

describe('the index of social well-being', () => {
  const { schools: indexes } = contextIndexes(schools, variables);

  it('goes from 0 for the hardest context of the set to 100', () => {
    expect(indexes.map(({ index }) => Math.round(index))).toEqual([
      0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100,
    ]);
    expect(indexes.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('is the sum of its contributions: signed weight times standard deviations from the mean', () => {
    // Eleven even steps have a standard deviation of √11 steps; the first is five steps from the mean.
    const first = indexes[0]!.contributions;
    expect(first['bothGraduates']).toBeCloseTo(-5 / Math.sqrt(11), 12);
    expect(first['onRegister']).toBeCloseTo(-5 / Math.sqrt(11), 12);
  });

  it('is not made for fewer than ten schools, nor out of gaps', () => {
    const gap = { school: 'edu99', values: { bothGraduates: 0.5, onRegister: null } };
    expect(contextIndexes(schools.slice(0, 9), variables).schools).toEqual([]);
    expect(contextIndexes([...schools.slice(0, 9), gap], variables)).toEqual({
      schools: [],
      incomplete: ['edu99'],
    });
    expect(contextIndexes([...schools, gap], variables).schools).toEqual(indexes);
  });

  it('passes over a variable in which all are equal', () => {
    const equal = schools.map(({ school, values }) => ({ school, values: { ...values, onRegister: 0.1 } }));
    expect(contextIndexes(equal, variables).schools[0]!.contributions['onRegister']).toBeCloseTo(0, 12);
  });

  it('flags the hardest contexts by rank, equal ones together or not at all', () => {
    expect(hardestContexts(indexes, 0.3)).toEqual(['edu00', 'edu01', 'edu02']);
    const tied = indexes.map((one) => ({ ...one, rank: one.rank <= 4 ? 1 : one.rank }));
    expect(hardestContexts(tied, 0.3)).toEqual([]);
  });
});
