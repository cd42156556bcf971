import '../plans/instance-view.css';
import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { Digest, DigestDay, Reminders } from '@opora/domain/reminders/reminders-contract.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Refused } from '../ui/refused.tsx';
import { Section } from '../ui/section.tsx';
import { DigestGroups } from './digest-groups.tsx';
import { remindersPageTexts } from './reminders-page-catalog.ts';
import { useReadReminders, useReminders } from './use-reminders.ts';

const route = getRouteApi('/signed-in/reminders');

/** What the person was told, today or on an earlier day. */
export function RemindersPage() {
  const texts = useTexts(remindersPageTexts);
  const { day } = route.useSearch();
  return (
    <Page
      title={texts.title}
      purpose={texts.purpose}
      action={
        <Button variant="default" renderRoot={(props) => <Link to="/account" hash="reminders" {...props} />}>
          {texts.settings}
        </Button>
      }
    >
      <Loaded query={useReminders(day)}>{(reminders) => <Shown reminders={reminders} />}</Loaded>
    </Page>
  );
}

function Shown({ reminders: { days, digest } }: { readonly reminders: Reminders }) {
  const texts = useTexts(remindersPageTexts);
  if (digest === null) return <Text maw={720}>{texts.empty}</Text>;
  const others = days.filter(({ day }) => day !== digest.day);
  const hasToday = days[0]?.day === today();
  return (
    <Stack gap="xl" maw={900}>
      {!hasToday && digest.day === days[0]?.day && <Text>{texts.nothingToday}</Text>}
      <DigestOfDay digest={digest} />
      {others.length > 0 && <OtherDays days={others} />}
    </Stack>
  );
}

function DigestOfDay({ digest }: { readonly digest: Digest }) {
  const texts = useTexts(remindersPageTexts);
  const read = useReadReminders();
  return (
    <Stack gap="md" component="section" aria-labelledby="digest-title">
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h3" id="digest-title">
          {texts.digestOf(formatDate(digest.day))}
        </Title>
        {digest.isRead ? (
          <Text size="sm">{texts.read}</Text>
        ) : (
          <Button size="xs" loading={read.isPending} onClick={() => read.mutate(digest.day)}>
            {texts.markRead}
          </Button>
        )}
      </Group>
      <Refused error={read.error} />
      <DigestGroups digest={digest} />
      {digest.mail !== null && (
        <Text size="sm" c="dimmed">
          {texts.mail[digest.mail]}
        </Text>
      )}
    </Stack>
  );
}

function OtherDays({ days }: { readonly days: readonly DigestDay[] }) {
  const texts = useTexts(remindersPageTexts);
  return (
    <Section title={texts.earlier}>
      <ul className="plain-list">
        {days.map(({ day, count, isRead }) => (
          <li key={day} className="event">
            <Anchor
              fw={isRead ? 400 : 600}
              renderRoot={(props) => <Link to="/reminders" search={{ day }} {...props} />}
            >
              {formatDate(day)}
            </Anchor>
            <Text size="sm">
              {texts.count(count)}
              {isRead ? '' : ` · ${texts.unread}`}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
