import './plain-list.css';
import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { VerdictDifference } from '@opora/domain/results/identification-contract.ts';
import type { Procedure } from '@opora/domain/results/procedure.ts';
import type { Verdict } from '@opora/domain/results/verdict.ts';
import { procedureWords, verdictTexts } from '@opora/domain/results/verdict-catalog.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { useOrgUnits } from '../registry/use-registry.ts';
import { Section } from '../ui/section.tsx';
import { runTexts } from './run-catalog.ts';

type ListDifferencesProps = {
  readonly sameCount: number;
  readonly differences: readonly VerdictDifference[];
};

/** Who came on a list, who left it, what else differs, each with what was low before and after. */
export function ListDifferences({ sameCount, differences }: ListDifferencesProps) {
  const texts = useTexts(runTexts);
  const units = useOrgUnits().data ?? [];
  const names = new Map(units.map(({ id, shortName }) => [id, shortName]));
  // As units come: by their names.
  const places = new Map(units.map(({ id }, at) => [id, at]));
  const sorted = differences.toSorted(
    (one, other) => (places.get(one.orgUnitId) ?? 0) - (places.get(other.orgUnitId) ?? 0),
  );
  const groups = Map.groupBy(sorted, ({ before, after }) =>
    after === 'listed' ? 'entered' : before === 'listed' ? 'left' : 'otherwise',
  );
  return (
    <Stack gap="md">
      {differences.length === 0 && <Text>{texts.nothingDiffers}</Text>}
      {(['entered', 'left', 'otherwise'] as const).map((kind) => {
        const own = groups.get(kind) ?? [];
        return own.length === 0 ? null : (
          <Section key={kind} title={`${texts[kind]}: ${own.length}`}>
            <ul className="plain-list">
              {own.map((difference) => (
                <li key={difference.orgUnitId}>
                  <DifferenceLine difference={difference} name={names.get(difference.orgUnitId) ?? '—'} />
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
      <Text size="sm" c="dimmed">
        {texts.same(sameCount)}
      </Text>
    </Stack>
  );
}

function DifferenceLine({
  difference,
  name,
}: {
  readonly difference: VerdictDifference;
  readonly name: string;
}) {
  const texts = useTexts(runTexts);
  const { verdicts } = useTexts(verdictTexts);
  const { language } = useLanguage();
  const side = (verdict: Verdict | null, low: readonly Procedure[]) =>
    verdict === null
      ? texts.notThere
      : `${verdicts[verdict]} (${low.length === 0 ? texts.noneLow : low.map((one) => procedureWords(one, language)).join('; ')})`;
  return (
    <>
      <Anchor component={Link} to={`/schools/${difference.orgUnitId}`}>
        {name}
      </Anchor>
      <Text size="sm">
        {texts.was}: {side(difference.before, difference.lowBefore)}. {texts.became}:{' '}
        {side(difference.after, difference.lowAfter)}.
      </Text>
    </>
  );
}
