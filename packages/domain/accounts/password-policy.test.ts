import { describe, expect, it } from 'vitest';
import { layoutVariants, passwordProblem } from './password-policy.ts';

const leaked = new Set(['password', 'qwertyuiop', '1234567890', 'gfhjkm', 'iloveyou', 'привет']);
const known = {
  personal: ['Смирнова', 'Ольга', 'smirnova.o@school-1.example'],
  isLeaked: (word: string) => leaked.has(word),
};

describe('a new password', () => {
  it.each([
    ['тихая-река-утром', null],
    ['correct horse battery', null],
    ['наш пёс Шарик любит дождь', null],
    ['короткий1', 'accounts-password-short'],
    ['😀😀😀😀😀', 'accounts-password-short'],
    ['qwertyuiop', 'accounts-password-leaked'],
    ['QwErTyUiOp', 'accounts-password-leaked'],
    ['password2024!', 'accounts-password-leaked'],
    ['2024-iloveyou', 'accounts-password-leaked'],
    ['йцукенгшщз', 'accounts-password-leaked'],
    ['gfhjkm12345', 'accounts-password-leaked'],
    ['пароль12345', 'accounts-password-leaked'],
    ['ghbdtn2026!', 'accounts-password-leaked'],
    ['аааааааааааа', 'accounts-password-leaked'],
    ['школшколшкол', 'accounts-password-leaked'],
    ['Смирнова2026', 'accounts-password-personal'],
    ['cvbhyjdf2026', 'accounts-password-personal'],
    ['smirnova2026', 'accounts-password-personal'],
    ['Смирнова читает вслух', null],
  ])('«%s»: %s', (password, problem) => {
    expect(passwordProblem(password, known)).toBe(problem);
  });

  it('is looked at as the other layout would give it', () => {
    expect(layoutVariants('gfhjkm')).toContain('пароль');
    expect(layoutVariants('пароль')).toContain('gfhjkm');
  });
});
