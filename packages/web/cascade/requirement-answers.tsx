import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatDate, formatShare } from '@opora/domain/basics/format.ts';
import type { RequirementAnswer } from '@opora/domain/cascade/cascade-contract.ts';
import {
  type AnswerOutcome,
  type BelowProgress,
  outcomeOf,
} from '@opora/domain/cascade/requirement-progress.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { StateBadge, type StateTone } from '../ui/state-badge.tsx';
import { cascadeTexts } from './cascade-catalog.ts';

const tones: Readonly<Record<AnswerOutcome, StateTone>> = {
  done: 'accepted',
  late: 'late',
  'under-way': 'current',
};

type AnswerLineProps = {
  readonly answer: RequirementAnswer;
  /** The last day that is asked above. */
  readonly askedUntil: string | null;
  readonly withUnit: boolean;
};

/** An activity that answers, how far it has come, and the question whether its term is meant. */
export function AnswerLine({ answer, askedUntil, withUnit }: AnswerLineProps) {
  const texts = useTexts(cascadeTexts);
  const { planId, activityId, lastDay } = answer;
  return (
    <>
      <Group gap="xs">
        {withUnit && <Text span>{answer.unitName}:</Text>}
        {planId !== null && activityId !== null ? (
          <>
            <Anchor
              renderRoot={(props) => (
                <Link {...props} to="/plans/$planId" params={{ planId }} search={{ activity: activityId }} />
              )}
            >
              {answer.activityName}
            </Anchor>
            <StateBadge
              tone={tones[outcomeOf(answer.progress)]}
              word={texts.outcomes[outcomeOf(answer.progress)]}
            />
          </>
        ) : (
          <DraftLink answer={answer} />
        )}
        {lastDay !== null && (
          <Text span size="sm" c="dimmed">
            {texts.lastDay(formatDate(lastDay))}
          </Text>
        )}
      </Group>
      <BelowLine below={answer.below} />
      {answer.isLater && lastDay !== null && askedUntil !== null && (
        <Text size="sm">{texts.isLater(formatDate(lastDay), formatDate(askedUntil))}</Text>
      )}
    </>
  );
}

/** How those further below stand, whom answering activities ask in their turn. */
export function BelowLine({ below }: { readonly below: BelowProgress | null }) {
  const texts = useTexts(cascadeTexts);
  const { language } = useLanguage();
  if (below === null) return null;
  const { asked, answered, done, late, behind } = below;
  const parts = [
    `${texts.answered.toLowerCase()} ${formatShare(answered, asked, language)}`,
    `${texts.done} ${done}`,
    `${texts.late} ${late}`,
    ...(behind === 0 ? [] : [`${texts.behind} ${behind}`]),
  ];
  return (
    <Text size="sm">
      {texts.below}: {parts.join(' · ')}
    </Text>
  );
}

function DraftLink({ answer: { draftId, amendmentId } }: { readonly answer: RequirementAnswer }) {
  const texts = useTexts(cascadeTexts);
  if (draftId !== null) {
    return (
      <Anchor renderRoot={(props) => <Link {...props} to="/plans/drafts/$draftId" params={{ draftId }} />}>
        {texts.inDraft}
      </Anchor>
    );
  }
  if (amendmentId === null) return null;
  return (
    <Anchor
      renderRoot={(props) => <Link {...props} to="/amendments/$amendmentId" params={{ amendmentId }} />}
    >
      {texts.inAmendment}
    </Anchor>
  );
}
