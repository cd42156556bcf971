import { Anchor, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate, formatShare } from '@opora/domain/basics/format.ts';
import { sumBelow } from '@opora/domain/cascade/requirement-progress.ts';
import type { OwnRequirement, PlanCascade } from '@opora/domain/cascade/cascade-contract.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { registryTexts } from '../registry/registry-catalog.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { cascadeTexts } from './cascade-catalog.ts';
import { AnswerLine, BelowLine } from './requirement-answers.tsx';
import { RequirementChanges } from './requirement-changes.tsx';
import { RequirementForm } from './requirement-form.tsx';
import { usePlanCascade } from './use-cascade.ts';

const route = getRouteApi('/signed-in/plans/$planId/requirements');

/** What a plan asks of those below, and how they stand. */
export function PlanCascadePage() {
  const { planId } = route.useParams();
  const cascade = usePlanCascade(planId);
  return <Loaded query={cascade}>{(loaded) => <Requirements cascade={loaded} />}</Loaded>;
}

type Opened = { readonly known: OwnRequirement | null } | null;

function Requirements({ cascade }: { readonly cascade: PlanCascade }) {
  const texts = useTexts(cascadeTexts);
  const { activity } = route.useSearch();
  // An address with an activity is how its panel asks for a new requirement.
  const [opened, setOpened] = useState<Opened>(activity === undefined ? null : { known: null });
  const { planId } = cascade;
  return (
    <Page
      title={texts.ownOf(cascade.planTitle)}
      purpose={texts.ownPurpose}
      action={
        <Group>
          <Anchor
            size="sm"
            renderRoot={(props) => <Link {...props} to="/plans/$planId" params={{ planId }} />}
          >
            {texts.toPlan}
          </Anchor>
          <Button onClick={() => setOpened({ known: null })}>{texts.add}</Button>
        </Group>
      }
    >
      {cascade.requirements.length === 0 && <Text>{texts.none}</Text>}
      <Stack maw={960}>
        {cascade.requirements.map((requirement) => (
          <RequirementCard
            key={requirement.id}
            requirement={requirement}
            onChange={() => setOpened({ known: requirement })}
          />
        ))}
      </Stack>
      {opened !== null && (
        <RequirementForm
          cascade={cascade}
          known={opened.known}
          activityId={activity ?? null}
          onClose={() => setOpened(null)}
        />
      )}
    </Page>
  );
}

type CardProps = { readonly requirement: OwnRequirement; readonly onChange: () => void };

function RequirementCard({ requirement, onChange }: CardProps) {
  const texts = useTexts(cascadeTexts);
  const { categories } = useTexts(registryTexts);
  const { language } = useLanguage();
  const { state, who, level, progress, answers } = requirement;
  const { asked, answered, done, late } = progress;
  const behind = answers.filter(({ seen }) => seen !== null);
  return (
    <Paper withBorder p="md" component="section" aria-label={requirement.activityName}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Title order={2} size="h5">
          {requirement.activityName}
        </Title>
        <Button
          size="compact-sm"
          variant="default"
          className="screen-only"
          style={{ flexShrink: 0 }}
          aria-label={texts.changeOf(requirement.activityName)}
          onClick={onChange}
        >
          {texts.change}
        </Button>
      </Group>
      <Text size="sm">
        {who.choice === 'category' ? texts.ofCategory(categories[who.category]) : texts.of[level][who.choice]}{' '}
        · {requirement.dueOn === null ? state.phrase : texts.until(formatDate(requirement.dueOn))}
      </Text>
      {state.expected.length > 0 && (
        <Text size="sm">
          {texts.expected}: {state.expected.join('; ')}
        </Text>
      )}
      {state.isCancelled ? (
        <Text c="dimmed">{texts.cancelled}</Text>
      ) : (
        <Text fw={600} mt="xs">
          {texts.answered}: {formatShare(answered, asked, language)} · {texts.done} {done} · {texts.late}{' '}
          {late}
        </Text>
      )}
      <BelowLine below={sumBelow(answers.flatMap(({ below }) => below ?? []))} />
      {requirement.gaps.length > 0 && (
        <Text size="sm">
          {texts.gaps(requirement.gaps.length)}: {namesOf(requirement, texts.more)}
        </Text>
      )}
      {requirement.declines.length > 0 && (
        <details>
          <summary>{texts.declines(requirement.declines.length)}</summary>
          <List size="sm" mt="xs">
            {requirement.declines.map(({ id, unitName, on, reason, isOutdated }) => (
              <List.Item key={id}>
                {texts.declinedBy(unitName, formatDate(on), reason)}
                {isOutdated && <strong>{` (${texts.outdated})`}</strong>}
              </List.Item>
            ))}
          </List>
        </details>
      )}
      {behind.length > 0 && (
        <details>
          <summary>
            {texts.changed(behind.length)}: {[...new Set(behind.map(({ unitName }) => unitName))].join(', ')}
          </summary>
          {behind.map(({ id, unitName, seen }) => (
            <div key={id}>
              <Text size="sm" fw={600} mt="xs">
                {unitName}
              </Text>
              {seen !== null && <RequirementChanges seen={seen} current={state} />}
            </div>
          ))}
        </details>
      )}
      {answers.length > 0 && (
        <details>
          <summary>{texts.answers(answers.length)}</summary>
          <List size="sm" mt="xs" spacing="xs">
            {answers.map((answer) => (
              <List.Item key={answer.id}>
                <AnswerLine answer={answer} askedUntil={requirement.lastDay} withUnit />
              </List.Item>
            ))}
          </List>
        </details>
      )}
    </Paper>
  );
}

/** More names than these are not read. */
const namesMax = 20;

function namesOf({ gaps }: OwnRequirement, more: (count: number) => string): string {
  const names = gaps.slice(0, namesMax).map(({ name }) => name);
  return [...names, ...(gaps.length > namesMax ? [more(gaps.length - namesMax)] : [])].join(', ');
}
