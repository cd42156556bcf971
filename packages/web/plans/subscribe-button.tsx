import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarPlus } from '@tabler/icons-react';
import { formatDate } from '@opora/domain/basics/format.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { feedTexts } from './feed-catalog.ts';
import { useFeeds, useMakeFeed, useRevokeFeed } from './use-feeds.ts';

/** Opens the way to see terms in another calendar: one's own, or those of a plan. */
export function SubscribeButton({ planId }: { readonly planId: string | null }) {
  const texts = useTexts(feedTexts);
  const words = useTexts(uiTexts);
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button
        className="screen-only"
        variant="default"
        size="xs"
        leftSection={<IconCalendarPlus size={16} aria-hidden />}
        onClick={open}
      >
        {texts.subscribe}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={planId === null ? texts.titleOfTasks : texts.titleOfPlan}
        closeButtonProps={{ 'aria-label': words.close }}
      >
        <Subscription planId={planId} />
      </Modal>
    </>
  );
}

function Subscription({ planId }: { readonly planId: string | null }) {
  const texts = useTexts(feedTexts);
  const words = useTexts(uiTexts);
  const { data: feeds = [] } = useFeeds();
  const make = useMakeFeed(planId);
  const revoke = useRevokeFeed();
  const feed = feeds.find((known) => known.planId === planId);
  const error = make.error ?? revoke.error;
  return (
    <Stack gap="sm">
      <Text>{texts.hint}</Text>
      {make.data === undefined ? (
        feed !== undefined && <Text>{texts.made(formatDate(feed.createdAt.slice(0, 10)))}</Text>
      ) : (
        <Address address={make.data.address} />
      )}
      {error !== null && (
        <Alert color="red" role="alert">
          {messageOf(error, words.connectionLost)}
        </Alert>
      )}
      <Group>
        <Button
          variant={make.data === undefined ? 'filled' : 'default'}
          loading={make.isPending}
          onClick={() => make.mutate()}
        >
          {feed === undefined ? texts.make : texts.makeNew}
        </Button>
        {feed !== undefined && (
          <Button
            variant="subtle"
            color="gray"
            loading={revoke.isPending}
            onClick={() =>
              revoke.mutate(feed.id, {
                onSuccess: () => {
                  make.reset();
                  notify(texts.revoked);
                },
              })
            }
          >
            {texts.revoke}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Address({ address }: { readonly address: string }) {
  const texts = useTexts(feedTexts);
  return (
    <>
      <Group align="flex-end" wrap="nowrap" gap="xs">
        <TextInput
          flex={1}
          label={texts.address}
          value={address}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          variant="default"
          onClick={() => void navigator.clipboard.writeText(address).then(() => notify(texts.copied))}
        >
          {texts.copy}
        </Button>
      </Group>
      <Text size="sm">{texts.secret}</Text>
    </>
  );
}
