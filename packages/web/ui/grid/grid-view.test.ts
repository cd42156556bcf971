import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepView, loadView, type GridView } from './grid-view.ts';

const view: GridView = {
  sort: { columnId: 'name', direction: 'descending' },
  filters: { name: { kind: 'contains', text: 'сош' } },
  hidden: ['code'],
  folded: [],
};

afterEach(() => vi.unstubAllGlobals());

/** The browser's storage as far as a grid uses it. */
function keepIn(kept: Map<string, string>): void {
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
}

describe('the view of a grid', () => {
  it('comes back as it was left, each grid its own', () => {
    keepIn(new Map());
    keepView('schools', view);
    expect(loadView('schools')).toEqual(view);
    expect(loadView('people')).toBeNull();
  });

  it('of another shape is forgotten', () => {
    keepIn(new Map([['opora.grid.schools', '{"sort":"name"}']]));
    expect(loadView('schools')).toBeNull();
    keepIn(new Map([['opora.grid.schools', 'not json']]));
    expect(loadView('schools')).toBeNull();
  });

  it('is not kept where the browser keeps nothing, and nothing breaks', () => {
    const refuse = () => {
      throw new Error('denied');
    };
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
    expect(() => keepView('schools', view)).not.toThrow();
    expect(loadView('schools')).toBeNull();
  });
});
