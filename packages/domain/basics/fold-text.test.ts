import { expect, it } from 'vitest';
import { foldText } from './fold-text.ts';

it.each([
  ['МБОУ «СОШ\u00A0№\u00A01»', 'мбоу сош № 1'],
  ['Ёлкино', 'елкино'],
  ['Усть‑Кутская — филиал', 'усть-кутская - филиал'],
  ['  два \n слова ', 'два слова'],
  // «ё» and «й» may come as two characters each from files made on macOS.
  ['е\u0308лка', 'елка'],
  ['и\u0306', 'й'],
])('%j is looked for as %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});
