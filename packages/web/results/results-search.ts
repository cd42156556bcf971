import type { ResultChoice } from '@opora/domain/results/results-contract.ts';

/** What of results is looked at stands in the address: a link shows the same to a colleague. */
export type ResultsSearch = Partial<Record<'kind' | 'subject', string>> &
  Partial<Record<'grade' | 'year', number>>;

export function readResultsSearch(search: Record<string, unknown>): ResultsSearch {
  const { kind, subject, grade, year } = search;
  return {
    ...(typeof kind === 'string' ? { kind } : {}),
    ...(typeof subject === 'string' ? { subject } : {}),
    ...(typeof grade === 'number' ? { grade } : {}),
    ...(typeof year === 'number' ? { year } : {}),
  } satisfies ResultChoice;
}
