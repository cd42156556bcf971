import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { z } from 'zod';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { messageOf } from '../ui/message-of.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { instanceTexts } from './instance-catalog.ts';
import { momentText } from '../ui/moment-text.ts';
import { useAddComment, useComments } from './use-instances.ts';
import { useKept } from '../ui/use-kept.ts';

type CommentsProps = { readonly activityId: string; readonly instanceId: string | null };

/** What people write to each other about an activity; beside an open instance, what is about that instance or about all. */
export function Comments({ activityId, instanceId }: CommentsProps) {
  const texts = useTexts(instanceTexts);
  const { connectionLost } = useTexts(uiTexts);
  const { language } = useLanguage();
  const comments = useComments(activityId);
  const add = useAddComment(activityId);
  const [text, setText, clear] = useKept(`opora.comment.${instanceId ?? activityId}`, z.string(), () => '');
  return (
    <Stack gap="xs" component="section" aria-label={texts.discussion}>
      <Title order={3} size="h5">
        {texts.discussion}
      </Title>
      <Loaded query={comments}>
        {(list) => {
          const shown = list.filter(
            (comment) =>
              instanceId === null || comment.instanceId === null || comment.instanceId === instanceId,
          );
          if (shown.length === 0) return <Text size="sm">{texts.noComments}</Text>;
          return (
            <ul className="plain-list">
              {shown.map((comment) => (
                <li key={comment.id} className="event">
                  <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                    {comment.text}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {comment.by ?? texts.notSeen}, {momentText(comment.at, language)}
                  </Text>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <Textarea
        className="screen-only"
        label={texts.comment}
        autosize
        minRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {add.error !== null && (
        <Text c="var(--opora-late)" role="alert">
          {messageOf(add.error, connectionLost)}
        </Text>
      )}
      <Group className="screen-only">
        <Button
          size="xs"
          variant="default"
          disabled={text.trim() === ''}
          loading={add.isPending}
          onClick={() => add.mutate({ text: text.trim(), instanceId }, { onSuccess: clear })}
        >
          {texts.send}
        </Button>
      </Group>
    </Stack>
  );
}
