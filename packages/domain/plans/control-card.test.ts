import { describe, expect, it } from 'vitest';
import { controlFacts, isUnderControl, mayMarkControl } from './control-card.ts';

const term = (dueOn: string | null, counts: object) => ({ label: null, startsOn: null, dueOn, counts });

describe('a point of the control card', () => {
  it.each([
    [
      'late by its oldest term',
      [term('2026-10-01', { planned: 2, accepted: 1 }), term('2026-11-01', { returned: 1 })],
      { total: 4, accepted: 1, late: 3, daysLate: 52, dueOn: '2026-10-01' },
    ],
    [
      'what waits for a decision is not late',
      [term('2026-10-01', { submitted: 1 })],
      { total: 1, accepted: 0, late: 0, daysLate: 0, dueOn: '2026-10-01' },
    ],
    [
      'done: its last term, what was cancelled left out',
      [term('2026-10-01', { accepted: 1, cancelled: 2 }), term(null, { accepted: 1 })],
      { total: 2, accepted: 2, late: 0, daysLate: 0, dueOn: '2026-10-01' },
    ],
    ['nothing asked for yet', [], { total: 0, accepted: 0, late: 0, daysLate: 0, dueOn: null }],
  ])('%s', (_, terms, expected) => {
    expect(controlFacts({ terms }, '2026-11-22')).toMatchObject(expected);
  });

  it.each([
    [[], true],
    [['taken-off'], false],
    [['put-back', 'taken-off'], true],
  ] as const)('marked %j is under control: %s', (kinds, expected) => {
    expect(isUnderControl(kinds.map((kind) => ({ kind })))).toBe(expected);
  });
});

describe('taking off control', () => {
  const plan = { scope: 'region.north', kind: 'plan', controllerId: 'chief' } as const;
  it.each([
    ['the controller of the act', { personId: 'chief', grants: [] }, true],
    [
      'who manages the plan',
      { personId: 'a', grants: [{ role: 'municipal-coordinator', scope: 'region.north' }] },
      true,
    ],
    ['a curator', { personId: 'a', grants: [{ role: 'curator', scope: 'region.north' }] }, false],
    ['a school', { personId: 'a', grants: [{ role: 'school-director', scope: 'region.north.one' }] }, false],
  ] as const)('by %s: %s', (_, actor, expected) => {
    expect(mayMarkControl(actor, plan)).toBe(expected);
  });

  it('by the director: of her school’s plan, never of what a hearing has decided about it', () => {
    const director = {
      personId: 'a',
      grants: [{ role: 'school-director', scope: 'region.north.one' }],
    } as const;
    const own = { ...plan, scope: 'region.north.one' };
    expect(mayMarkControl(director, own)).toBe(true);
    expect(mayMarkControl(director, { ...own, kind: 'protocol' })).toBe(false);
  });
});
