import { describe, expect, it } from 'vitest';
import { isInnOfOrganisation, isOgrn } from './taxpayer-number.ts';

describe('ИНН of an organisation', () => {
  it.each([
    ['7707083893', true],
    ['5260200603', true],
    // A remainder of ten is written as zero.
    ['5000000000', true],
    ['7707083894', false],
    ['7707083839', false],
    ['770708389', false],
    ['77070838930', false],
    // Twelve digits belong to a person, even when they are right.
    ['500100732259', false],
    ['770708389Х', false],
    ['', false],
  ])('%s: %s', (inn, isRight) => {
    expect(isInnOfOrganisation(inn)).toBe(isRight);
  });
});

describe('ОГРН', () => {
  it.each([
    ['1027700132195', true],
    ['1037739010891', true],
    ['1027700132196', false],
    ['1027700132159', false],
    ['102770013219', false],
    // Fifteen digits are the number of an entrepreneur.
    ['304500116000157', false],
    ['', false],
  ])('%s: %s', (ogrn, isRight) => {
    expect(isOgrn(ogrn)).toBe(isRight);
  });
});
