import { Button, Card, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { EvidenceQuestion, QuestionFacts } from '@opora/domain/plans/evidence-question.ts';
import { questionTexts } from '@opora/domain/plans/question-catalog.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { momentText } from '../ui/moment-text.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { questionsTexts } from './questions-catalog.ts';
import { type Reply, useReply } from './use-questions.ts';

/** Open questions about one instance: a quiet note beside its evidence. */
export function InstanceQuestions({ questions }: { readonly questions: readonly EvidenceQuestion[] }) {
  return questions
    .filter(({ isOpen }) => isOpen)
    .map((question) => (
      <QuestionCard key={question.id} facts={question.facts} order={4}>
        <QuestionTalk question={question} />
      </QuestionCard>
    ));
}

type QuestionCardProps = {
  readonly facts: QuestionFacts;
  readonly order: 3 | 4;
  readonly children: ReactNode;
};

/** A matter that is asked about: its facts and its usual explanation. */
export function QuestionCard({ facts, order, children }: QuestionCardProps) {
  const words = useTexts(questionTexts);
  const texts = useTexts(questionsTexts);
  return (
    <Card withBorder padding="sm" component="article">
      <Stack gap="xs">
        <div>
          <Title order={order} size="sm">
            {words.title[facts.kind]}
          </Title>
          <Text size="sm">{words.facts(facts)}</Text>
          <Text size="sm" c="dimmed">
            {texts.usually}: {words.innocent[facts.kind]}
          </Text>
        </div>
        {children}
      </Stack>
    </Card>
  );
}

/** What was said on a question, and what the person may say. */
export function QuestionTalk({ question }: { readonly question: EvidenceQuestion }) {
  return (
    <>
      <Remarks question={question} />
      <Replies questions={[question]} />
    </>
  );
}

function Remarks({ question: { answer, settled, isOpen } }: { readonly question: EvidenceQuestion }) {
  const texts = useTexts(questionsTexts);
  return (
    <>
      {answer !== null && <Remark title={texts.answered} remark={answer} />}
      {settled !== null && <Remark title={isOpen ? texts.settledBefore : texts.settled} remark={settled} />}
    </>
  );
}

type RemarkProps = {
  readonly title: string;
  readonly remark: NonNullable<EvidenceQuestion['answer']>;
};

function Remark({ title, remark }: RemarkProps) {
  const { language } = useLanguage();
  return (
    <div>
      <Text size="sm">
        <strong>{title}:</strong> {remark.text}
      </Text>
      <Text size="xs" c="dimmed">
        {[remark.by, momentText(remark.at, language)].filter((word) => word !== null).join(', ')}
      </Text>
    </div>
  );
}

type Written = 'answer' | 'settle';
type RepliesProps = {
  /** Questions of one matter that are answered or settled with the same words. */
  readonly questions: readonly EvidenceQuestion[];
};

export function Replies({ questions }: RepliesProps) {
  const texts = useTexts(questionsTexts);
  const { cancel, connectionLost } = useTexts(uiTexts);
  const [writing, setWriting] = useState<Written | null>(null);
  const [text, setText] = useState('');
  const reply = useReply(questions);
  const isAll = questions.length > 1;
  const may = (kind: Reply['kind']): boolean =>
    questions.every(({ isOpen, mayAnswer, maySettle }) =>
      kind === 'answer' ? isOpen && mayAnswer : isOpen === (kind === 'settle') && maySettle,
    );
  const begin = (kind: Written) => {
    setWriting(kind);
    setText(kind === 'answer' ? (questions[0]?.answer?.text ?? '') : '');
  };
  const done = (kind: Reply['kind']) => ({
    onSuccess: () => {
      notify(texts.done[kind]);
      setWriting(null);
    },
  });
  return (
    <>
      {writing !== null && (
        <Textarea
          label={writing === 'answer' ? texts.answerLabel : texts.settleLabel}
          autosize
          minRows={2}
          required
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {reply.error !== null && (
        <Text c="var(--opora-late)" role="alert" size="sm">
          {messageOf(reply.error, connectionLost)}
        </Text>
      )}
      {writing !== null ? (
        <Group gap="xs">
          <Button
            size="xs"
            disabled={text.trim() === ''}
            loading={reply.isPending}
            onClick={() => reply.mutate({ kind: writing, text }, done(writing))}
          >
            {texts[writing]}
          </Button>
          <Button size="xs" variant="default" onClick={() => setWriting(null)}>
            {cancel}
          </Button>
        </Group>
      ) : (
        <Group gap="xs" className="screen-only">
          {(['settle', 'answer'] as const).map(
            (kind) =>
              may(kind) && (
                <Button key={kind} size="xs" variant="default" onClick={() => begin(kind)}>
                  {isAll ? texts.forAll[kind] : texts[kind]}
                </Button>
              ),
          )}
          {may('reopen') && (
            <Button
              size="xs"
              variant="default"
              loading={reply.isPending}
              onClick={() => reply.mutate({ kind: 'reopen' }, done('reopen'))}
            >
              {texts.reopen}
            </Button>
          )}
        </Group>
      )}
    </>
  );
}
