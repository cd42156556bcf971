import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NativeSelect,
  NumberInput,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { SchoolType } from '@opora/domain/registry/school-type.ts';
import { schoolTypeTexts } from '@opora/domain/registry/school-type-catalog.ts';
import {
  Combination,
  type IdentificationRule,
  type ProcedureChoice,
} from '@opora/domain/results/methodology.ts';
import { useTexts } from '../platform/language.tsx';
import { ruleTexts } from './rule-catalog.ts';

type RuleFieldsProps = {
  readonly rule: IdentificationRule;
  readonly onChange: (changed: IdentificationRule) => void;
};

type NumberPart = 'minParticipants' | 'yearsPooled' | 'minProceduresInYear' | 'repeatYears';
const bounds: Record<NumberPart, readonly [number, number]> = {
  minParticipants: [0, 1_000_000],
  yearsPooled: [1, 3],
  minProceduresInYear: [1, 100],
  repeatYears: [1, 10],
};

/** Every number and choice of a rule. What does not fit is not taken: the rule is always one that can be applied. */
export function RuleFields({ rule, onChange }: RuleFieldsProps) {
  const texts = useTexts(ruleTexts);
  const types = useTexts(schoolTypeTexts);
  const number = (part: NumberPart) => (
    <NumberInput
      label={texts.parts[part]}
      min={bounds[part][0]}
      max={bounds[part][1]}
      allowDecimal={false}
      clampBehavior="strict"
      value={rule[part]}
      onChange={(value) => typeof value === 'number' && onChange({ ...rule, [part]: value })}
    />
  );
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NumberInput
          label={texts.parts.threshold}
          min={0.1}
          max={100}
          decimalScale={2}
          decimalSeparator=","
          value={Math.round(rule.threshold * 10_000) / 100}
          onChange={(value) => {
            // In hundredths of a percent, as it is typed: 0.3 is 3 of 10 exactly.
            const threshold = Math.round(Number(value) * 100) / 10_000;
            if (value !== '' && threshold > 0 && threshold <= 1) onChange({ ...rule, threshold });
          }}
        />
        {number('minParticipants')}
        <NativeSelect
          label={texts.parts.combine}
          value={rule.combine}
          data={Combination.options.map((value) => ({ value, label: texts.combines[value] }))}
          onChange={(event) => onChange({ ...rule, combine: Combination.parse(event.currentTarget.value) })}
        />
        {rule.combine !== 'b' && number('minProceduresInYear')}
        {rule.combine !== 'a' && number('repeatYears')}
        {number('yearsPooled')}
        {rule.yearsPooled > 1 && (
          <NumberInput
            label={texts.parts.poolOnlyUnder}
            description={texts.poolOnlyUnderHint}
            min={1}
            max={1_000_000}
            allowDecimal={false}
            value={rule.poolOnlyUnder ?? ''}
            onChange={(value) => {
              const { poolOnlyUnder: _before, ...rest } = rule;
              onChange(typeof value === 'number' && value > 0 ? { ...rest, poolOnlyUnder: value } : rest);
            }}
          />
        )}
      </SimpleGrid>
      <MultiSelect
        label={texts.parts.excludedTypes}
        data={SchoolType.options.map((value) => ({ value, label: types.many[value] }))}
        value={rule.excludedTypes ?? []}
        onChange={(values) =>
          onChange({ ...rule, excludedTypes: values.map((value) => SchoolType.parse(value)) })
        }
      />
      <ProcedureChoices
        choices={rule.procedures ?? null}
        onChange={(procedures) => {
          const { procedures: _before, ...rest } = rule;
          onChange(procedures === null ? rest : { ...rest, procedures });
        }}
      />
    </Stack>
  );
}

type ProcedureChoicesProps = {
  /** Null: all. */
  readonly choices: ProcedureChoice[] | null;
  readonly onChange: (choices: ProcedureChoice[] | null) => void;
};

function ProcedureChoices({ choices, onChange }: ProcedureChoicesProps) {
  const texts = useTexts(ruleTexts);
  const first: ProcedureChoice = { procedure: 'ОГЭ', grades: [9] };
  const put = (at: number, choice: ProcedureChoice) => onChange(choices?.with(at, choice) ?? null);
  return (
    <Stack
      gap="xs"
      component="fieldset"
      m={0}
      p="sm"
      style={{ border: '1px solid var(--mantine-color-default-border)', borderRadius: 4 }}
    >
      <legend>{texts.parts.procedures}</legend>
      <Checkbox
        label={texts.allProcedures}
        checked={choices === null}
        onChange={(event) => onChange(event.currentTarget.checked ? null : [first])}
      />
      {choices?.map((choice, at) => (
        // Choices have no names of their own: when one goes, the others are drawn anew from what they are.
        <Group key={`${choices.length}-${at}`} align="flex-end" gap="xs" wrap="wrap">
          <ProcedureRow choice={choice} onChange={(changed) => put(at, changed)} />
          {choices.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={texts.removeProcedure(choice.procedure)}
              onClick={() => onChange(choices.toSpliced(at, 1))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {choices !== null && (
        <Group>
          <Button size="compact-sm" variant="default" onClick={() => onChange([...choices, first])}>
            {texts.addProcedure}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

type ProcedureRowProps = {
  readonly choice: ProcedureChoice;
  readonly onChange: (choice: ProcedureChoice) => void;
};

/** Lists are typed with commas: what is typed stays as it is until it is another choice. */
function ProcedureRow({ choice, onChange }: ProcedureRowProps) {
  const texts = useTexts(ruleTexts);
  const [typed, setTyped] = useState({
    procedure: choice.procedure,
    grades: choice.grades?.join(', ') ?? '',
    subjects: choice.subjects?.join(', ') ?? '',
  });
  const grades = listOf(typed.grades).map(Number);
  const isWrong = grades.some((grade) => !Number.isInteger(grade) || grade < 1 || grade > 12);
  const change = (changes: Partial<typeof typed>) => {
    const next = { ...typed, ...changes };
    setTyped(next);
    const numbers = listOf(next.grades).map(Number);
    const subjects = listOf(next.subjects);
    if (next.procedure.trim() === '') return;
    if (numbers.some((grade) => !Number.isInteger(grade) || grade < 1 || grade > 12)) return;
    onChange({
      procedure: next.procedure.trim(),
      ...(numbers.length === 0 ? {} : { grades: numbers }),
      ...(subjects.length === 0 ? {} : { subjects }),
    });
  };
  return (
    <>
      <TextInput
        label={texts.kind}
        w={90}
        value={typed.procedure}
        error={typed.procedure.trim() === ''}
        onChange={(event) => change({ procedure: event.currentTarget.value })}
      />
      <TextInput
        label={texts.grades}
        w={110}
        placeholder={texts.gradesHint}
        value={typed.grades}
        error={isWrong && texts.wrong}
        onChange={(event) => change({ grades: event.currentTarget.value })}
      />
      <TextInput
        label={texts.subjects}
        miw={160}
        flex={1}
        placeholder={texts.gradesHint}
        value={typed.subjects}
        onChange={(event) => change({ subjects: event.currentTarget.value })}
      />
    </>
  );
}

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
