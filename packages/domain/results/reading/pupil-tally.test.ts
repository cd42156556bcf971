import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areGapsWithin } from '../exam-count.ts';
import { pupilTally } from './pupil-tally.ts';

const mark = fc.option(fc.constantFrom(2, 3, 4, 5));

it('marks two or more from the journal are among those lowered and raised, each on its side', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(mark, mark), { maxLength: 30 }), (pupils) => {
      const tally = pupilTally();
      for (const [own, journalMark] of pupils)
        tally.add({ mark: own, journalMark, score: null, below: null, tasks: [] });
      const { journal, gaps } = tally.count();
      const compared = pupils.flatMap(([own, inJournal]) =>
        own === null || inJournal === null ? [] : [inJournal - own],
      );
      expect(areGapsWithin({ journal, gaps })).toBe(true);
      expect(gaps).toEqual(
        compared.length === 0
          ? null
          : {
              lowered: compared.filter((gap) => gap >= 2).length,
              raised: compared.filter((gap) => gap <= -2).length,
            },
      );
    }),
  );
});
