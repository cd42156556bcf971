import { ownValue } from '@opora/domain/basics/own-value.ts';
import type { DraftDocument } from '@opora/domain/plans/draft-document.ts';
import type { MatchedParty } from '@opora/domain/plans/import-contract.ts';
import { chooseParty, type KnownParties, partyCandidates } from '@opora/domain/plans/match-parties.ts';
import type { PartyChoice } from '@opora/domain/plans/party-choice.ts';
import type { Db } from '../platform/database.ts';

/** Every printed name of the draft, once, with whom it may mean among those the actor may see and what was chosen. */
export async function matchDraft(db: Db, draft: DraftDocument): Promise<MatchedParty[]> {
  const known = await listKnownParties(db, draft.abbreviations);
  const nameOf = namesOf(known);
  const match = (printed: string, role: MatchedParty['role']): MatchedParty => {
    const candidates = partyCandidates(printed, role === 'controller' ? { ...known, units: [] } : known);
    return {
      printed,
      role,
      candidates: candidates.map((candidate) => ({ ...candidate, name: nameOf(candidate.choice) })),
      chosen: ownValue(draft.matches, printed) ?? chooseParty(candidates),
    };
  };
  const parties = new Set(draft.activities.flatMap((row) => row.responsible));
  const schools = new Set(draft.schools.map((school) => school.name));
  const { controller } = draft.requisites;
  return [
    ...[...schools].map((printed) => match(printed, 'school')),
    ...[...parties].filter((printed) => !schools.has(printed)).map((printed) => match(printed, 'party')),
    ...(controller === null ? [] : [match(controller, 'controller')]),
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

function namesOf({ units, people }: KnownParties): (choice: PartyChoice) => string {
  const names = new Map([
    ...units.map((unit) => [unit.id, unit.shortName] as const),
    ...people.map(
      (person) =>
        [person.id, [person.surname, person.givenName, person.patronymic].join(' ').trim()] as const,
    ),
  ]);
  return (choice) => (choice.kind === 'text' ? '' : (names.get(choice.id) ?? ''));
}
