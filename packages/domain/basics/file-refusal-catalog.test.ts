import { describe, expect, it } from 'vitest';
import { en, ru } from './file-refusal-catalog.ts';

describe('texts of refusals', () => {
  it('name the file and the limit in the units of the language', () => {
    const facts = { fileName: 'План.docx', limit: 104_857_600, found: 157_810_688 };
    expect(ru['too-large'](facts)).toBe('Файл «План.docx» слишком велик (150,5 МБ, можно до 100 МБ).');
    expect(en['too-large'](facts)).toBe('“План.docx” is too large (150.5 MB, up to 100 MB allowed).');
  });

  it.each(Object.entries(ru))('%s reads well without any facts', (_, text) => {
    expect(text({ fileName: null, limit: null, found: null })).toMatch(/^Файл[^«»]*\.$/);
  });
});
