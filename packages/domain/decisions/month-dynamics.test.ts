import { describe, expect, it } from 'vitest';
import { monthDynamics } from './month-dynamics.ts';

describe('dynamics by month', () => {
  const own = [
    { dueOn: '2026-09-10', counts: { accepted: 2, cancelled: 1 } },
    { dueOn: '2026-10-31', counts: { planned: 1, submitted: 1 } },
    { dueOn: '2026-11-30', counts: { planned: 3 } },
  ];
  const all = [{ dueOn: '2026-09-10', counts: { accepted: 6, planned: 2, cancelled: 4 } }];
  const show = { today: '2026-11-22', months: 12 };

  it('begins with the first month that has terms and counts what is late by today', () => {
    expect(monthDynamics(own, all, show)).toEqual([
      { month: '2026-09', planned: 2, accepted: 2, late: 0, all: { done: 6, total: 8 } },
      { month: '2026-10', planned: 2, accepted: 0, late: 1, all: { done: 0, total: 0 } },
      { month: '2026-11', planned: 3, accepted: 0, late: 0, all: { done: 0, total: 0 } },
    ]);
  });

  it('says nothing of the others to who does not see them', () => {
    expect(monthDynamics(own, null, show).map((month) => month.all)).toEqual([null, null, null]);
  });

  it('shows nothing where nothing was due', () => {
    expect(monthDynamics([{ dueOn: '2024-01-01', counts: { planned: 1 } }], [], show)).toEqual([]);
  });
});
