import { List, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import {
  countChanges,
  hasChanges,
  kindsOfChange,
  type PlanComparison,
} from '@opora/domain/plans/compare-plans.ts';
import { useTexts } from '../platform/language.tsx';
import { Section } from '../ui/section.tsx';
import { ChangedValue } from './changed-value.tsx';
import { ComparisonGrid, type ComparedProgress } from './comparison-grid.tsx';
import { planFieldText } from './change-words.ts';
import { editionTexts } from './edition-catalog.ts';

type ComparisonViewProps = {
  readonly comparison: PlanComparison;
  /** Null: only what the plan says is compared. */
  readonly progress: ComparedProgress | null;
};

/** What differs between two states of a plan: what it says of itself, its participants and sections, and row by row. */
export function ComparisonView({ comparison, progress }: ComparisonViewProps) {
  const texts = useTexts(editionTexts);
  const [isWhole, setWhole] = useState(false);
  const isSame = !hasChanges(comparison);
  const rows = comparison.activities.filter(
    (change) => isWhole || kindsOfChange(change).length > 0 || (progress?.hasChanged(change.id) ?? false),
  );
  return (
    <Stack gap="md">
      <Text role="status">
        {isSame ? texts.nothingChanged : texts.counts(countChanges(comparison.activities))}
      </Text>
      <FieldChanges comparison={comparison} />
      <SchoolChanges comparison={comparison} />
      <SectionChanges comparison={comparison} />
      <Section title={texts.activities}>
        <Switch
          checked={!isWhole}
          label={texts.onlyChanged}
          onChange={(event) => setWhole(!event.currentTarget.checked)}
          className="screen-only"
        />
        <ComparisonGrid comparison={comparison} rows={rows} progress={progress} />
      </Section>
    </Stack>
  );
}

function FieldChanges({ comparison }: { readonly comparison: PlanComparison }) {
  const texts = useTexts(editionTexts);
  // Who the printed controller is in this system is told by the name beside it.
  const fields = comparison.fields.filter(({ field }) => field !== 'controllerId');
  if (fields.length === 0) return null;
  return (
    <Section title={texts.planFields}>
      {fields.map((change) => (
        <div key={change.field}>
          <Text size="sm" c="dimmed">
            {texts.fields[change.field]}
          </Text>
          <ChangedValue from={planFieldText(change, 'from')} to={planFieldText(change, 'to')} />
        </div>
      ))}
    </Section>
  );
}

function SchoolChanges({ comparison }: { readonly comparison: PlanComparison }) {
  const texts = useTexts(editionTexts);
  const { schoolsAdded, schoolsRemoved } = comparison;
  if (schoolsAdded.length + schoolsRemoved.length === 0) return null;
  return (
    <Section title={texts.participants}>
      <List listStyleType="none">
        {schoolsAdded.map(({ id, name }) => (
          <List.Item key={id}>
            <ChangedValue from={null} to={`+ ${name}`} />
          </List.Item>
        ))}
        {schoolsRemoved.map(({ id, name }) => (
          <List.Item key={id}>
            <ChangedValue from={`− ${name}`} to={null} />
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

function SectionChanges({ comparison }: { readonly comparison: PlanComparison }) {
  const texts = useTexts(editionTexts);
  const changed = comparison.sections.filter((change) => kindsOfChange(change).length > 0);
  if (changed.length === 0) return null;
  return (
    <Section title={texts.sections}>
      {changed.map((change) => (
        <div key={change.id}>
          <Text size="sm" c="dimmed">
            {kindsOfChange(change)
              .map((kind) => texts.kinds[kind])
              .join(', ')}
          </Text>
          <ChangedValue from={change.from?.title ?? null} to={change.to?.title ?? null} />
        </div>
      ))}
    </Section>
  );
}
