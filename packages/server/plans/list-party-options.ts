import { partyCandidates } from '@opora/domain/plans/match-parties.ts';
import type { PartyOption } from '@opora/domain/plans/party-choice.ts';
import type { Db } from '../platform/database.ts';
import { patternsOf } from '../registry/search-patterns.ts';
import { listKnownParties } from './match-draft.ts';
import { describeParties, findParties } from './party-queries.ts';

/** Whom a printed name may mean, the likeliest first; with a question, what it finds. */
export async function listPartyOptions(
  db: Db,
  { printed, question = '' }: { readonly printed: string; readonly question?: string | undefined },
): Promise<PartyOption[]> {
  const patterns = patternsOf(question);
  if (patterns !== null) return describeParties(db, await findParties(db, patterns));
  const likely = partyCandidates(printed, await listKnownParties(db, {}));
  const idsOf = (kind: 'unit' | 'person'): string[] =>
    likely.flatMap(({ choice }) => (choice.kind === kind ? [choice.id] : []));
  const options = await describeParties(db, { unitIds: idsOf('unit'), personIds: idsOf('person') });
  return likely.flatMap(({ choice }) =>
    options.filter((option) => JSON.stringify(option.choice) === JSON.stringify(choice)),
  );
}
