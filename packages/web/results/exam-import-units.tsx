import { Button, Group, Paper, Select, Stack, Text } from '@mantine/core';
import type { ExamImportReview } from '@opora/domain/results/exam-import-contract.ts';
import { isSchool } from '@opora/domain/registry/org-unit.ts';
import { useMemo } from 'react';
import { useTexts } from '../platform/language.tsx';
import { useOrgUnits } from '../registry/use-registry.ts';
import { Section } from '../ui/section.tsx';
import { examImportTexts } from './exam-import-catalog.ts';

type Unit = ExamImportReview['units'][number];

type ExamImportUnitsProps = {
  readonly review: ExamImportReview;
  /** Null leaves the school out. */
  readonly onChoose: (key: string, orgUnitId: string | null) => void;
};

const waits = ({ how }: Unit): boolean => how === 'ambiguous' || how === 'unknown';

/** Whose results these are: first the names that a person has to say, then how the others were recognised. */
export function ExamImportUnits({ review, onChoose }: ExamImportUnitsProps) {
  const texts = useTexts(examImportTexts);
  const units = useOrgUnits().data;
  const schools = useMemo(
    () =>
      (units ?? []).filter(isSchool).map(({ id, shortName, settlement }) => ({
        value: id,
        label: settlement === null ? shortName : `${shortName}, ${settlement}`,
      })),
    [units],
  );
  if (review.unitCount === 0) return null;
  const asked = review.units.filter((unit) => waits(unit));
  const settled = review.units.filter((unit) => !waits(unit));
  return (
    <Section title={texts.whose} purpose={texts.whoseCounts(review.unitCount, review.waitingCount)}>
      {asked.map((unit) => (
        <UnitChoice key={unit.key} unit={unit} schools={schools} onChoose={onChoose} />
      ))}
      {settled.length > 0 && (
        <details>
          <summary>{texts.settled(review.unitCount - review.waitingCount)}</summary>
          <Stack gap="xs" mt="xs">
            {settled.map((unit) => (
              <SettledUnit key={unit.key} unit={unit} schools={schools} onChoose={onChoose} />
            ))}
          </Stack>
        </details>
      )}
    </Section>
  );
}

type ChoiceProps = {
  readonly unit: Unit;
  readonly schools: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: ExamImportUnitsProps['onChoose'];
};

const nameOf = ({ login, name, territory }: Unit): string =>
  [name, login, territory].filter((part) => part !== null && part !== '').join(' · ');

function UnitChoice({ unit, schools, onChoose }: ChoiceProps) {
  const texts = useTexts(examImportTexts);
  const likely = unit.candidates.map(({ id, name, about }) => ({ value: id, label: `${name} (${about})` }));
  const others = schools.filter(({ value }) => unit.candidates.every(({ id }) => id !== value));
  const nameless = texts.nameless;
  return (
    <Paper withBorder p="sm">
      <Group align="flex-end" gap="sm">
        <Select
          style={{ flex: '1 1 16rem' }}
          label={nameOf(unit) === '' ? nameless : nameOf(unit)}
          description={unit.how === 'ambiguous' ? texts.ambiguous : texts.unknownUnit}
          placeholder={texts.choose}
          data={
            likely.length === 0
              ? [...others]
              : [
                  { group: texts.likely, items: likely },
                  { group: texts.others, items: [...others] },
                ]
          }
          value={unit.orgUnitId}
          searchable
          limit={60}
          nothingFoundMessage={texts.nobody}
          onChange={(id) => id !== null && onChoose(unit.key, id)}
        />
        <Button variant="default" onClick={() => onChoose(unit.key, null)}>
          {texts.leaveOut}
        </Button>
      </Group>
    </Paper>
  );
}

function SettledUnit({ unit, schools, onChoose }: ChoiceProps) {
  const texts = useTexts(examImportTexts);
  if (unit.how === 'left-out' || unit.how === 'ambiguous' || unit.how === 'unknown') {
    return <UnitChoice unit={unit} schools={schools} onChoose={onChoose} />;
  }
  return (
    <Text size="sm">{texts.settledUnit(nameOf(unit), unit.orgUnitName ?? '', texts.how[unit.how])}</Text>
  );
}
