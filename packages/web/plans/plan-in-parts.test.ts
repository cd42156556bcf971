import { describe, expect, it } from 'vitest';
import type { Activity, PartEnd, PlanBeginning, PlanPart } from '@opora/domain/plans/plan.ts';
import { collectPlan } from './plan-in-parts.ts';

const activity = (id: string) => ({ id }) as Activity;
const end = (id: string): PartEnd => ({ position: 0, activityId: id });
const beginning = { activities: [activity('a'), activity('b')], rest: end('b'), activityCount: 5 };
const parts: Readonly<Record<string, PlanPart>> = {
  b: { activities: [activity('c'), activity('d')], rest: end('d') },
  d: { activities: [activity('e')], rest: null },
};

async function collect(of: Readonly<Record<string, PlanPart>>, stop = new AbortController()) {
  const shown: string[] = [];
  const idsOf = ({ activities }: PlanBeginning) => activities.map(({ id }) => id).join('');
  const whole = await collectPlan({
    // Only what is collected matters here.
    askBeginning: async () => beginning as unknown as PlanBeginning,
    askPart: async ({ activityId }) => {
      const part = of[activityId];
      if (part === undefined) throw new Error('the connection was lost');
      return part;
    },
    onPart: (plan) => {
      shown.push(idsOf(plan));
      if (shown.length === 2) stop.abort();
    },
    signal: stop.signal,
  }).then(idsOf, (error: Error) => error.name);
  return { whole, shown };
}

describe('a plan that comes in parts', () => {
  it('shows what is here before each further part, and gives the whole in its order', async () => {
    const stop = { signal: new AbortController().signal, abort: () => {} } as unknown as AbortController;
    expect(await collect(parts, stop)).toEqual({ whole: 'abcde', shown: ['ab', 'abcd'] });
  });

  it('holds an activity once that was moved down while it came', async () => {
    const moved = { ...parts, d: { activities: [activity('e'), activity('a')], rest: null } };
    const stop = { signal: new AbortController().signal, abort: () => {} } as unknown as AbortController;
    expect((await collect(moved, stop)).whole).toBe('bcdea');
  });

  it('asks for nothing more once its page is left', async () => {
    const longer = { ...parts, d: { activities: [activity('e')], rest: end('e') } };
    expect(await collect(longer)).toEqual({ whole: 'AbortError', shown: ['ab', 'abcd'] });
  });

  it('fails as a whole when a part does not come', async () => {
    expect((await collect({})).whole).toBe('Error');
  });
});
