import type { OperationAnswer } from '@opora/domain/basics/contract.ts';
import { otherLayout } from '@opora/domain/overview/keyboard-layout.ts';
import type { searchContract } from '@opora/domain/overview/search-contract.ts';
import { searchLetters, searchWords } from '@opora/domain/registry/school-name.ts';
import type { Db } from '../platform/database.ts';
import { patternsOf } from '../registry/search-patterns.ts';
import { findActivities, findLikeActivities, findLikePlans, findPlans } from './search-plan-queries.ts';
import { findLikeUnits, findPeople, findUnits } from './search-queries.ts';

type Answer = OperationAnswer<(typeof searchContract)['search']>;
type Found = Pick<Answer, 'units' | 'people' | 'plans' | 'activities'>;

const nothing: Found = { units: [], people: [], plans: [], activities: [] };

/** What holds all the words of the question; else what the other keyboard layout makes of it; else what is alike. */
export async function searchEverything(db: Db, question: string, today: string): Promise<Answer> {
  const found = await searchWhole(db, question, today);
  if (isAnything(found)) return { ...found, isAlike: false, readAs: null };
  const other = otherLayout(question);
  const foundOther = other === null ? nothing : await searchWhole(db, other, today);
  if (isAnything(foundOther)) return { ...foundOther, isAlike: false, readAs: other };
  const alike = await searchAlike(db, question, today);
  return { ...alike, isAlike: patternsOf(question) !== null, readAs: null };
}

async function searchWhole(db: Db, question: string, today: string): Promise<Found> {
  const patterns = patternsOf(question);
  if (patterns === null) return nothing;
  const whole = searchWords(question).map((word) => `% ${searchLetters(word)} %`);
  return {
    units: await findUnits(db, patterns, today),
    people: await findPeople(db, patterns),
    plans: await findPlans(db, patterns, whole),
    activities: await findActivities(db, patterns, question.replace(/[. ]+$/, '')),
  };
}

async function searchAlike(db: Db, question: string, today: string): Promise<Found> {
  const words = searchWords(question).map(searchLetters);
  if (words.length === 0) return nothing;
  const halves = halvesOf(words);
  return {
    units: await findLikeUnits(db, words.join(' '), today),
    people: [],
    plans: await findLikePlans(db, words),
    activities: halves === null ? [] : await findLikeActivities(db, words, halves),
  };
}

const isAnything = (found: Found): boolean => Object.values(found).some((list) => list.length > 0);

/** Patterns of the longest word's beginning and of its rest; null when it is too short for a half to mean anything. */
function halvesOf(words: readonly string[]): readonly [string, string] | null {
  const [longest = ''] = words.toSorted((one, other) => other.length - one.length);
  if (longest.length < 6) return null;
  const middle = Math.ceil(longest.length / 2);
  // The ending of a long word is left out, as in `searchStems`.
  const end = longest.length > 8 ? longest.length - 1 : longest.length;
  return [`% ${longest.slice(0, middle)}%`, `%${longest.slice(middle, end)}%`];
}
