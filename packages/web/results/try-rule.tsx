import './plain-list.css';
import { Anchor, Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { IdentificationRun } from '@opora/domain/results/identification-run.ts';
import { IdentificationRule } from '@opora/domain/results/methodology.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { useOrgUnits } from '../registry/use-registry.ts';
import { Loaded } from '../ui/loaded.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { ListDifferences } from './list-differences.tsx';
import { MethodologyForm } from './methodology-form.tsx';
import { RuleFields } from './rule-fields.tsx';
import { RuleSummary } from './rule-summary.tsx';
import { runTexts } from './run-catalog.ts';
import { countsOf } from './run-words.ts';
import { useMethodologies, useTriedRule } from './use-identification.ts';

/** How long nothing is typed before the rule is tried. */
const stillMs = 300;

/** Other thresholds, minimums and years on the numbers of this list: who would come and who would leave. */
export function TryRule({ run }: { readonly run: IdentificationRun }) {
  const texts = useTexts(runTexts);
  const { language } = useLanguage();
  const [rule, setRule] = useState(() => ruleOf(run));
  const [still] = useDebouncedValue(rule, stillMs);
  const tried = useTriedRule(run.id, still);
  const [isSaving, setSaving] = useState(false);
  const latest = useMethodologies().data?.find(
    ({ methodology }) => methodology.code === run.methodology.code,
  );
  const from = latest ?? {
    id: null,
    orgUnitId: null,
    madeBy: null,
    madeAt: null,
    methodology: run.methodology,
  };
  return (
    <Stack>
      <Text>{texts.tryNote}</Text>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Paper withBorder p="md">
          <RuleFields rule={rule} onChange={setRule} />
          <Group mt="md">
            <Button variant="default" disabled={!isOther(rule, run)} onClick={() => setSaving(true)}>
              {texts.saveRule}
            </Button>
          </Group>
        </Paper>
        <Stack gap="sm" aria-live="polite">
          <RuleSummary rule={rule} />
          <Loaded query={tried}>
            {(answer) => (
              <Stack gap="sm" opacity={tried.isPlaceholderData ? 0.6 : 1}>
                <Text fw={600}>{countsOf(answer.counts, language)}</Text>
                <ListDifferences {...answer} />
                {answer.untold.length > 0 && <UntoldSchools schools={answer.untold} />}
              </Stack>
            )}
          </Loaded>
        </Stack>
      </SimpleGrid>
      {isSaving && (
        <SidePanel title={texts.saveRule} onClose={() => setSaving(false)}>
          <MethodologyForm from={from} tried={rule} onDone={() => setSaving(false)} />
        </SidePanel>
      )}
    </Stack>
  );
}

const isOther = (rule: IdentificationRule, run: IdentificationRun): boolean =>
  JSON.stringify(IdentificationRule.parse(rule)) !== JSON.stringify(ruleOf(run));

/** Their verdict would follow from hidden numbers; by the names of schools. */
function UntoldSchools({ schools }: { readonly schools: readonly string[] }) {
  const texts = useTexts(runTexts);
  const units = useOrgUnits().data ?? [];
  const untold = new Set(schools);
  return (
    <details>
      <summary>{texts.untold(schools.length)}</summary>
      <Text size="sm">{texts.untoldNote}</Text>
      <ul className="plain-list">
        {units
          .filter(({ id }) => untold.has(id))
          .map(({ id, shortName }) => (
            <li key={id}>
              <Anchor size="sm" component={Link} to={`/schools/${id}`}>
                {shortName}
              </Anchor>
            </li>
          ))}
      </ul>
    </details>
  );
}

/** The rule without the name and sources of its methodology. */
function ruleOf({ methodology }: IdentificationRun): IdentificationRule {
  const {
    code: _code,
    version: _version,
    title: _title,
    standing: _standing,
    sources: _sources,
    ...rule
  } = methodology;
  return IdentificationRule.parse(rule);
}
