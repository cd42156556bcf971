import { Anchor, Group, Text } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { PlanEditions } from '@opora/domain/plans/editions-contract.ts';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { BeginAmendment } from './begin-amendment.tsx';
import { CompareMoments } from './compare-moments.tsx';
import { editionTexts } from './edition-catalog.ts';
import { EditionList } from './edition-list.tsx';
import { CompareForm, DayForm } from './moment-forms.tsx';
import { ParticipantQuestions } from './participant-questions.tsx';
import { PastPlan } from './past-plan.tsx';
import { useEditions, usePlanAt } from './use-editions.ts';
import type { PlanMoment } from './editions-search.ts';

const route = getRouteApi('/signed-in/plans/$planId/editions');

/** History of a plan: its editions, the plan on any day, and any two states of it beside each other. */
export function EditionsPage() {
  const { planId } = route.useParams();
  const { at } = route.useSearch();
  const editions = useEditions(planId);
  return (
    <Loaded query={editions}>
      {(loaded) => (at === undefined ? <Editions plan={loaded} /> : <AtMoment plan={loaded} moment={at} />)}
    </Loaded>
  );
}

function Editions({ plan }: { readonly plan: PlanEditions }) {
  const texts = useTexts(editionTexts);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { from, to } = search;
  return (
    <Page
      title={texts.editionsOf(plan.title)}
      purpose={texts.purpose}
      action={
        <Group>
          <Anchor component={Link} to={`/plans/${plan.planId}`}>
            {texts.toPlan}
          </Anchor>
          <BeginAmendment plan={plan} />
        </Group>
      }
    >
      <ParticipantQuestions questions={plan.participantQuestions} />
      <EditionList plan={plan} />
      <Section title={texts.onDay} purpose={texts.onDayHint}>
        <DayForm plan={plan} onShow={(day) => void navigate({ search: { at: day } })} />
      </Section>
      <Section title={texts.compareTitle} purpose={texts.compareHint}>
        <CompareForm
          key={`${from}-${to}`}
          plan={plan}
          first={from !== undefined && to !== undefined ? { from, to } : null}
          onCompare={(moments) => void navigate({ search: moments })}
        />
        {from !== undefined && to !== undefined && (
          <CompareMoments planId={plan.planId} from={from} to={to} />
        )}
      </Section>
    </Page>
  );
}

function AtMoment({ plan, moment }: { readonly plan: PlanEditions; readonly moment: PlanMoment }) {
  const texts = useTexts(editionTexts);
  const navigate = route.useNavigate();
  const past = usePlanAt(plan.planId, moment);
  const on = past.data?.on ?? (typeof moment === 'string' ? moment : null);
  const title = on === null ? texts.edition(Number(moment)) : texts.planOn(formatDate(on));
  return (
    <Page
      title={title}
      purpose={past.data?.definition.title ?? plan.title}
      action={
        <Group>
          <Anchor component={Link} to={`/plans/${plan.planId}/editions`}>
            {texts.toEditions}
          </Anchor>
          <Anchor component={Link} to={`/plans/${plan.planId}`}>
            {texts.toPlan}
          </Anchor>
        </Group>
      }
    >
      <DayForm key={on} plan={plan} first={on} onShow={(day) => void navigate({ search: { at: day } })} />
      <Loaded query={past}>
        {(loaded) => (
          <>
            <Text c="dimmed">{texts.planOnHint(loaded.edition.number)}</Text>
            <PastPlan plan={loaded} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
