import './plain-list.css';
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { canSomewhere } from '@opora/domain/basics/can.ts';
import type { SchoolVerdictAnswer } from '@opora/domain/results/identification-contract.ts';
import { verdictTexts } from '@opora/domain/results/verdict-catalog.ts';
import { useMe } from '../accounts/use-me.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Section } from '../ui/section.tsx';
import { DisclosureList } from './disclosure-list.tsx';
import { RuleSummary } from './rule-summary.tsx';
import { runTexts } from './run-catalog.ts';
import { standingOf } from './run-words.ts';
import { useSchoolVerdicts } from './use-identification.ts';
import { VerdictBadge } from './verdict-badge.tsx';
import { VerdictReasons } from './verdict-reasons.tsx';

/** What approved lists say of the school, by which acts and why; nothing where there are none. */
export function SchoolVerdicts({ orgUnitId }: { readonly orgUnitId: string }) {
  const { data: me } = useMe();
  return me !== undefined && canSomewhere(me, 'identification.read') ? (
    <Verdicts orgUnitId={orgUnitId} />
  ) : null;
}

function Verdicts({ orgUnitId }: { readonly orgUnitId: string }) {
  const texts = useTexts(runTexts);
  const { data: answers = [] } = useSchoolVerdicts(orgUnitId);
  if (answers.length === 0) return null;
  return (
    <Section title={texts.ofSchool}>
      <ul className="plain-list">
        {answers.map((answer) => (
          <li key={answer.run.id}>
            <OneVerdict answer={answer} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OneVerdict({ answer }: { readonly answer: SchoolVerdictAnswer }) {
  const texts = useTexts(runTexts);
  const words = useTexts(verdictTexts);
  const { language } = useLanguage();
  const { run, verdict } = answer;
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text fw={600}>{run.year}</Text>
        <VerdictBadge verdict={verdict.verdict} />
        <Text size="sm">{words.certainties[verdict.certainty]}</Text>
        <Anchor size="sm" component={Link} to={`/results/runs/${run.id}`}>
          {texts.openList}
        </Anchor>
      </Group>
      <Text size="sm" c="dimmed">
        {[run.methodology.title, standingOf(run, language)].join(' · ')}
      </Text>
      <details>
        <summary>{texts.why}</summary>
        <Stack gap="sm" mt="xs">
          <RuleSummary rule={run.methodology} />
          <VerdictReasons answer={answer} />
          <DisclosureList disclosures={answer.disclosures} />
        </Stack>
      </details>
    </Stack>
  );
}
