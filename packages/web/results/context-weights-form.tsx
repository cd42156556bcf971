import { Alert, Button, Group, NativeSelect, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { can } from '@opora/domain/basics/can.ts';
import type { ContextWeights } from '@opora/domain/results/context-contract.ts';
import { passportVariableTexts } from '@opora/domain/results/passport-variable-catalog.ts';
import { expectedSigns, passportCodes } from '@opora/domain/results/social-passport.ts';
import { useState } from 'react';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { contextTexts } from './context-catalog.ts';
import { useSaveWeightSet, useWeightSets } from './use-context.ts';

type ContextWeightsFormProps = {
  readonly weights: ContextWeights;
  readonly units: readonly OrgUnit[];
  readonly onChange: (weights: ContextWeights) => void;
};

const isSame = (one: ContextWeights, other: ContextWeights): boolean =>
  passportCodes.every((code) => (one[code] ?? 0) === (other[code] ?? 0));

/** Weights of the index: taken from a kept version, changed for a look, kept as the next version. */
export function ContextWeightsForm({ weights, units, onChange }: ContextWeightsFormProps) {
  const texts = useTexts(contextTexts);
  const names = useTexts(passportVariableTexts);
  const { data: sets = [] } = useWeightSets();
  const unitName = (id: string) => units.find((unit) => unit.id === id)?.shortName ?? '';
  const known = sets.find((set) => isSame(set.weights, weights));
  const value = isSame(weights, expectedSigns) ? 'expected' : (known?.id ?? 'changed');
  const options = [
    { value: 'expected', label: texts.expected },
    ...sets.map(({ id, title, version, orgUnitId }) => ({
      value: id,
      label: texts.versionOf(title, version, unitName(orgUnitId)),
    })),
    ...(value === 'changed' ? [{ value, label: texts.weightsChanged }] : []),
  ];
  return (
    <Stack gap="sm">
      <NativeSelect
        label={texts.weightsFrom}
        maw={460}
        value={value}
        data={options}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onChange(sets.find(({ id }) => id === chosen)?.weights ?? expectedSigns);
        }}
      />
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {passportCodes.map((code) => (
          <NumberInput
            key={code}
            label={names[code]}
            value={weights[code] ?? 0}
            min={-10}
            max={10}
            step={0.5}
            decimalScale={2}
            decimalSeparator=","
            onChange={(next) => onChange({ ...weights, [code]: Number(next) || 0 })}
          />
        ))}
      </SimpleGrid>
      {value === 'changed' && <KeepWeights weights={weights} units={units} />}
    </Stack>
  );
}

function KeepWeights({ weights, units }: Omit<ContextWeightsFormProps, 'onChange'>) {
  const texts = useTexts(contextTexts);
  const words = useTexts(uiTexts);
  const { data: me } = useMe();
  const save = useSaveWeightSet();
  const owners = units.filter(
    (unit) =>
      (unit.kind === 'region' || unit.kind === 'municipality') &&
      me !== undefined &&
      can(me, 'identification.manage', unit),
  );
  const [title, setTitle] = useState('');
  const [source, setSource] = useState('');
  const [owner, setOwner] = useState(owners[0]?.id ?? '');
  if (owners.length === 0) return null;
  const isComplete = title.trim() !== '' && source.trim() !== '';
  return (
    <Stack gap="sm">
      <Group align="flex-end">
        <NativeSelect
          label={texts.weightsUnit}
          value={owner}
          data={owners.map(({ id, shortName }) => ({ value: id, label: shortName }))}
          onChange={(event) => setOwner(event.currentTarget.value)}
        />
        <TextInput
          label={texts.weightsTitle}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          label={texts.weightsSource}
          flex={1}
          miw={220}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={!isComplete}
          loading={save.isPending}
          onClick={() =>
            save.mutate(
              { orgUnitId: owner, title, source, weights },
              { onSuccess: () => notify(texts.weightsKept) },
            )
          }
        >
          {texts.keepWeights}
        </Button>
      </Group>
      {save.error !== null && (
        <Alert color="red" role="alert">
          {messageOf(save.error, words.connectionLost)}
        </Alert>
      )}
    </Stack>
  );
}
