import { expect, it } from 'vitest';
import { otherLayout } from './keyboard-layout.ts';

it.each([
  ['ghbdtn', 'привет'],
  ['Cjitk', 'Сошел'],
  ['[fkbkjdf 33', 'халилова 33'],
  ['увг990004', 'edu990004'],
  ['школа edu', null],
  ['33', null],
])('%j typed under the other layout is %j', (typed, meant) => {
  expect(otherLayout(typed)).toBe(meant);
});
