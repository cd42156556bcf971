import { expect, it } from 'vitest';
import { askableOf } from './askable-of.ts';
import type { Indicator } from './indicator.ts';
import { shippedIndicators } from './shipped-indicators.ts';

const [shipped] = shippedIndicators;
if (shipped === undefined) throw new Error('no definitions');

const listed = (
  code: string,
  scope: string | null,
  { isCurrent = true, levels = ['school'] }: { isCurrent?: boolean; levels?: Indicator['levels'] } = {},
) => ({ ...shipped, levels, code, unitName: null, scope, isCurrent });

it('schools are asked by definitions of the offices above all of them, never by one of another office', () => {
  const all = [
    listed('A01', null),
    listed('A02', null, { isCurrent: false }),
    listed('Z01', 'r'),
    listed('Z02', 'r.north'),
    listed('Z03', 'r.south'),
  ];
  const codesIn = (scope: string) => askableOf(all, scope, 'school').map(({ code }) => code);
  expect(codesIn('r')).toEqual(['A01', 'Z01']);
  expect(codesIn('r.north')).toEqual(['A01', 'Z01', 'Z02']);
});

it('a municipality is asked what schools do not say: of both it would count twice', () => {
  const all = [
    listed('A01', null),
    listed('A02', null, { levels: ['school', 'municipality'] }),
    listed('A03', null, { levels: ['municipality'] }),
  ];
  const codesOf = (asks: 'school' | 'municipality') => askableOf(all, 'r', asks).map(({ code }) => code);
  expect(codesOf('school')).toEqual(['A01', 'A02']);
  expect(codesOf('municipality')).toEqual(['A03']);
});
