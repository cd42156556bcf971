import { expect, it } from 'vitest';
import { keepMergedRows } from './pasted-table.ts';

it.each([
  [
    'a line between two rows of three cells becomes a row of three',
    'a\tb\tc\nРаздел\nd\te\tf',
    'a\tb\tc\nРаздел\t\t\nd\te\tf',
  ],
  ['a line between tables of different widths stays a line', 'a\tb\nТекст\nd\te\tf', 'a\tb\nТекст\nd\te\tf'],
  ['two lines between rows are text', 'a\tb\nПервая\nВторая\nd\te', 'a\tb\nПервая\nВторая\nd\te'],
  ['lines before and after the table stay lines', 'Приказ\na\tb\nКонец', 'Приказ\na\tb\nКонец'],
  ['an empty line stays empty', 'a\tb\n\nd\te', 'a\tb\n\nd\te'],
])('%s', (_, text, kept) => {
  expect(keepMergedRows(text)).toBe(kept);
});
