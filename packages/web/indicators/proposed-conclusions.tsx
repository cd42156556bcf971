import { Badge, Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { numberIn, numbersOfProposal } from '@opora/domain/indicators/conclusion-numbers.ts';
import type {
  Conclusion,
  ConclusionAnswer,
  ConclusionNumber,
  Dynamics,
} from '@opora/domain/indicators/dynamics-contract.ts';
import { dynamicsTexts } from '@opora/domain/indicators/dynamics-catalog.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { conclusionWords } from '@opora/domain/indicators/dynamics-words.ts';
import { periodName } from '@opora/domain/indicators/period-catalog.ts';
import type { ProposedConclusion } from '@opora/domain/indicators/propose-conclusions.ts';
import { conclusionsOf, type ReadRow } from '@opora/domain/indicators/read-dynamics.ts';
import { periodOfCode } from '@opora/domain/indicators/report-period.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Refused } from '../ui/refused.tsx';
import { ConclusionNumbers } from './conclusion-numbers.tsx';
import { dynamicsPageTexts } from './dynamics-page-catalog.ts';
import { useConclusions, useKeepConclusion } from './use-dynamics.ts';

type ProposedConclusionsProps = { readonly dynamics: Dynamics; readonly read: readonly ReadRow[] };

/** What the rules propose and what a person made of it; kept ones stay when the numbers behind them change. */
export function ProposedConclusions({ dynamics, read }: ProposedConclusionsProps) {
  const texts = useTexts(dynamicsPageTexts);
  const words = useTexts(dynamicsTexts);
  const query = useConclusions(dynamics.unit.id);
  const proposals = conclusionsOf(read);
  return (
    <Stack gap="sm">
      <Text>{texts.conclusionsAbout}</Text>
      <Loaded query={query}>
        {(answer) => <Listed answer={answer} proposals={proposals} dynamics={dynamics} />}
      </Loaded>
      <Text size="sm" c="dimmed">
        {words.causeSource}
      </Text>
    </Stack>
  );
}

type ListedProps = {
  readonly answer: ConclusionAnswer;
  readonly proposals: readonly ProposedConclusion[];
  readonly dynamics: Dynamics;
};

function Listed({ answer: { kept, mayKeep, indicators }, proposals, dynamics }: ListedProps) {
  const texts = useTexts(dynamicsPageTexts);
  const { language } = useLanguage();
  const shown = new Set(dynamics.indicators.map(({ code }) => code));
  const keyOf = (one: { readonly indicator: string; readonly period: string; readonly finding: string }) =>
    `${one.indicator} ${one.period} ${one.finding}`;
  const ofProposals = proposals.map((proposal) => {
    const key = { indicator: proposal.code, period: proposal.to.period, finding: proposal.finding };
    const numbers = numbersOfProposal(dynamics, proposal);
    return { ...key, ...conclusionWords(proposal, dynamics.indicators, language), numbers };
  });
  const earlier = kept
    .filter((one) => shown.has(one.indicator) && !ofProposals.some((each) => keyOf(each) === keyOf(one)))
    .map((one) => ({ ...one, numbers: numbersNow(one, dynamics) }));
  const all = [...ofProposals, ...earlier];
  if (all.length === 0) return <Text>{texts.noConclusions}</Text>;
  return all.map((one) => (
    <ConclusionForm
      key={`${dynamics.unit.id} ${keyOf(one)}`}
      orgUnitId={dynamics.unit.id}
      proposal={one}
      kept={kept.find((each) => keyOf(each) === keyOf(one)) ?? null}
      mayKeep={mayKeep}
      indicators={indicators}
    />
  ));
}

/** Of one that the rules would not propose today: what it was drawn from, as that is shown now. */
function numbersNow({ indicator, period, numbers }: Conclusion, dynamics: Dynamics): ConclusionNumber[] {
  if (numbers.length === 0) return [numberIn(dynamics, { indicator, period, of: 'own' })];
  return numbers.map(({ was: _was, now, versionsNow, ...key }) => ({
    ...key,
    value: now,
    versions: versionsNow,
  }));
}

type ConclusionFormProps = {
  readonly orgUnitId: string;
  readonly proposal: Pick<Conclusion, 'indicator' | 'period' | 'finding' | 'text' | 'cause'> & {
    readonly numbers: readonly ConclusionNumber[];
  };
  readonly kept: Conclusion | null;
  readonly mayKeep: boolean;
  readonly indicators: readonly Indicator[];
};

function ConclusionForm({ orgUnitId, proposal, kept, mayKeep, indicators }: ConclusionFormProps) {
  const texts = useTexts(dynamicsPageTexts);
  const words = useTexts(dynamicsTexts);
  const { language } = useLanguage();
  const [text, setText] = useState(kept?.text ?? proposal.text);
  const [cause, setCause] = useState(kept?.cause ?? proposal.cause);
  const keep = useKeepConclusion(orgUnitId);
  const { indicator, period, finding } = proposal;
  const save = (state: Conclusion['state']) =>
    keep.mutate({
      orgUnitId,
      indicator,
      period,
      finding,
      text,
      cause,
      state,
      numbers: [...proposal.numbers],
      version: kept?.version ?? 0,
    });
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {`${words.findings[finding]} · ${periodName(periodOfCode(period), language)}`}
          </Text>
          {kept !== null && (
            <Badge variant="outline" tt="none">
              {`${texts[kept.state]}${kept.by === '' ? '' : ` · ${kept.by}`}`}
            </Badge>
          )}
        </Group>
        <Textarea
          label={texts.text}
          autosize
          readOnly={!mayKeep}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Textarea
          label={texts.cause}
          autosize
          readOnly={!mayKeep}
          value={cause}
          onChange={(event) => setCause(event.currentTarget.value)}
        />
        {kept !== null && <ConclusionNumbers conclusion={kept} indicators={indicators} />}
        <Refused error={keep.error} />
        {mayKeep && (
          <Group gap="xs" className="screen-only">
            <Button size="compact-sm" loading={keep.isPending} onClick={() => save('kept')}>
              {texts.keep}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => save('dismissed')}>
              {texts.dismiss}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}
