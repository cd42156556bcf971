import type { CellChange, FormValue, SavedCells } from '@opora/domain/indicators/school-form.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type FormStore, openFormSession } from './form-session.ts';

const given = (amount: number) => ({
  state: 'given' as const,
  amount,
  total: 20,
  typed: null,
  source: 'typed' as const,
});
const edit = (amount: number, code = 'R11') => ({
  code,
  texts: { amount: String(amount), total: '20' },
  value: given(amount),
  isHeld: false,
});

/** A server of one form, and a device that keeps what waits. */
function office() {
  const rows = new Map<string, FormValue>();
  let kept: ReturnType<FormStore['read']> = { edits: [], clashes: [] };
  const state = { isAway: false, batches: 0 };
  const put = (indicator: string, amount: number) => {
    const version = (rows.get(indicator)?.version ?? 0) + 1;
    const value = { ...given(amount), indicator, version, definitionVersion: 1, isHidden: false };
    rows.set(indicator, value);
    return value;
  };
  const save = async (cells: CellChange[]) => {
    state.batches += 1;
    if (state.isAway) return { kind: 'lost' as const };
    const answer: SavedCells = { savedAt: '2026-03-02T09:00:00Z', values: [], cleared: [], conflicts: [] };
    for (const { indicator, base, value } of cells) {
      const theirs = rows.get(indicator) ?? null;
      if ((theirs?.version ?? null) !== base) answer.conflicts.push({ indicator, theirs, isSettled: false });
      else if (value === null) answer.cleared.push(indicator);
      else answer.values.push(put(indicator, value.amount ?? 0));
    }
    return { kind: 'saved' as const, ...answer };
  };
  const open = () =>
    openFormSession([...rows.values()], save, {
      read: () => kept,
      write: (next) => {
        kept = JSON.parse(JSON.stringify(next)) as typeof kept;
      },
    });
  return { open, put, rows, state, keptCount: () => kept.edits.length };
}

beforeEach(() => void vi.useFakeTimers());

describe('a form being filled', () => {
  it('sends lines together a moment after they were typed, and keeps nothing then', async () => {
    const desk = office();
    const session = desk.open();
    session.edit([edit(5)]);
    session.edit([edit(6), edit(7, 'R12')]);
    expect([session.view().saving, desk.keptCount()]).toEqual(['waiting', 2]);
    await vi.advanceTimersByTimeAsync(800);
    expect([desk.state.batches, desk.rows.get('R11')?.amount, desk.rows.get('R12')?.amount]).toEqual([
      1, 6, 7,
    ]);
    expect([session.view().saving, desk.keptCount()]).toEqual(['saved', 0]);
  });

  it('keeps what was typed without a connection through a reload and sends it later', async () => {
    const desk = office();
    desk.state.isAway = true;
    desk.open().edit([edit(5)]);
    await vi.advanceTimersByTimeAsync(800);
    const reopened = desk.open();
    expect(reopened.view().edits.get('R11')?.texts.amount).toBe('5');
    desk.state.isAway = false;
    reopened.subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(100);
    expect([desk.rows.get('R11')?.amount, reopened.view().saving]).toEqual([5, 'saved']);
  });

  it('asks which of two values stays', async () => {
    const desk = office();
    const session = desk.open();
    desk.put('R11', 9);
    session.edit([edit(5)]);
    await vi.advanceTimersByTimeAsync(800);
    const [clash] = session.view().clashes;
    expect([
      clash?.edit.value?.amount,
      clash?.theirs?.amount,
      session.view().values.get('R11')?.amount,
    ]).toEqual([5, 9, 9]);
    session.settle('R11', 'mine');
    await vi.advanceTimersByTimeAsync(100);
    expect([desk.rows.get('R11')?.amount, session.view().clashes]).toEqual([5, []]);
  });

  it('holds what is no value until it is mended, and sends the other lines', async () => {
    const desk = office();
    const session = desk.open();
    session.edit([{ ...edit(5), isHeld: true, value: null }, edit(7, 'R12')]);
    await vi.advanceTimersByTimeAsync(800);
    expect([...desk.rows.keys()]).toEqual(['R12']);
    expect([session.view().saving, session.view().edits.get('R11')?.texts.amount]).toEqual(['saved', '5']);
  });

  it('goes on from what was saved when a line is typed on while it is on its way', async () => {
    const desk = office();
    const session = desk.open();
    session.edit([edit(5)]);
    const flushed = session.flush();
    session.edit([edit(6)]);
    await flushed;
    await vi.advanceTimersByTimeAsync(800);
    expect([desk.rows.get('R11')?.amount, session.view().clashes]).toEqual([6, []]);
  });
});
