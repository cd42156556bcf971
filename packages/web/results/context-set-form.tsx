import { Group, MultiSelect, NativeSelect } from '@mantine/core';
import { schoolYearStartOf } from '@opora/domain/basics/school-calendar.ts';
import { isSchool, type OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { ContextQuestion, ContextSet } from '@opora/domain/results/context-contract.ts';
import { settlementKinds } from '@opora/domain/results/settlement-kind.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { contextTexts } from './context-catalog.ts';

type ContextSetFormProps = {
  readonly question: ContextQuestion;
  readonly units: readonly OrgUnit[];
  readonly onChange: (change: Partial<ContextQuestion>) => void;
};

const setKinds = [
  'all',
  'territory',
  'settlement',
  'chosen',
] as const satisfies readonly ContextSet['kind'][];

/** Which schools an index is reckoned within, and by the passports of which year. */
export function ContextSetForm({ question, units, onChange }: ContextSetFormProps) {
  const texts = useTexts(contextTexts);
  const { set } = question;
  const municipalities = units.filter(({ kind }) => kind === 'municipality');
  const latest = schoolYearStartOf(today());
  const choose = (kind: string) => {
    const [first] = municipalities;
    if (kind === 'territory' && first !== undefined) onChange({ set: { kind, orgUnitId: first.id } });
    else if (kind === 'settlement') onChange({ set: { kind, settlement: 'village' } });
    else if (kind === 'chosen') onChange({ set: { kind, orgUnitIds: [] } });
    else onChange({ set: { kind: 'all' } });
  };
  return (
    <Group align="flex-start">
      <NativeSelect
        label={texts.schoolYear}
        value={question.schoolYear}
        data={[0, 1, 2, 3].map((back) => ({
          value: String(latest - back),
          label: texts.schoolYearName(latest - back),
        }))}
        onChange={(event) => onChange({ schoolYear: Number(event.currentTarget.value) })}
      />
      <NativeSelect
        label={texts.set}
        value={set.kind}
        data={setKinds.map((kind) => ({ value: kind, label: texts.sets[kind] }))}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {set.kind === 'territory' && (
        <NativeSelect
          label={texts.municipality}
          value={set.orgUnitId}
          data={municipalities.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          onChange={(event) => onChange({ set: { ...set, orgUnitId: event.currentTarget.value } })}
        />
      )}
      {set.kind === 'settlement' && (
        <NativeSelect
          label={texts.settlement}
          description={texts.settlementHint}
          inputWrapperOrder={['label', 'input', 'description']}
          maw={320}
          value={set.settlement}
          data={settlementKinds.map((kind) => ({ value: kind, label: texts.settlements[kind] }))}
          onChange={(event) =>
            onChange({
              set: { ...set, settlement: event.currentTarget.value === 'town' ? 'town' : 'village' },
            })
          }
        />
      )}
      {set.kind === 'chosen' && (
        <MultiSelect
          label={texts.schools}
          flex={1}
          miw={260}
          searchable
          value={set.orgUnitIds}
          data={units.filter(isSchool).map(({ id, shortName }) => ({ value: id, label: shortName }))}
          onChange={(orgUnitIds) => onChange({ set: { ...set, orgUnitIds } })}
        />
      )}
    </Group>
  );
}
