import { NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { formulaProblemTexts } from '@opora/domain/indicators/formula-problem-catalog.ts';
import { formulaWords } from '@opora/domain/indicators/formula-words.ts';
import { indicatorTexts } from '@opora/domain/indicators/indicator-catalog.ts';
import type { IndicatorFields } from '@opora/domain/indicators/indicator-contract.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { parseFormula } from '@opora/domain/indicators/parse-formula.ts';
import { useId } from 'react';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { indicatorPageTexts } from './indicator-page-catalog.ts';

type IndicatorFormulaProps = {
  readonly fields: IndicatorFields;
  readonly known: ReadonlyMap<string, Indicator>;
  readonly onChange: (patch: Partial<IndicatorFields>) => void;
};

/** Asked or computed; a formula is read while it is written, with its fault beside it or the words it reads as. */
export function IndicatorFormula({ fields, known, onChange }: IndicatorFormulaProps) {
  const texts = useTexts(indicatorPageTexts);
  const words = useTexts(indicatorTexts);
  const problems = useTexts(formulaProblemTexts);
  const { language } = useLanguage();
  const faultId = useId();
  const formula = fields.origin.kind === 'computed' ? fields.origin.formula : null;
  const parsed = formula === null || formula.trim() === '' ? null : parseFormula(formula, known);
  const problem = parsed?.problem ?? null;
  const read = parsed?.formula ?? null;
  const unit = read?.type.unit ?? fields.unit;
  const unitFault =
    unit === fields.unit
      ? null
      : problems['unit-differs'](
          `${unit === 'number' ? texts.aNumber : words.units[unit]} ≠ ${words.units[fields.unit]}`,
        );
  const fault =
    problem === null ? unitFault : `${problems[problem.code](problem.text)} (${texts.at(problem.from)})`;
  return (
    <Stack gap="xs">
      <NativeSelect
        label={texts.origin}
        value={fields.origin.kind}
        data={(['asked', 'computed'] as const).map((value) => ({ value, label: words.origins[value] }))}
        onChange={({ currentTarget }) =>
          onChange({
            origin:
              currentTarget.value === 'computed' ? { kind: 'computed', formula: '' } : { kind: 'asked' },
          })
        }
      />
      {formula !== null && (
        <Textarea
          label={texts.formula}
          description={texts.formulaHint}
          value={formula}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : faultId}
          autosize
          required
          spellCheck={false}
          onChange={({ currentTarget }) =>
            onChange({ origin: { kind: 'computed', formula: currentTarget.value } })
          }
        />
      )}
      {fault !== null && (
        <Text size="sm" c="var(--opora-late)" id={faultId} role="status">
          {fault}
        </Text>
      )}
      {read !== null && fault === null && (
        <Text size="sm">{texts.formulaGives(formulaWords(read, known, language))}</Text>
      )}
    </Stack>
  );
}
