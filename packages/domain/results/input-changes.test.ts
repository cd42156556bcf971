import { describe, expect, it } from 'vitest';
import { inputChanges, typeChanges } from './input-changes.ts';
import { mathematics, russian } from './results-for-tests.ts';

const count = (year: number, procedure: typeof russian, below: number) => ({
  year,
  procedure,
  participants: 20,
  below,
});
const school = (name: string, ...counts: ReturnType<typeof count>[]) => ({
  school: name,
  type: null,
  counts,
});

describe('numbers of a run against those of today', () => {
  it('differ where one came, went or is another, by school, year and procedure', () => {
    const before = [school('b', count(2025, russian, 5)), school('a', count(2025, mathematics, 3))];
    const after = [
      school('a', count(2025, mathematics, 4), count(2024, russian, 1)),
      school('b', { ...count(2025, { ...russian }, 5) }),
    ];
    expect(inputChanges(before, after)).toEqual([
      { school: 'a', year: 2024, procedure: russian, before: null, after: { participants: 20, below: 1 } },
      {
        school: 'a',
        year: 2025,
        procedure: mathematics,
        before: { participants: 20, below: 3 },
        after: { participants: 20, below: 4 },
      },
    ]);
  });

  it('are told apart from types of schools', () => {
    const before = [school('a'), school('b')];
    expect(typeChanges(before, [{ ...school('a'), type: 'evening' }, school('b')])).toEqual(['a']);
  });
});
