import { Group } from '@mantine/core';
import { type ActivityChange, type ChangeKind, kindsOfChange } from '@opora/domain/plans/compare-plans.ts';
import { useTexts } from '../platform/language.tsx';
import { StateBadge, type StateTone } from '../ui/state-badge.tsx';
import { editionTexts } from './edition-catalog.ts';

const tones: Readonly<Record<ChangeKind, StateTone>> = {
  added: 'current',
  removed: 'ended',
  moved: 'plain',
  changed: 'waits',
};

/** What became of a row; nothing for one that stayed. */
export function ChangeBadges({ change }: { readonly change: ActivityChange }) {
  const texts = useTexts(editionTexts);
  return (
    <Group gap={4}>
      {kindsOfChange(change).map((kind) => (
        <StateBadge key={kind} tone={tones[kind]} word={texts.kinds[kind]} />
      ))}
    </Group>
  );
}
