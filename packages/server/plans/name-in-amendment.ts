import { isWithin } from '@opora/domain/basics/actor.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { AmendmentEdit } from '@opora/domain/plans/amendment-edit.ts';
import { chooseParty, partyCandidates } from '@opora/domain/plans/match-parties.ts';
import type { PartyFields } from '@opora/domain/plans/plan.ts';
import { isSchool, type OrgUnitKind } from '@opora/domain/registry/org-unit.ts';
import type { Db } from '../platform/database.ts';
import { namedIn } from './activity-rows.ts';
import { listKnownParties } from './match-draft.ts';
import { getPartyScopes } from './party-queries.ts';
import type { PlanHead } from './plans-queries.ts';

type EditOf<K extends AmendmentEdit['kind']> = Extract<AmendmentEdit, { kind: K }>;

/** Whom a typed name certainly means is written with it; those chosen by the person must be in her sight. */
export async function nameParties(
  db: Db,
  edit: EditOf<'set-parties'>,
  plan: Pick<PlanHead, 'scope' | 'abbreviations'>,
): Promise<EditOf<'set-parties'>> {
  await getPartyScopes(db, namedIn(edit.value));
  const isNamed = (party: PartyFields) => party.orgUnitId !== null || party.personId !== null;
  if (edit.value.every(isNamed)) return edit;
  const known = await listKnownParties(db, plan.abbreviations);
  const value = edit.value.map((party) => {
    if (isNamed(party)) return party;
    const choice = chooseParty(partyCandidates(party.raw, known));
    return {
      ...party,
      orgUnitId: choice.kind === 'unit' ? choice.id : null,
      personId: choice.kind === 'person' ? choice.id : null,
    };
  });
  return { ...edit, value };
}

/** The school's own name; refuses what is no school of the plan's territory. */
export async function nameSchool(
  db: Db,
  edit: EditOf<'add-school'>,
  plan: Pick<PlanHead, 'scope' | 'abbreviations'>,
): Promise<EditOf<'add-school'>> {
  const unit = await db
    .selectFrom('org_unit')
    .select(['short_name', 'kind', 'scope'])
    .where('id', '=', edit.school)
    .executeTakeFirst();
  if (unit === undefined || !isWithin(unit.scope, plan.scope)) throw new Refusal('not-found');
  // The column's check constraint holds the list of kinds.
  if (!isSchool({ kind: unit.kind as OrgUnitKind })) throw new Refusal('registry-not-a-school');
  return { ...edit, name: unit.short_name };
}
