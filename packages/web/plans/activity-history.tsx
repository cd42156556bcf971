import { Text } from '@mantine/core';
import { useState } from 'react';
import type { HistoryEntry } from '@opora/domain/plans/activity-fields.ts';
import { InstanceState } from '@opora/domain/plans/instance-state.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { instanceTexts } from './instance-catalog.ts';
import { momentText } from '../ui/moment-text.ts';
import { plansTexts } from './plans-catalog.ts';
import { useActivityHistory } from './use-plans.ts';

/** Asked for only when it is opened: few look, and it reads the whole audit of the activity. */
export function ActivityHistory({ activityId }: { readonly activityId: string }) {
  const texts = useTexts(instanceTexts);
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.activityHistory}</summary>
      {isOpen && <Entries activityId={activityId} />}
    </details>
  );
}

function Entries({ activityId }: { readonly activityId: string }) {
  const texts = useTexts(instanceTexts);
  const { language } = useLanguage();
  const wordsOf = useWords();
  const history = useActivityHistory(activityId);
  return (
    <Loaded query={history}>
      {(entries) => (
        <ul className="plain-list">
          {entries.map((entry) => (
            <li key={JSON.stringify(entry)} className="event">
              <Text size="sm">{wordsOf(entry)}</Text>
              <Text size="xs" c="dimmed">
                {entry.by ?? texts.notSeen}, {momentText(entry.at, language)}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}

function useWords(): (entry: HistoryEntry) => string {
  const texts = useTexts(instanceTexts);
  const { states } = useTexts(plansTexts);
  return (entry) => {
    if (entry.subject === 'instance') {
      const state = InstanceState.safeParse(entry.to);
      const parts = [entry.what, state.success ? states[state.data] : entry.to, entry.note];
      return parts.filter((part) => part !== null && part !== '').join(' — ');
    }
    if (entry.change === 'delete') return texts.removed(entry.from ?? '');
    if (entry.change === 'insert')
      return entry.subject === 'activity' ? texts.created : texts.added(entry.to ?? '');
    return texts.wasBecame(
      texts.changed[entry.what ?? ''] ?? entry.what ?? '',
      entry.from ?? '',
      entry.to ?? '',
    );
  };
}
