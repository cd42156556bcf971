import type { FastifyInstance } from 'fastify';
import { searchContract } from '@opora/domain/overview/search-contract.ts';
import { searchLetters, searchWords } from '@opora/domain/registry/school-name.ts';
import { isoDateIn } from '../platform/clock.ts';
import { mount } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { patternsOf } from '../registry/search-patterns.ts';
import { findLikeUnits, findPeople, findUnits } from './search-queries.ts';

export function mountSearch(app: FastifyInstance, means: { parts: ServerParts; identify: Identify }): void {
  mount(app, means, searchContract, {
    search: async ({ query }, { tx, now }) => {
      const patterns = patternsOf(query.question);
      if (patterns === null) return { units: [], isAlike: false, people: [] };
      const today = isoDateIn(now);
      const units = await findUnits(tx, patterns, today);
      const people = await findPeople(tx, patterns);
      const isAlike = units.length === 0 && people.length === 0;
      return {
        units: isAlike
          ? await findLikeUnits(tx, searchLetters(searchWords(query.question).join(' ')), today)
          : units,
        isAlike,
        people,
      };
    },
  });
}
