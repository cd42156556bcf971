import './hearing-page.css';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { HearingDetail } from '@opora/domain/decisions/hearing.ts';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { HearingBadge } from './hearing-badge.tsx';
import { hearingTexts } from './hearing-catalog.ts';
import { CancelHearing, MoveHearing } from './hearing-moves.tsx';
import { HearingList } from './hearings-page.tsx';
import { MinutesEditor } from './minutes-editor.tsx';
import { DecisionTasks, HearingFacts } from './hearing-facts.tsx';
import { ProtocolView } from './protocol-view.tsx';
import { useHearing, useHearings } from './use-hearings.ts';

const route = getRouteApi('/signed-in/hearings/$hearingId');

export function HearingPage() {
  const { hearingId } = route.useParams();
  const hearing = useHearing(hearingId);
  return <Loaded query={hearing}>{(loaded) => <OpenHearing key={loaded.id} hearing={loaded} />}</Loaded>;
}

/** One screen for the hearing of one school: what is known of it on the left, what is said and decided on the right. */
function OpenHearing({ hearing }: { readonly hearing: HearingDetail }) {
  const texts = useTexts(hearingTexts);
  const [open, setOpen] = useState<'move' | 'cancel' | null>(null);
  const purpose = [formatDate(hearing.onDate), hearing.startsAt, hearing.place, hearing.hostName];
  const mayChange = hearing.mayManage && hearing.state === 'planned';
  const own = hearing.tasks.filter(({ hearingId }) => hearingId === hearing.id);
  return (
    <Page
      title={texts.hearing(hearing.title, hearing.schoolName)}
      purpose={purpose.filter((part) => part !== null).join(' · ')}
      action={
        <Group>
          <HearingBadge state={hearing.state} />
          {mayChange && (
            <>
              <Button variant="default" size="xs" onClick={() => setOpen('move')}>
                {texts.move}
              </Button>
              <Button variant="default" size="xs" onClick={() => setOpen('cancel')}>
                {texts.cancel}
              </Button>
            </>
          )}
        </Group>
      }
    >
      {hearing.note !== null && <Alert color="gray">{texts.cancelled(hearing.note)}</Alert>}
      <div className="hearing">
        <HearingFacts hearing={hearing} />
        <Stack gap="lg" miw={0}>
          {hearing.minutes !== null && <MinutesEditor hearing={hearing} minutes={hearing.minutes} />}
          {own.length > 0 && (
            <Section title={texts.decisions}>
              <DecisionTasks tasks={own} />
            </Section>
          )}
          {hearing.protocols.length > 0 && <ProtocolView hearing={hearing} />}
          <SameDay hearing={hearing} />
        </Stack>
      </div>
      {open === 'move' && <MoveHearing hearing={hearing} onClose={() => setOpen(null)} />}
      {open === 'cancel' && <CancelHearing hearing={hearing} onClose={() => setOpen(null)} />}
    </Page>
  );
}

/** The other schools of the day, so that one hearing leads to the next. */
function SameDay({ hearing }: { readonly hearing: HearingDetail }) {
  const texts = useTexts(hearingTexts);
  const hearings = useHearings().data ?? [];
  const others = hearings.filter(({ id, onDate }) => onDate === hearing.onDate && id !== hearing.id);
  if (others.length === 0) return null;
  return (
    <Section title={texts.sameDay}>
      <Text size="sm" component="div" className="screen-only">
        <HearingList hearings={others} />
      </Text>
    </Section>
  );
}
