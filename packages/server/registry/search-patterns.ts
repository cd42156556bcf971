import { searchStems } from '@opora/domain/registry/school-name.ts';

/** What a question becomes for `find_org_units` and `find_people`: beginnings of words, the longest apart, for it narrows most. */
export type Patterns = { readonly longest: string; readonly all: readonly string[] };

/** Each word of the question must begin a word of what is found; null for a question without words. */
export function patternsOf(question: string): Patterns | null {
  const stems = searchStems(question).sort((one, other) => other.length - one.length);
  const all = stems.map((stem) => `% ${stem}%`);
  const [longest] = all;
  return longest === undefined ? null : { longest, all };
}
