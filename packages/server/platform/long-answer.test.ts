import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeLongAnswer } from './long-answer.ts';

const Row = z.object({ no: z.number(), name: z.string().optional() });
const rows = (count: number) =>
  Array.from({ length: count }, (_, no) => ({ no, name: `№ ${no} «A»`, secret: 1 }));

const cases: readonly (readonly [string, z.ZodType, unknown])[] = [
  ['a list', z.array(Row), rows(250)],
  ['a list of a whole number of parts', z.array(Row), rows(200)],
  [
    'a list among fields',
    z.object({ id: z.string(), rows: z.array(Row) }),
    { id: 'a', rows: rows(101), secret: 1 },
  ],
  [
    'two lists and a field that is not there',
    z.object({
      left: z.array(z.string()).nullable(),
      gone: z.string().optional(),
      first: z.array(Row),
      rows: z.array(Row),
    }),
    { left: null, first: rows(2), rows: rows(300) },
  ],
];

describe('a long answer', () => {
  it.each(cases)(
    'is written as it would be at once, without what its schema does not know: %s',
    async (_name, schema, answer) => {
      const text = await writeLongAnswer(schema, answer);
      expect(text).toBe(JSON.stringify(schema.parse(answer)));
      expect(text).not.toContain('secret');
    },
  );
  it('lets others in between its parts', async () => {
    const turns: string[] = [];
    const writing = writeLongAnswer(z.array(Row), rows(1_000)).then(() => turns.push('written'));
    setImmediate(() => turns.push('other'));
    await writing;
    expect(turns).toEqual(['other', 'written']);
  });
  it('is refused when its last row is not of the schema', async () => {
    await expect(writeLongAnswer(z.array(Row), [...rows(200), { no: 'x' }])).rejects.toThrow(z.ZodError);
  });
  it.each([
    ['a short list', z.array(Row), rows(100)],
    ['a list that is checked as a whole', z.array(Row).max(5), rows(200)],
    [
      'fields that are checked together',
      z.object({ rows: z.array(Row) }).refine(() => false),
      { rows: rows(200) },
    ],
    ['nothing', z.null(), null],
  ])('is not %s', async (_name, schema, answer) => {
    expect(await writeLongAnswer(schema, answer)).toBe(null);
  });
});
