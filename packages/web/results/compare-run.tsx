import { NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { IdentificationRun } from '@opora/domain/results/identification-run.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { useOrgUnits } from '../registry/use-registry.ts';
import { Loaded } from '../ui/loaded.tsx';
import { momentText } from '../ui/moment-text.ts';
import { ListDifferences } from './list-differences.tsx';
import { runTexts } from './run-catalog.ts';
import { standingOf } from './run-words.ts';
import { useComparison, useRuns } from './use-identification.ts';

/** This list beside another: of last year, by another methodology, after another import. */
export function CompareRun({ run }: { readonly run: IdentificationRun }) {
  const texts = useTexts(runTexts);
  const { language } = useLanguage();
  const names = new Map(useOrgUnits().data?.map(({ id, shortName }) => [id, shortName]));
  const others = (useRuns().data ?? []).filter(({ id }) => id !== run.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const otherId = chosen ?? others[0]?.id;
  if (otherId === undefined) return <Text>{texts.noOthers}</Text>;
  const titleOf = (other: IdentificationRun) =>
    [
      texts.title(other.year, names.get(other.orgUnitId) ?? ''),
      standingOf(other, language),
      momentText(other.madeAt, language),
    ].join(' · ');
  return (
    <Stack>
      <NativeSelect
        label={texts.compareWith}
        description={texts.comparedTo}
        maw={720}
        value={otherId}
        data={others.map((other) => ({ value: other.id, label: titleOf(other) }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Compared key={otherId} runId={run.id} otherId={otherId} />
    </Stack>
  );
}

function Compared({ runId, otherId }: { readonly runId: string; readonly otherId: string }) {
  const query = useComparison(runId, otherId);
  return <Loaded query={query}>{(comparison) => <ListDifferences {...comparison} />}</Loaded>;
}
