import { describe, expect, it } from 'vitest';
import { IdentificationRule, Methodology, MethodFile } from './methodology.ts';
import { ruleForTests } from './results-for-tests.ts';
import { shippedMethodologies } from './shipped-methodologies.ts';

const faults = (more: object) =>
  MethodFile.safeParse({ ...ruleForTests, year: 2025, ...more }).error?.issues.map(
    ({ path, code }) => `${path.join('.')} ${code}`,
  );

describe('a methodology', () => {
  it.each([
    ['a threshold in percent', { threshold: 30 }, ['threshold too_big']],
    ['a threshold of nothing', { threshold: 0 }, ['threshold too_small']],
    ['more digits than are compared exactly', { threshold: 1 / 3 }, ['threshold custom']],
    ['an unknown combination', { combine: 'xor' }, ['combine invalid_value']],
    ['a field misspelt', { minParticipant: 5 }, [' unrecognized_keys']],
    ['half a pupil', { minParticipants: 9.5 }, ['minParticipants invalid_type']],
    ['an empty list of procedures', { procedures: [] }, ['procedures too_small']],
    ['a year of two digits', { year: 25 }, ['year too_small']],
  ])('is refused for %s', (_, more, codes) => {
    expect(faults(more)).toEqual(codes);
  });

  it('of a file may be a rule alone or a whole methodology', () => {
    expect(faults({})).toBeUndefined();
    expect(faults(shippedMethodologies[0]!)).toBeUndefined();
  });

  it.each(shippedMethodologies.map((shipped) => [shipped.title, shipped] as const))(
    'is shipped with a source of every part of its rule: %s',
    (_, shipped) => {
      const { sources, ...rest } = Methodology.parse(shipped);
      const unused = rest.combine === 'a' ? ['repeatYears'] : [];
      const parts = IdentificationRule.keyof().options.filter((part) => rest[part] !== undefined);
      expect(parts.filter((part) => sources[part] === undefined)).toEqual(unused);
    },
  );
});
