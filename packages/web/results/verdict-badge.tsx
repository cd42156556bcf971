import type { Verdict } from '@opora/domain/results/verdict.ts';
import { verdictTexts } from '@opora/domain/results/verdict-catalog.ts';
import { useTexts } from '../platform/language.tsx';
import { StateBadge, type StateTone } from '../ui/state-badge.tsx';

const tones: Record<Verdict, StateTone> = {
  listed: 'current',
  'not-listed': 'plain',
  insufficient: 'waits',
  excluded: 'ended',
};

export function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  const { verdicts } = useTexts(verdictTexts);
  return <StateBadge tone={tones[verdict]} word={verdicts[verdict]} />;
}
