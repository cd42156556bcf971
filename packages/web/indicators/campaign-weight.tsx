import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import type { CampaignWeight } from '@opora/domain/indicators/campaign-view.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { campaignTexts } from './campaign-catalog.ts';

type WeightProps = {
  readonly weight: CampaignWeight;
  readonly nameOf: (code: string) => string;
  readonly onDropIndicators: (codes: readonly string[]) => void;
  readonly onDropSchools: (ids: readonly string[]) => void;
};

/** What a set weighs on each school, what is known of it, and what another campaign asks already. */
export function WeightNote({ weight, nameOf, onDropIndicators, onDropSchools }: WeightProps) {
  const texts = useTexts(campaignTexts);
  const { language } = useLanguage();
  const named = (codes: readonly string[]) => codes.map(nameOf).join('; ');
  const count = ({ least, most }: CampaignWeight['fields']) =>
    least === most ? texts.fields(most) : `${least}–${texts.fields(most)}`;
  const { known, month } = weight;
  const monthName = new Date(`${month}-15T00:00:00Z`).toLocaleDateString(language, { month: 'long' });
  return (
    <Stack gap="xs" aria-live="polite">
      <Paper withBorder p="sm">
        <Text fw={600}>{texts.weightOf(count(weight.fields), texts.range(known.least, known.most))}</Text>
        <Text size="sm">{texts.weightMonth(inMonth(monthName, language), count(weight.monthFields))}</Text>
        {weight.addedTotals.length > 0 && (
          <Text size="sm">{texts.totalsAdded(named(weight.addedTotals))}</Text>
        )}
        {weight.reckoned.most > 0 && (
          <Text size="sm">{texts.reckoned(texts.range(weight.reckoned.least, weight.reckoned.most))}</Text>
        )}
        {weight.notReckoned.length > 0 && (
          <Text size="sm">{texts.notReckoned(named(weight.notReckoned))}</Text>
        )}
        {weight.notAsked.length > 0 && <Text size="sm">{texts.known(named(weight.notAsked))}</Text>}
      </Paper>
      {weight.overlaps.map(({ campaignId, title, codes, schoolIds }) => (
        <WaitsAlert key={campaignId} title={texts.overlap(title, schoolIds.length)} role="alert">
          <Text size="sm" mb="xs">
            {named(codes)}.
          </Text>
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => onDropIndicators(codes)}>
              {texts.dropIndicators}
            </Button>
            <Button size="xs" variant="default" onClick={() => onDropSchools(schoolIds)}>
              {texts.dropSchools}
            </Button>
          </Group>
        </WaitsAlert>
      ))}
    </Stack>
  );
}

/** Russian names of months stand in the prepositional case after «в»: «в октябре», «в мае». */
const inMonth = (name: string, language: string): string =>
  language === 'ru' ? name.replace(/[ьйт]$/, (last) => (last === 'т' ? 'те' : 'е')) : name;
