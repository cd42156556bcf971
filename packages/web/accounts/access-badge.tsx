import { useCallback } from 'react';
import type { ListedPerson } from '@opora/domain/accounts/people-contract.ts';
import { useTexts } from '../platform/language.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { peopleTexts } from './people-catalog.ts';

type Access = ListedPerson['access'];

const tones = { none: 'plain', invited: 'waits', active: 'accepted' } as const;

export function useAccessWord(): (access: Access) => string {
  const texts = useTexts(peopleTexts);
  return useCallback(
    (access: Access) =>
      ({ none: texts.accessNone, invited: texts.accessInvited, active: texts.accessActive })[access],
    [texts],
  );
}

/** How far the person has come with signing in. */
export function AccessBadge({ access }: { readonly access: Access }) {
  const word = useAccessWord();
  return <StateBadge tone={tones[access]} word={word(access)} />;
}
