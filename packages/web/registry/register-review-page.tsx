import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { RegisterReview } from '@opora/domain/registry/register-import-contract.ts';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { Page } from '../ui/page.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { registerImportTexts } from './register-import-catalog.ts';
import { RegisterLayoutForm } from './register-layout-form.tsx';
import { RegisterChanges, RegisterProblems } from './register-review-tables.tsx';
import { useRegisterActions, useRegisterLayout, useRegisterReview } from './use-register-import.ts';

/** A loaded file before it is applied: how it was understood, what would be written, what is refused and why. */
export function RegisterReviewPage() {
  const { importId } = useParams({ from: '/signed-in/register-imports/$importId' });
  const review = useRegisterReview(importId);
  return <Loaded query={review}>{(known) => <Review review={known} />}</Loaded>;
}

function Review({ review }: { readonly review: RegisterReview }) {
  const texts = useTexts(registerImportTexts);
  const words = useTexts(uiTexts);
  const navigate = useNavigate();
  const layout = useRegisterLayout(review);
  const { apply } = useRegisterActions();
  const { added, changed } = review.expected;
  const failure = layout.error ?? apply.error;
  const run = () =>
    apply.mutate(review, {
      onSuccess: () => {
        notify(texts.applied);
        void navigate({ to: '/register-imports' });
      },
    });
  return (
    <Page title={review.fileName} purpose={texts.purpose}>
      <Stack gap="lg">
        <Stack gap="xs" component="section" aria-label={texts.layout}>
          <Title order={2} size="h4">
            {texts.layout}
          </Title>
          <RegisterLayoutForm review={review} onChange={(next) => layout.mutate(next)} />
        </Stack>
        <Stack gap="xs" component="section" aria-label={texts.review}>
          <Title order={2} size="h4">
            {texts.review}
          </Title>
          <Text role="status">{texts.counts(review.expected)}</Text>
          {failure !== null && (
            <Alert color="red" role="alert">
              {messageOf(failure, words.connectionLost)}
            </Alert>
          )}
          <Group>
            {added + changed === 0 ? (
              <Text c="dimmed">{texts.nothingToApply}</Text>
            ) : (
              <Button loading={apply.isPending || layout.isPending} onClick={run}>
                {texts.apply(added + changed)}
              </Button>
            )}
          </Group>
        </Stack>
        <RegisterProblems review={review} />
        <RegisterChanges review={review} />
      </Stack>
    </Page>
  );
}
