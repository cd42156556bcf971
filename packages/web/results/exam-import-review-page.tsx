import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ExamImportReview } from '@opora/domain/results/exam-import-contract.ts';
import type { ExamMapping } from '@opora/domain/results/plan-exam-import.ts';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { examImportTexts } from './exam-import-catalog.ts';
import { ExamImportReports } from './exam-import-reports.tsx';
import { ExamChanges, ExamFaults, TerritoryChecks } from './exam-import-tables.tsx';
import { ExamImportUnits } from './exam-import-units.tsx';
import { useExamImportActions, useExamMapping, useExamReview } from './use-exam-imports.ts';

/** A file before it is applied: how it was understood, what it leaves open, counts before and after. */
export function ExamImportReviewPage() {
  const { examImportId } = useParams({ from: '/signed-in/results/imports/$examImportId' });
  const review = useExamReview(examImportId);
  return <Loaded query={review}>{(known) => <Review review={known} />}</Loaded>;
}

function Review({ review }: { readonly review: ExamImportReview }) {
  const texts = useTexts(examImportTexts);
  const mapping = useExamMapping(review);
  const change = (next: Partial<ExamMapping>) => mapping.mutate({ ...review.mapping, ...next });
  return (
    <Page title={review.fileName} purpose={texts.reviewPurpose}>
      <ExamImportReports review={review} onChange={(reports) => change({ reports })} />
      <ExamImportUnits
        review={review}
        onChoose={(key, orgUnitId) => change({ units: { ...review.mapping.units, [key]: orgUnitId } })}
      />
      <Section title={texts.result}>
        <Outcome review={review} isSaving={mapping.isPending} failure={mapping.error} />
        <ExamChanges review={review} />
      </Section>
      <TerritoryChecks review={review} />
      <ExamFaults review={review} />
    </Page>
  );
}

type OutcomeProps = {
  readonly review: ExamImportReview;
  readonly isSaving: boolean;
  readonly failure: Error | null;
};

function Outcome({ review, isSaving, failure }: OutcomeProps) {
  const texts = useTexts(examImportTexts);
  const words = useTexts(uiTexts);
  const navigate = useNavigate();
  const { apply } = useExamImportActions();
  const refused = failure ?? apply.error;
  const run = () =>
    apply.mutate(review, {
      onSuccess: () => {
        notify(texts.applied);
        void navigate({ to: '/results/imports' });
      },
    });
  return (
    <Stack gap="xs">
      <Text role="status">{texts.counts(review.expected)}</Text>
      {review.withoutSchool > 0 && <Text>{texts.withoutSchool(review.withoutSchool)}</Text>}
      {review.withoutFacts > 0 && <Text>{texts.withoutFacts(review.withoutFacts)}</Text>}
      {refused !== null && (
        <Alert color="red" role="alert">
          {messageOf(refused, words.connectionLost)}
        </Alert>
      )}
      {review.replaced.counts > 0 && (
        <Alert color="yellow" role="status">
          <Text fw={600}>{texts.replaces(review.replaced)}</Text>
          <Text>{texts.replacesWhy}</Text>
        </Alert>
      )}
      <Group>
        {review.changeCount === 0 ? (
          <Text c="dimmed">{texts.nothingToApply}</Text>
        ) : (
          <Button loading={apply.isPending || isSaving} onClick={run}>
            {texts.apply(review.changeCount)}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
