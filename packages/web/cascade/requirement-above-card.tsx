import { Anchor, Button, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate } from '@opora/domain/basics/format.ts';
import type {
  RequirementAbove,
  RequirementAnswer,
  UnitCascade,
} from '@opora/domain/cascade/cascade-contract.ts';
import { actOf } from '../plans/act-of.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { cascadeTexts } from './cascade-catalog.ts';
import { DeclineDialog, DeclinePart } from './decline-part.tsx';
import { AnswerLine } from './requirement-answers.tsx';
import { RequirementChanges } from './requirement-changes.tsx';
import { useAnswers } from './use-cascade.ts';

type CardProps = {
  readonly cascade: UnitCascade;
  readonly requirement: RequirementAbove;
  readonly mayManage: boolean;
  /** Drafts an activity that answers it. */
  readonly onDraft: () => void;
};

/** What is asked, by which plan, and what answers it here. */
export function RequirementAboveCard({ cascade, requirement, mayManage, onDraft }: CardProps) {
  const texts = useTexts(cascadeTexts);
  const { state, answers, planId } = requirement;
  return (
    <Paper withBorder p="md" component="section" aria-label={requirement.activityName}>
      <Group justify="space-between" align="flex-start">
        <Title order={2} size="h5">
          {requirement.activityName}
        </Title>
        {isUnanswered(requirement) && <StateBadge tone="waits" word={texts.noAnswer} />}
      </Group>
      <Text size="sm">
        {requirement.dueOn === null ? state.phrase : texts.until(formatDate(requirement.dueOn))} ·{' '}
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link
              {...props}
              to="/plans/$planId"
              params={{ planId }}
              search={{ activity: requirement.activityId }}
            />
          )}
        >
          {actOf(requirement, texts)}
        </Anchor>{' '}
        ({requirement.ownerName})
      </Text>
      {state.expected.length > 0 && (
        <Text size="sm">
          {texts.expected}: {state.expected.join('; ')}
        </Text>
      )}
      {state.isCancelled && <Text c="dimmed">{texts.cancelled}</Text>}
      <Stack gap="xs" mt="xs">
        {answers.map((answer) => (
          <AnswerPart key={answer.id} requirement={requirement} answer={answer} mayManage={mayManage} />
        ))}
        <DeclinePart requirement={requirement} mayManage={mayManage} />
        {mayManage && !state.isCancelled && (
          <Moves cascade={cascade} requirement={requirement} onDraft={onDraft} />
        )}
      </Stack>
    </Paper>
  );
}

type AnswerPartProps = {
  readonly requirement: RequirementAbove;
  readonly answer: RequirementAnswer;
  readonly mayManage: boolean;
};

function AnswerPart({ requirement, answer, mayManage }: AnswerPartProps) {
  const texts = useTexts(cascadeTexts);
  const { connectionLost } = useTexts(uiTexts);
  const { remove, confirm, take, add } = useAnswers();
  const onError = (error: Error) => notify(messageOf(error, connectionLost));
  const { seen, takenAmendmentId: amendmentId, activityId, unitId: orgUnitId } = answer;
  const bindAgain =
    activityId === null
      ? null
      : () => add.mutateAsync({ requirementId: requirement.id, orgUnitId, activityId });
  return (
    <div>
      <Group gap="xs">
        <AnswerLine answer={answer} askedUntil={requirement.lastDay} withUnit={false} />
        {mayManage && activityId !== null && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={texts.unlinkOf(answer.activityName ?? '')}
            onClick={() =>
              remove.mutate(answer.id, { onSuccess: () => notify(texts.unlinked, bindAgain), onError })
            }
          >
            {texts.unlink}
          </Button>
        )}
      </Group>
      {seen !== null && (
        <WaitsAlert title={texts.changedAbove}>
          <RequirementChanges seen={seen} current={requirement.state} />
          <Group gap="xs" mt="xs">
            {amendmentId !== null && (
              <Text size="sm">
                {texts.taken}.{' '}
                <Anchor
                  size="sm"
                  renderRoot={(props) => (
                    <Link {...props} to="/amendments/$amendmentId" params={{ amendmentId }} />
                  )}
                >
                  {texts.openAmendment}
                </Anchor>
              </Text>
            )}
            {mayManage && amendmentId === null && activityId !== null && (
              <Button size="compact-sm" onClick={() => take.mutate(answer.id, { onError })}>
                {texts.take}
              </Button>
            )}
            {mayManage && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() =>
                  confirm.mutate(
                    { answerId: answer.id, current: requirement.state },
                    { onSuccess: () => notify(texts.confirmed), onError },
                  )
                }
              >
                {texts.confirm}
              </Button>
            )}
          </Group>
        </WaitsAlert>
      )}
    </div>
  );
}

/** Neither answered nor declined as it stands. */
export const isUnanswered = ({ answers, declines, state }: RequirementAbove): boolean =>
  answers.length === 0 && !state.isCancelled && !declines.some(({ isOutdated }) => !isOutdated);

type Opened = 'linking' | 'declining' | null;

/** The ways to answer: an activity that is drafted, one that is in force already, or a reason why not. */
function Moves({ cascade, requirement, onDraft }: Pick<CardProps, 'cascade' | 'requirement' | 'onDraft'>) {
  const texts = useTexts(cascadeTexts);
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const name = requirement.activityName;
  const isFree = requirement.answers.length === 0;
  if (opened === 'linking') return <LinkForm cascade={cascade} requirement={requirement} onClose={close} />;
  return (
    <Group gap="xs" className="screen-only">
      {isFree && (
        <Button size="compact-sm" variant="default" aria-label={texts.draftOneOf(name)} onClick={onDraft}>
          {texts.draftOne}
        </Button>
      )}
      {cascade.plans.length > 0 && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={texts.linkOf(name)}
          onClick={() => setOpened('linking')}
        >
          {texts.link}
        </Button>
      )}
      {isUnanswered(requirement) && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={texts.declineOf(name)}
          onClick={() => setOpened('declining')}
        >
          {texts.decline}
        </Button>
      )}
      {opened === 'declining' && (
        <DeclineDialog requirement={requirement} orgUnitId={cascade.unitId} onClose={close} />
      )}
    </Group>
  );
}

type LinkFormProps = Pick<CardProps, 'cascade' | 'requirement'> & { readonly onClose: () => void };

/** Binds an activity that is in a plan in force already. */
function LinkForm({ cascade, requirement, onClose }: LinkFormProps) {
  const texts = useTexts(cascadeTexts);
  const { connectionLost } = useTexts(uiTexts);
  const { add } = useAnswers();
  const bind = (activityId: string | null) => {
    if (activityId === null) return;
    add.mutate(
      { requirementId: requirement.id, orgUnitId: cascade.unitId, activityId },
      {
        onSuccess: () => {
          notify(texts.linked);
          onClose();
        },
        onError: (error) => notify(messageOf(error, connectionLost)),
      },
    );
  };
  return (
    <Select
      label={texts.ownActivity}
      searchable
      limit={100}
      data-autofocus
      value={null}
      data={cascade.plans.map(({ title, activities }) => ({
        group: title,
        items: activities.map(({ id, name }) => ({ value: id, label: name })),
      }))}
      onChange={bind}
    />
  );
}
