import { Alert, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { formatPercent } from '@opora/domain/basics/format.ts';
import type { PassportEntry, SchoolPassportValue } from '@opora/domain/results/passport-contract.ts';
import { passportVariableTexts } from '@opora/domain/results/passport-variable-catalog.ts';
import {
  type PassportCode,
  passportCodes,
  type PassportGroup,
  passportGroup,
  passportGroups,
} from '@opora/domain/results/social-passport.ts';
import { useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { Section } from '../ui/section.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { passportTexts } from './passport-catalog.ts';
import { useSavePassport } from './use-passports.ts';

type PassportFormProps = {
  readonly orgUnitId: string;
  readonly schoolYear: number;
  readonly known: readonly SchoolPassportValue[];
};

const saveAfterMs = 700;

/** The passport of one school, saved as it is typed. */
export function PassportForm({ orgUnitId, schoolYear, known }: PassportFormProps) {
  const texts = useTexts(passportTexts);
  const words = useTexts(uiTexts);
  const save = useSavePassport(orgUnitId, schoolYear);
  return (
    <Section title={texts.form} purpose={texts.groupPurpose}>
      {passportGroups.map((group) => (
        <PassportGroupFields
          key={group}
          group={group}
          known={known.filter(({ variable }) => passportGroup(variable) === group)}
          onEntries={(entries) => save.mutate(entries)}
        />
      ))}
      <Text size="sm" role="status" c="dimmed">
        {save.isPending ? texts.saving : save.isSuccess ? texts.saved : ''}
      </Text>
      {save.error !== null && (
        <Alert color="red" role="alert">
          {messageOf(save.error, words.connectionLost)}
        </Alert>
      )}
    </Section>
  );
}

type GroupFieldsProps = {
  readonly group: PassportGroup;
  readonly known: readonly SchoolPassportValue[];
  readonly onEntries: (entries: PassportEntry[]) => void;
};

function PassportGroupFields({ group, known, onEntries }: GroupFieldsProps) {
  const texts = useTexts(passportTexts);
  const codes = passportCodes.filter((code) => passportGroup(code) === group);
  const knownOf = new Map(known.map((value) => [value.variable, value]));
  const [totalText, setTotalText] = useState(() => String(known[0]?.total ?? ''));
  const [typed, setTyped] = useState<Readonly<Partial<Record<PassportCode, string>>>>({});
  const total = wholeOf(totalText);
  const textOf = (code: PassportCode) => typed[code] ?? String(knownOf.get(code)?.count ?? '');
  // A new whole goes with every count that stands; a hidden one is not here to go with it.
  const send = useDebouncedCallback(
    () => {
      const touched = codes.filter(
        (code) => typed[code] !== undefined || (textOf(code) !== '' && knownOf.get(code)?.total !== total),
      );
      const entries = touched.flatMap((variable) => entryOf(variable, textOf(variable), total));
      if (entries.length > 0) onEntries(entries);
    },
    { delay: saveAfterMs, flushOnUnmount: true },
  );
  const typeTotal = (text: string) => {
    setTotalText(text);
    send();
  };
  const type = (code: PassportCode, text: string) => {
    setTyped({ ...typed, [code]: text });
    send();
  };
  const totalProblem = totalText !== '' && (total === null || total === 0) ? texts.notWhole : null;
  return (
    // The usual red of an error is too pale for its words.
    <Stack
      gap="sm"
      component="fieldset"
      bd={0}
      p={0}
      m={0}
      __vars={{ '--mantine-color-error': 'var(--mantine-color-red-9)' }}
    >
      <TextInput
        label={texts.groups[group]}
        inputMode="numeric"
        maw={220}
        value={totalText}
        error={totalProblem}
        onChange={(event) => typeTotal(event.currentTarget.value)}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        {codes.map((code) => (
          <VariableField
            key={code}
            code={code}
            text={textOf(code)}
            total={total}
            isHidden={knownOf.get(code)?.count === null && typed[code] === undefined}
            onType={(text) => type(code, text)}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

type VariableFieldProps = {
  readonly code: PassportCode;
  readonly text: string;
  readonly total: number | null;
  readonly isHidden: boolean;
  readonly onType: (text: string) => void;
};

function VariableField({ code, text, total, isHidden, onType }: VariableFieldProps) {
  const texts = useTexts(passportTexts);
  const names = useTexts(passportVariableTexts);
  const count = wholeOf(text);
  const problem = (() => {
    if (text.trim() === '') return null;
    if (count === null) return texts.notWhole;
    if (total === null || total === 0) return texts.totalFirst;
    return count > total ? texts.overTotal(total) : null;
  })();
  const share = count === null || total === null || problem !== null ? null : formatPercent(count, total);
  return (
    <Group gap="sm" align="flex-end" wrap="nowrap">
      <TextInput
        label={names[code]}
        description={isHidden ? texts.hiddenAbout : undefined}
        inputMode="numeric"
        flex={1}
        value={text}
        placeholder={isHidden ? texts.hidden : texts.noData}
        error={problem}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <Text size="sm" w={92} pb={8} ta="right">
        {share !== null && total !== null && `${texts.of(total)} · ${share}`}
      </Text>
    </Group>
  );
}

/** What may be sent of a field: nothing while it is wrong. */
function entryOf(variable: PassportCode, text: string, total: number | null): PassportEntry[] {
  if (text.trim() === '') return [{ variable, value: null }];
  const count = wholeOf(text);
  if (count === null || total === null || total === 0 || count > total) return [];
  return [{ variable, value: { count, total } }];
}

function wholeOf(text: string): number | null {
  const digits = text.replaceAll(/\s/g, '');
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}
