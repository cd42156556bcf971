import './instance-view.css';
import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { InstanceDetail } from '@opora/domain/plans/instance.ts';
import { standingReasons } from '@opora/domain/plans/standing-reasons.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { DateText } from '../ui/date-text.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { shownState } from './activity-state.ts';
import { AttendanceSection } from './attendance-section.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import { DecisionForm } from './decision-form.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { instanceTexts } from './instance-catalog.ts';
import { InstanceAssignee } from './instance-assignee.tsx';
import { InstanceDate } from './instance-date.tsx';
import { nameOf } from './instance-list.tsx';
import { InstanceQuestions } from './question-card.tsx';
import { MissedLook } from './missed-looks.tsx';
import { InstanceMoves } from './instance-moves.tsx';
import { plansTexts } from './plans-catalog.ts';
import { ShownBadge } from './shown-badge.tsx';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { momentText } from '../ui/moment-text.ts';
import { useInstance } from './use-instances.ts';

type InstanceViewProps = { readonly instanceId: string; readonly onBack: (() => void) | null };

/** One instance: where it stands, what proves it, and what the person may do with it now. */
export function InstanceView({ instanceId, onBack }: InstanceViewProps) {
  const instance = useInstance(instanceId);
  const texts = useTexts(instanceTexts);
  return (
    <Stack gap="sm">
      {onBack !== null && (
        <Anchor component="button" type="button" size="sm" ta="start" onClick={onBack}>
          ← {texts.backToActivity}
        </Anchor>
      )}
      <Loaded query={instance}>{(detail) => <Opened instance={detail} />}</Loaded>
    </Stack>
  );
}

function Opened({ instance }: { readonly instance: InstanceDetail }) {
  const texts = useTexts(instanceTexts);
  const { language } = useLanguage();
  const isDecided = instance.moves.includes('accept');
  const waits = instance.state === 'submitted';
  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <Title order={3} size="h5">
          {nameOf(instance, language)}
        </Title>
        <ShownBadge state={shownState(instance, today())} />
      </Group>
      <Due instance={instance} />
      <InstanceAssignee instance={instance} />
      <Reasons instance={instance} />
      {waits && <Text size="sm">{isDecided ? texts.waitsDecision : texts.ownWaits}</Text>}
      <InstanceDate instance={instance} />
      {instance.attendance !== null && (
        <AttendanceSection key={instance.version} instance={instance} attendance={instance.attendance} />
      )}
      {instance.mayGiveEvidence ? <ConfirmForm instance={instance} /> : <EvidenceList instance={instance} />}
      <MissedLook instance={instance} />
      <InstanceQuestions questions={instance.questions} />
      {isDecided && <DecisionForm instance={instance} />}
      <InstanceMoves instance={instance} />
      <Events instance={instance} />
    </>
  );
}

/** What whoever works on it has to know before anything else: what to mend, why it was put off, why nothing is asked. */
function Reasons({ instance }: { readonly instance: InstanceDetail }) {
  const texts = useTexts(instanceTexts);
  const { language } = useLanguage();
  return standingReasons(instance).map(({ move, note, by, at, dueOn }) => (
    <WaitsAlert
      key={move}
      title={dueOn === null ? texts.standing[move] : texts.postponedTo(formatDate(dueOn))}
    >
      {note}
      <Text size="xs">
        {by ?? texts.notSeen}, {momentText(at, language)}
      </Text>
    </WaitsAlert>
  ));
}

function Due({ instance }: { readonly instance: InstanceDetail }) {
  const texts = useTexts(instanceTexts);
  const { dueOn, printedDueOn } = instance;
  return (
    <Text size="sm">
      {dueOn === null ? (
        texts.undated
      ) : (
        <>
          {texts.dueOn}: <DateText date={dueOn} isRelative />
        </>
      )}
      {printedDueOn !== null &&
        printedDueOn !== dueOn &&
        ` (${texts.printedDueOn(formatDate(printedDueOn))})`}
      {instance.rounds > 0 && ` · ${texts.rounds(instance.rounds)}`}
    </Text>
  );
}

function Events({ instance }: { readonly instance: InstanceDetail }) {
  const texts = useTexts(instanceTexts);
  const { states } = useTexts(plansTexts);
  const { language } = useLanguage();
  if (instance.events.length === 0) return null;
  return (
    <details>
      <summary>{texts.history}</summary>
      <ul className="plain-list">
        {instance.events.toReversed().map((event) => (
          <li key={event.id} className="event">
            <Text size="sm">
              {event.from === event.to ? texts.setDate : states[event.to]}
              {event.dueOnAfter !== event.dueOnBefore &&
                event.dueOnAfter !== null &&
                `: ${formatDate(event.dueOnAfter)}`}
              {event.note !== null && event.note !== '' && ` — ${event.note}`}
            </Text>
            <Text size="xs" c="dimmed">
              {event.by ?? texts.notSeen}, {momentText(event.at, language)}
            </Text>
          </li>
        ))}
      </ul>
    </details>
  );
}
