import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rebaseFields, settle } from './rebase-fields.ts';

type Form = { readonly title: string; readonly term: string; readonly section: string | null };
const base: Form = { title: 'Семинар', term: 'март', section: 'a' };

type Edits = { readonly mine: Partial<Form>; readonly theirs: Partial<Form> };
type Joined = { readonly typed: Partial<Form>; readonly taken: string[]; readonly clashes: string[] };

describe('two edits of one thing', () => {
  it.each<[string, Edits, Joined]>([
    [
      'of different fields are both kept',
      { mine: { title: 'Мой' }, theirs: { term: 'май' } },
      { typed: { title: 'Мой', term: 'май' }, taken: ['term'], clashes: [] },
    ],
    [
      'of the same field to the same words are one',
      { mine: { term: 'май' }, theirs: { term: 'май' } },
      { typed: { term: 'май' }, taken: [], clashes: [] },
    ],
    [
      'of the same field to other words are asked about',
      { mine: { term: 'май' }, theirs: { term: 'июнь' } },
      { typed: { term: 'май' }, taken: [], clashes: ['term'] },
    ],
    [
      'of which one was taken back leave the other',
      { mine: {}, theirs: { section: null } },
      { typed: { section: null }, taken: ['section'], clashes: [] },
    ],
    [
      'of which the other did nothing leave the person’s',
      { mine: { section: null }, theirs: {} },
      { typed: { section: null }, taken: [], clashes: [] },
    ],
  ])('%s', (_rule, { mine, theirs }, { typed, taken, clashes }) => {
    const result = rebaseFields(base, { ...base, ...mine }, { ...base, ...theirs });
    expect({ ...result, base: null }).toEqual({ base: null, typed: { ...base, ...typed }, taken, clashes });
  });

  it('that clash are settled for either side, and clash again only when the other changes it anew', () => {
    const mine = { ...base, term: 'май' };
    const latest = { ...base, term: 'июнь' };
    const clash = rebaseFields(base, mine, latest);
    const kept = settle(clash, latest, { field: 'term', keep: 'mine' });
    expect([kept.typed.term, rebaseFields(kept.base, kept.typed, latest).clashes]).toEqual(['май', []]);
    expect(rebaseFields(kept.base, kept.typed, { ...latest, term: 'июль' }).clashes).toEqual(['term']);
    const given = settle(clash, latest, { field: 'term', keep: 'theirs' });
    expect([given.typed.term, rebaseFields(given.base, given.typed, latest).clashes]).toEqual(['июнь', []]);
  });

  it('lose no change of either side, whatever they are', () => {
    const value = fc.constantFrom('a', 'b', 'c');
    const form = fc.record({ title: value, term: value, section: fc.option(value) });
    fc.assert(
      fc.property(form, form, form, (first, mine, latest) => {
        const { typed, clashes } = rebaseFields(first, mine, latest);
        for (const key of ['title', 'term', 'section'] as const) {
          const isMine = mine[key] !== first[key];
          const isTheirs = latest[key] !== first[key];
          expect(typed[key]).toBe(isMine ? mine[key] : latest[key]);
          expect(clashes.includes(key)).toBe(isMine && isTheirs && mine[key] !== latest[key]);
        }
      }),
    );
  });

  it('are joined without a silent loss when the other saves twice', () => {
    const value = fc.constantFrom('a', 'b');
    const form = fc.record({ title: value, term: value, section: value });
    fc.assert(
      fc.property(form, form, form, form, (first, mine, between, latest) => {
        const once = rebaseFields(first, mine, between);
        const twice = rebaseFields(once.base, once.typed, latest);
        for (const key of ['title', 'term', 'section'] as const) {
          const isTold = once.taken.includes(key) || twice.taken.includes(key);
          if (mine[key] !== first[key] && !isTold) expect(twice.typed[key]).toBe(mine[key]);
          // What was never typed on is as the other left it.
          if (mine[key] === first[key]) expect(twice.typed[key]).toBe(latest[key]);
        }
      }),
    );
  });
});
