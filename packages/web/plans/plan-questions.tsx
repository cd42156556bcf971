import './plan-questions.css';
import { Anchor, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { EvidenceQuestion, QuestionFacts } from '@opora/domain/plans/evidence-question.ts';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { MissedLooks } from './missed-looks.tsx';
import type { PlanViewProps } from './plan-page.tsx';
import { QuestionCard, QuestionTalk, Replies } from './question-card.tsx';
import { questionsTexts } from './questions-catalog.ts';
import { useAskAnew, useQuestions } from './use-questions.ts';

/** Questions about the evidence of a plan, those of one matter together; what was explained is folded away. */
export function PlanQuestions({ plan, open, edit }: PlanViewProps) {
  const texts = useTexts(questionsTexts);
  const { connectionLost } = useTexts(uiTexts);
  const questions = useQuestions(plan.id);
  const anew = useAskAnew(plan.id);
  return (
    <Stack>
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h4">
            {texts.questions}
          </Title>
          <Text c="dimmed" maw={720}>
            {texts.purpose}
          </Text>
        </div>
        {edit !== null && (
          <Button
            className="screen-only"
            variant="default"
            loading={anew.isPending}
            onClick={() =>
              anew.mutate(undefined, {
                onSuccess: () => notify(texts.askedAnew),
                onError: (error) => notify(messageOf(error, connectionLost)),
              })
            }
          >
            {texts.askAnew}
          </Button>
        )}
      </Group>
      <MissedLooks planId={plan.id} mayAsk={edit !== null} />
      <Loaded query={questions}>
        {(list) => {
          const asked = list.filter(({ isOpen }) => isOpen);
          const closed = list.filter(({ isOpen }) => !isOpen);
          return (
            <>
              {asked.length === 0 && <Text>{texts.none}</Text>}
              <Matters questions={asked} open={open} />
              {closed.length > 0 && (
                <details>
                  <summary>{texts.closed(closed.length)}</summary>
                  <Matters questions={closed} open={open} />
                </details>
              )}
            </>
          );
        }}
      </Loaded>
    </Stack>
  );
}

type MattersProps = {
  readonly questions: readonly EvidenceQuestion[];
  readonly open: PlanViewProps['open'];
};

function Matters({ questions, open }: MattersProps) {
  const matters = Map.groupBy(
    questions,
    ({ facts, groupKey, planId }) => `${facts.kind} ${groupKey} ${planId}`,
  );
  return (
    <Stack mt="xs">
      {[...matters].map(([key, [first, ...rest]]) =>
        first === undefined ? null : (
          <QuestionCard key={key} facts={first.facts} order={3}>
            {[first, ...rest].map((question) => (
              <Behind key={question.id} question={question} open={open} />
            ))}
            {rest.length > 0 && <Replies questions={[first, ...rest]} />}
          </QuestionCard>
        ),
      )}
    </Stack>
  );
}

type BehindProps = { readonly question: EvidenceQuestion; readonly open: PlanViewProps['open'] };

/** Whom a question concerns, what its facts were taken from, and what was said on it. */
function Behind({ question, open }: BehindProps) {
  const texts = useTexts(questionsTexts);
  const { facts, concerns, instances, instanceCount } = question;
  return (
    <Stack gap={4} className="question-part">
      {facts.kind === 'plans-alike' ? (
        <AlikeRows facts={facts} />
      ) : (
        <Text size="sm" fw={600}>
          {concerns}
        </Text>
      )}
      {instances.map(({ id, activityId, no, title }) => (
        <Anchor
          key={id}
          component="button"
          type="button"
          size="sm"
          ta="start"
          onClick={() => open({ id: activityId }, id)}
        >
          {[no, title].filter((word) => word !== '').join(' ')}
        </Anchor>
      ))}
      {instanceCount > instances.length && (
        <Text size="sm">{texts.more(instanceCount - instances.length)}</Text>
      )}
      <QuestionTalk question={question} />
    </Stack>
  );
}

function AlikeRows({ facts }: { readonly facts: Extract<QuestionFacts, { kind: 'plans-alike' }> }) {
  const texts = useTexts(questionsTexts);
  return (
    <div>
      <Anchor size="sm" component={Link} to={`/plans/${facts.otherPlanId}`}>
        {texts.toOther}
      </Anchor>
      <details>
        <summary>{texts.rows(facts.rows.length)}</summary>
        <Table.ScrollContainer minWidth={320}>
          <Table fz="sm" verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{texts.mine}</Table.Th>
                <Table.Th>{texts.other}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {facts.rows.map((row, at) => (
                // Rows of two plans have no name of their own; their order is theirs.
                <Table.Tr key={`${at} ${row.no}`}>
                  <Table.Td>{`${row.no} ${row.title}`}</Table.Td>
                  <Table.Td>{`${row.otherNo} ${row.otherTitle}`}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </details>
    </div>
  );
}
