import { Alert, Group, Select } from '@mantine/core';
import { isDiagnostic } from '@opora/domain/results/exam-kind.ts';
import { procedureWords } from '@opora/domain/results/verdict-catalog.ts';
import { procedureKey } from '@opora/domain/results/procedure.ts';
import type { ProcedureYears } from '@opora/domain/results/results-contract.ts';
import type { Procedure } from '@opora/domain/results/procedure.ts';
import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { resultsTexts } from './results-catalog.ts';
import type { ResultsSearch } from './results-search.ts';

type ProcedureChoiceProps = {
  readonly procedures: readonly ProcedureYears[];
  readonly chosen: Procedure & { readonly year: number };
  readonly onChoose: (search: ResultsSearch) => void;
  readonly children?: ReactNode;
};

/** The choice of procedure and year, and what the law says of the chosen one. */
export function ProcedureChoice({ procedures, chosen, onChoose, children }: ProcedureChoiceProps) {
  const texts = useTexts(resultsTexts);
  const nameOf = useProcedureName();
  const key = procedureKey(chosen);
  const years = procedures.find((each) => procedureKey(each) === key)?.years ?? [];
  return (
    <>
      <Group align="flex-end" className="screen-only">
        <Select
          label={texts.procedure}
          w={290}
          allowDeselect={false}
          value={key}
          data={procedures.map((each) => ({ value: procedureKey(each), label: nameOf(each) }))}
          onChange={(value) => {
            const found = procedures.find((each) => procedureKey(each) === value);
            if (found === undefined) return;
            const { kind, grade, subject } = found;
            onChoose({ kind, grade, subject, year: chosen.year });
          }}
        />
        <Select
          label={texts.year}
          w={110}
          allowDeselect={false}
          value={String(chosen.year)}
          data={years.toReversed().map(String)}
          onChange={(year) => {
            const { kind, grade, subject } = chosen;
            onChoose({ kind, grade, subject, year: Number(year) });
          }}
        />
        {children}
      </Group>
      {isDiagnostic(chosen.kind) && (
        <Alert
          variant="light"
          p="xs"
          title={<StateBadge tone="current" word={`${chosen.kind}: ${texts.diagnostic}`} />}
        >
          {texts.diagnosticWhy}
        </Alert>
      )}
    </>
  );
}

/** «ОГЭ, 9 класс, математика»; what diagnoses says so wherever it is named. */
export function useProcedureName(): (procedure: Procedure) => string {
  const { language } = useLanguage();
  return (procedure) => procedureWords(procedure, language);
}
