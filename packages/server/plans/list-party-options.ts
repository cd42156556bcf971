import { partyCandidates } from '@opora/domain/plans/match-parties.ts';
import type { PartyOption } from '@opora/domain/plans/party-choice.ts';
import type { Db } from '../platform/database.ts';
import { patternsOf } from '../registry/search-patterns.ts';
import { describeChoices, keyOf, listKnownParties } from './match-draft.ts';
import { describeParties, findParties } from './party-queries.ts';

/** Whom a printed name may mean, the likeliest first; with a question, what it finds. */
export async function listPartyOptions(
  db: Db,
  { printed, question = '' }: { readonly printed: string; readonly question?: string | undefined },
): Promise<PartyOption[]> {
  const patterns = patternsOf(question);
  if (patterns !== null) return describeParties(db, await findParties(db, patterns));
  const likely = partyCandidates(printed, await listKnownParties(db, {})).map(({ choice }) => choice);
  const options = await describeChoices(db, likely);
  return likely.flatMap((choice) => options.get(keyOf(choice)) ?? []);
}
