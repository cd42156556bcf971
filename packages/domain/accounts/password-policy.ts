import type { RefusalCode } from '../basics/refusal.ts';

/** Length and a list of leaked passwords, no rules of composition: NIST SP 800-63B, 5.1.1.2. */
export const passwordLengthMin = 10;
/** Beside a name of her own a password needs so many other characters. */
const ownCharactersMin = 6;
const personalWordMin = 4;

export type PasswordProblem = Extract<
  RefusalCode,
  'accounts-password-short' | 'accounts-password-leaked' | 'accounts-password-personal'
>;

type Known = {
  /** Surname, name, e-mail address: what an acquaintance tries first. */
  readonly personal: readonly string[];
  /** Is the word, in small letters, on the list of leaked passwords? */
  readonly isLeaked: (word: string) => boolean;
};

/** What is wrong with a new password; null when nothing is. */
export function passwordProblem(password: string, { personal, isLeaked }: Known): PasswordProblem | null {
  if (Array.from(password.normalize('NFC')).length < passwordLengthMin) return 'accounts-password-short';
  const words = layoutVariants(password.normalize('NFC').toLowerCase());
  const guessable = words.some(
    (word) => isLeaked(word) || isLeaked(withoutTail(word)) || isOnePieceRepeated(word),
  );
  if (guessable) return 'accounts-password-leaked';
  const names = personal.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const isPersonal = words.some((word) => names.some((name) => isMostly(word, name)));
  return isPersonal ? 'accounts-password-personal' : null;
}

const latinKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const russianKeys = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

/** The text and what the same keys give in the other layout: «пароль» is typed as `gfhjkm` more often than anything else. */
export function layoutVariants(text: string): string[] {
  const swap = (from: string, to: string) =>
    Array.from(text, (letter) => to[from.indexOf(letter)] ?? letter).join('');
  return [...new Set([text, swap(latinKeys, russianKeys), swap(russianKeys, latinKeys)])];
}

/** `password2024!` is `password` to everybody who guesses. */
function withoutTail(word: string): string {
  return word.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '');
}

function isOnePieceRepeated(word: string): boolean {
  return /^(.{1,4}?)\1+$/u.test(word);
}

function isMostly(word: string, name: string): boolean {
  return (
    name.length >= personalWordMin && word.includes(name) && word.length - name.length < ownCharactersMin
  );
}
