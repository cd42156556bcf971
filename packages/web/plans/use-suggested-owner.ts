import type { DraftDocument } from '@opora/domain/plans/draft-document.ts';
import type { DraftEdit } from '@opora/domain/plans/draft-edit.ts';
import { chooseParty, partyCandidates } from '@opora/domain/plans/match-parties.ts';
import { useEffect } from 'react';
import { useMe } from '../accounts/use-me.ts';
import { useOwners } from './draft-requisites.tsx';

/** Fills in whose plan it is while nobody has: the authority that the act names, else the only organisation, else her own. */
export function useSuggestedOwner(document: DraftDocument, edit: (edit: DraftEdit) => boolean): void {
  const owners = useOwners();
  const me = useMe().data;
  const { ownerUnitId, requisites, abbreviations } = document;
  const { authority } = requisites;
  useEffect(() => {
    if (ownerUnitId !== null || owners.length === 0) return;
    const named = chooseParty(partyCandidates(authority ?? '', { units: owners, people: [], abbreviations }));
    const own = owners.find((unit) => me?.grants.some((grant) => grant.scope === unit.scope) === true);
    const id = named.kind === 'unit' ? named.id : (own?.id ?? null);
    if (id !== null) edit({ kind: 'choose-owner', orgUnitId: id });
  }, [ownerUnitId, owners, authority, abbreviations, me, edit]);
}
