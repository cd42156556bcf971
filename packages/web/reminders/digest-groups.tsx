import '../plans/instance-view.css';
import { Anchor, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { aboutLine, dueOfLine, titleOfLine } from '@opora/domain/reminders/digest-letter.ts';
import { groupsOfDigest, isFormLine, type ReminderLine } from '@opora/domain/reminders/reminder.ts';
import { reminderTexts } from '@opora/domain/reminders/reminders-catalog.ts';
import type { Digest } from '@opora/domain/reminders/reminders-contract.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { remindersPageTexts } from './reminders-page-catalog.ts';

/** Lines of a digest by their kind, the most pressing first. */
export function DigestGroups({ digest }: { readonly digest: Digest }) {
  const words = useTexts(reminderTexts);
  const texts = useTexts(remindersPageTexts);
  return (
    <Stack gap="lg">
      {groupsOfDigest(digest).map(({ kind, count, lines }) => (
        <section key={kind} aria-labelledby={`digest-${kind}`}>
          <Title
            order={3}
            size="h5"
            id={`digest-${kind}`}
            c={kind === 'late' || kind === 'escalated' ? 'var(--opora-late)' : 'var(--mantine-color-text)'}
          >
            {words.kinds[kind]} · {count}
          </Title>
          <ul className="plain-list">
            {lines.map((line) => (
              <li
                key={`${isFormLine(line) ? line.campaignId : line.activityId} ${line.dueOn}`}
                className="event"
              >
                <DigestLine line={line} day={digest.day} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {digest.leftOut > 0 && (
        <Text>
          {words.leftOut(digest.leftOut)}{' '}
          <Anchor renderRoot={(props) => <Link to="/tasks" {...props} />}>{texts.tasks}</Anchor>
        </Text>
      )}
    </Stack>
  );
}

function DigestLine({ line, day }: { readonly line: ReminderLine; readonly day: string }) {
  const words = useTexts(reminderTexts);
  const { language } = useLanguage();
  const due = dueOfLine(line, day, language);
  return (
    <Stack gap={2} py={4}>
      <Group gap="xs" align="flex-start" justify="space-between" wrap="nowrap">
        <Anchor fw={600} renderRoot={(props) => <LineLink line={line} {...props} />}>
          {titleOfLine(line, words)}
        </Anchor>
        {line.isNew && (
          <Badge variant="outline" size="sm" style={{ flexShrink: 0 }}>
            {words.newMark}
          </Badge>
        )}
      </Group>
      {due !== '' && <Text size="sm">{due}</Text>}
      <Text size="xs" c="dimmed" lineClamp={1}>
        {aboutLine(line, words)}
      </Text>
    </Stack>
  );
}

function LineLink({ line, ...props }: { readonly line: ReminderLine }) {
  if (!isFormLine(line)) {
    const { planId, activityId: activity, instanceId } = line;
    const search = { activity, ...(instanceId === null ? {} : { instance: instanceId }) };
    return <Link to="/plans/$planId" params={{ planId }} search={search} {...props} />;
  }
  const { campaignId, submissionId } = line;
  return submissionId === null ? (
    <Link to="/monitoring/campaigns/$campaignId" params={{ campaignId }} {...props} />
  ) : (
    <Link to="/monitoring/forms/$submissionId" params={{ submissionId }} {...props} />
  );
}
