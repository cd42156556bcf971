import { List, Text } from '@mantine/core';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { ParticipantQuestion } from '@opora/domain/plans/participant-question.ts';
import { useTexts } from '../platform/language.tsx';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { editionTexts } from './edition-catalog.ts';

/** Schools whose status has changed since the act; only an act takes a school in or lets it go. */
export function ParticipantQuestions({ questions }: { readonly questions: readonly ParticipantQuestion[] }) {
  const texts = useTexts(editionTexts);
  if (questions.length === 0) return null;
  return (
    <WaitsAlert title={texts.statusChanged}>
      <Text size="sm">{texts.statusChangedHint}</Text>
      <List size="sm" mt={4}>
        {questions.map(({ schoolId, name, kind, category, on }) => (
          <List.Item key={`${schoolId} ${kind}`}>
            {`${name}: ${texts.participantKinds[kind](category === null ? '' : texts.categoryNames[category], formatDate(on))}`}
          </List.Item>
        ))}
      </List>
    </WaitsAlert>
  );
}
