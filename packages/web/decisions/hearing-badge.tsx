import type { HearingState } from '@opora/domain/decisions/hearing.ts';
import { useTexts } from '../platform/language.tsx';
import { StateBadge, type StateTone } from '../ui/state-badge.tsx';
import { hearingTexts } from './hearing-catalog.ts';

const tones: Readonly<Record<HearingState, StateTone>> = {
  planned: 'plain',
  held: 'accepted',
  correcting: 'waits',
  cancelled: 'ended',
};

export function HearingBadge({ state }: { readonly state: HearingState }) {
  const texts = useTexts(hearingTexts);
  return <StateBadge tone={tones[state]} word={texts.states[state]} />;
}
