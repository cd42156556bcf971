import { useTexts } from '../platform/language.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { type ShownState, toneOf } from './activity-state.ts';
import { plansTexts } from './plans-catalog.ts';

/** The state of an instance or an activity, in the same word and shape wherever it stands. */
export function ShownBadge({ state }: { readonly state: ShownState }) {
  const texts = useTexts(plansTexts);
  return <StateBadge tone={toneOf(state)} word={texts.states[state]} />;
}
