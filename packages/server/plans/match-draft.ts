import { ownValue } from '@opora/domain/basics/own-value.ts';
import type { DraftDocument } from '@opora/domain/plans/draft-document.ts';
import type { MatchedParty } from '@opora/domain/plans/import-contract.ts';
import { chooseParty, type KnownParties, partyCandidates } from '@opora/domain/plans/match-parties.ts';
import type { PartyChoice, PartyOption } from '@opora/domain/plans/party-choice.ts';
import type { Db } from '../platform/database.ts';
import { describeParties } from './party-queries.ts';

/** Every printed name of the draft, once, with whom it may mean among those the actor may see and what was chosen. */
export async function matchDraft(db: Db, draft: DraftDocument): Promise<MatchedParty[]> {
  const known = await listKnownParties(db, draft.abbreviations);
  const matched = namesIn(draft).map(({ printed, role }) => {
    const candidates = partyCandidates(printed, role === 'controller' ? { ...known, units: [] } : known);
    const chosen = ownValue(draft.matches, printed) ?? chooseParty(candidates);
    return { printed, role, chosen, meant: [chosen, ...candidates.map(({ choice }) => choice)] };
  });
  const options = await describeChoices(
    db,
    matched.flatMap(({ meant }) => meant),
  );
  return matched.map(({ meant, ...party }) => ({
    ...party,
    candidates: [...new Set(meant.map(keyOf))].flatMap((key) => options.get(key) ?? []),
  }));
}

/** In words, by `keyOf`; a text has none. */
export async function describeChoices(
  db: Db,
  choices: readonly PartyChoice[],
): Promise<ReadonlyMap<string, PartyOption>> {
  const idsOf = (kind: 'unit' | 'person'): string[] => [
    ...new Set(choices.flatMap((choice) => (choice.kind === kind ? [choice.id] : []))),
  ];
  const options = await describeParties(db, { unitIds: idsOf('unit'), personIds: idsOf('person') });
  return new Map(options.map((option) => [keyOf(option.choice), option]));
}

export const keyOf = (choice: PartyChoice): string => (choice.kind === 'text' ? '' : choice.id);

function namesIn(draft: DraftDocument): Pick<MatchedParty, 'printed' | 'role'>[] {
  const parties = new Set(draft.activities.flatMap((row) => row.responsible));
  const schools = new Set(draft.schools.map((school) => school.name));
  const { controller } = draft.requisites;
  return [
    ...[...schools].map((printed) => ({ printed, role: 'school' as const })),
    ...[...parties]
      .filter((printed) => !schools.has(printed))
      .map((printed) => ({ printed, role: 'party' as const })),
    ...(controller === null ? [] : [{ printed: controller, role: 'controller' as const }]),
  ];
}

/** Everybody whom the actor sees and a name may mean. */
export async function listKnownParties(
  db: Db,
  abbreviations: KnownParties['abbreviations'],
): Promise<KnownParties> {
  const units = await db
    .selectFrom('org_unit')
    .select(['id', 'name', 'short_name as shortName', 'settlement'])
    .where('closed_on', 'is', null)
    .execute();
  const people = await db
    .selectFrom('person')
    .select(['id', 'surname', 'given_name as givenName', 'patronymic'])
    .execute();
  return { units, people, abbreviations };
}
