import { expect, it } from 'vitest';
import { askableOf } from './askable-of.ts';
import { shippedIndicators } from './shipped-indicators.ts';

it('schools are asked by definitions of the offices above all of them, never by one of another office', () => {
  const [shipped] = shippedIndicators;
  if (shipped === undefined) throw new Error('no definitions');
  const listed = (code: string, scope: string | null, isCurrent = true) => ({
    ...shipped,
    levels: ['school' as const],
    code,
    unitName: null,
    scope,
    isCurrent,
  });
  const all = [
    listed('A01', null),
    listed('A02', null, false),
    listed('Z01', 'r'),
    listed('Z02', 'r.north'),
    listed('Z03', 'r.south'),
  ];
  const codesIn = (scope: string) => askableOf(all, scope).map(({ code }) => code);
  expect(codesIn('r')).toEqual(['A01', 'Z01']);
  expect(codesIn('r.north')).toEqual(['A01', 'Z01', 'Z02']);
});
