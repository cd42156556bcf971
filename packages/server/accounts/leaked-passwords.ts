import { dictionary } from '@zxcvbn-ts/language-common';

const leaked = new Set(dictionary['passwords-common'].map(String));

/** Is the word, in small letters, among the fifty thousand passwords most often found in leaks? The list comes with the package, no request is made. */
export function isLeaked(word: string): boolean {
  return leaked.has(word);
}
