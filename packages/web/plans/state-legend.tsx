import { Group, Text } from '@mantine/core';
import { useTexts } from '../platform/language.tsx';
import { plansTexts } from './plans-catalog.ts';
import { marks } from './timeline-row.tsx';

const states = Object.keys(marks) as (keyof typeof marks)[];

/** What the marks of the timeline and of the matrix mean. */
export function StateLegend() {
  const texts = useTexts(plansTexts);
  return (
    <Group gap="sm" mb="xs" role="list" aria-label={texts.state}>
      {states.map((state) => (
        <Text key={state} size="xs" role="listitem">
          <span className="state-mark" data-state={state} aria-hidden>
            {marks[state]}
          </span>{' '}
          {texts.states[state]}
        </Text>
      ))}
    </Group>
  );
}
