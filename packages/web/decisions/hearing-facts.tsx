import { Anchor, Group, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatDate, formatShare } from '@opora/domain/basics/format.ts';
import type { DecisionTask, HearingDetail } from '@opora/domain/decisions/hearing.ts';
import type { MonthDynamics } from '@opora/domain/decisions/month-dynamics.ts';
import { progressParts } from '@opora/domain/plans/progress-parts.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { shownState } from '../plans/activity-state.ts';
import { monthTitle } from '../plans/month-title.ts';
import { SchoolDocuments } from '../plans/school-documents.tsx';
import { SchoolInstances } from '../plans/school-instances.tsx';
import { ShownBadge } from '../plans/shown-badge.tsx';
import { useSchoolCycle } from '../plans/use-school-cycle.ts';
import { registryTexts } from '../registry/registry-catalog.ts';
import { Requisites } from '../registry/requisites.tsx';
import { DateText } from '../ui/date-text.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/section.tsx';
import { hearingTexts } from './hearing-catalog.ts';

/** What is known of the school on the day of its hearing. */
export function HearingFacts({ hearing }: { readonly hearing: HearingDetail }) {
  const texts = useTexts(hearingTexts);
  const previous = hearing.tasks.filter(({ hearingId }) => hearingId !== hearing.id);
  return (
    <Stack gap="lg" miw={0}>
      <Section title={texts.requisites}>
        <Anchor component={Link} to={`/schools/${hearing.schoolId}`}>
          {hearing.school.name}
        </Anchor>
        <Requisites unit={hearing.school} />
        <Categories hearing={hearing} />
      </Section>
      <Section title={texts.risks}>
        <Text c="dimmed">{texts.noRisks}</Text>
      </Section>
      <Section title={texts.terms}>
        <Terms schoolId={hearing.schoolId} />
      </Section>
      <Section title={texts.dynamics} purpose={texts.dynamicsPurpose}>
        <Dynamics months={hearing.dynamics} />
      </Section>
      <Section title={texts.previous}>
        {previous.length === 0 ? (
          <Text c="dimmed">{texts.noPrevious}</Text>
        ) : (
          <DecisionTasks tasks={previous} />
        )}
      </Section>
      <Section title={texts.documents}>
        <SchoolDocuments orgUnitId={hearing.schoolId} />
      </Section>
    </Stack>
  );
}

function Categories({ hearing }: { readonly hearing: HearingDetail }) {
  const texts = useTexts(hearingTexts);
  const words = useTexts(registryTexts);
  const known = hearing.categories.filter(({ untilOn }) => untilOn === null || untilOn >= hearing.onDate);
  if (known.length === 0) return <Text c="dimmed">{texts.noCategories}</Text>;
  return (
    <ul className="plain-list">
      {known.map(({ id, category, actNumber, actOn }) => (
        <li key={id}>
          {words.categoryNames[category]}
          {actNumber !== null && actOn !== null && ` · ${words.actOf(actNumber, formatDate(actOn))}`}
        </li>
      ))}
    </ul>
  );
}

function Terms({ schoolId }: { readonly schoolId: string }) {
  const cycle = useSchoolCycle(schoolId);
  return (
    <Loaded query={cycle}>
      {({ counts, late }) => <SchoolInstances orgUnitId={schoolId} parts={progressParts(counts, late)} />}
    </Loaded>
  );
}

/** Each month as a row of numbers with its bar: the table is the text of the chart. */
function Dynamics({ months }: { readonly months: readonly MonthDynamics[] }) {
  const texts = useTexts(hearingTexts);
  const { language } = useLanguage();
  if (months.length === 0) return <Text c="dimmed">{texts.noDynamics}</Text>;
  const share = (done: number, total: number) => (total === 0 ? '—' : formatShare(done, total, language));
  const hasMean = months.some(({ all }) => all !== null);
  return (
    <Table.ScrollContainer minWidth={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <table className="dynamics">
        <thead>
          <tr>
            <th scope="col">{texts.month}</th>
            <td aria-hidden />
            <th scope="col">{texts.planned}</th>
            <th scope="col">{texts.accepted}</th>
            <th scope="col">{texts.late}</th>
            {hasMean && <th scope="col">{texts.mean}</th>}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row">{monthTitle(month.month, language)}</th>
              <td aria-hidden>
                <Bar month={month} />
              </td>
              <td>{month.planned}</td>
              <td>{share(month.accepted, month.planned)}</td>
              <td>{month.late}</td>
              {hasMean && <td>{month.all === null ? '—' : share(month.all.done, month.all.total)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Table.ScrollContainer>
  );
}

function Bar({ month: { planned, accepted, late, all } }: { readonly month: MonthDynamics }) {
  if (planned === 0) return null;
  const wide = (part: number, whole: number) => `${(100 * part) / whole}%`;
  return (
    <div className="dynamics-bar">
      <span data-part="accepted" style={{ width: wide(accepted, planned) }} />
      <span data-part="late" style={{ width: wide(late, planned) }} />
      {all !== null && all.total > 0 && <span data-part="mean" style={{ left: wide(all.done, all.total) }} />}
    </div>
  );
}

/** Decisions as tasks, each leading to where it is reported and accepted. */
export function DecisionTasks({ tasks }: { readonly tasks: readonly DecisionTask[] }) {
  const texts = useTexts(hearingTexts);
  return (
    <ul className="due-list">
      {tasks.map((task) => (
        <li key={task.instanceId}>
          <Group justify="space-between" gap="xs" align="flex-start">
            <Anchor
              component={Link}
              to={`/plans/${task.planId}?activity=${task.activityId}&instance=${task.instanceId}`}
              flex="1 1 240px"
            >
              {task.no} {task.text}
            </Anchor>
            <ShownBadge state={shownState(task, today())} />
          </Group>
          <Text size="sm" c="dimmed">
            {texts.of(formatDate(task.heldOn), task.protocolNumber)} · {task.responsible} ·{' '}
            {task.dueOn === null ? (
              task.deadline
            ) : (
              <DateText date={task.dueOn} isRelative={task.state !== 'accepted'} />
            )}
          </Text>
        </li>
      ))}
    </ul>
  );
}
