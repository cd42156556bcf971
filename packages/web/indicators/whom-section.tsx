import { Button, Group, MultiSelect } from '@mantine/core';
import type { AskedLevel } from '@opora/domain/indicators/campaign.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { categories, isInForce } from '@opora/domain/registry/school-period.ts';
import type { ReactNode } from 'react';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { useSchoolCategories } from '../registry/use-registry.ts';
import { Section } from '../ui/section.tsx';
import { askableUnits } from './askable-units.ts';
import { askedCampaignTexts } from './asked-campaign-catalog.ts';
import { campaignTexts } from './campaign-catalog.ts';

/** Something to choose by that tells the ids of schools. */
export type SchoolSource = (onChoose: (ids: readonly string[]) => void) => ReactNode;

type WhomProps = {
  readonly units: readonly OrgUnit[];
  readonly territory: OrgUnit;
  readonly asks: AskedLevel;
  readonly source: SchoolSource;
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
};

/** Schools of the territory: all, by their category on this day, or one by one; or its municipalities. */
export function WhomSection({ units, territory, asks, source, value, onChange }: WhomProps) {
  const texts = useTexts(campaignTexts);
  const asked = useTexts(askedCampaignTexts)[asks];
  const given = useSchoolCategories().data ?? [];
  const offered = askableUnits(units, { scope: territory.scope, asks });
  const idsOf = (category: (typeof categories)[number]) => {
    const own = new Set(
      given
        .filter((one) => one.category === category && isInForce(one, today()))
        .map(({ orgUnitId }) => orgUnitId),
    );
    return offered.filter(({ id }) => own.has(id)).map(({ id }) => id);
  };
  return (
    <Section title={texts.whom}>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => onChange(offered.map(({ id }) => id))}>
          {asked.all} ({offered.length})
        </Button>
        {(asks === 'school' ? categories : []).map((category) => {
          const ids = idsOf(category);
          return (
            <Button
              key={category}
              size="xs"
              variant="default"
              disabled={ids.length === 0}
              onClick={() => onChange([...new Set([...value, ...ids])])}
            >
              {texts.ofCategory[category]} ({ids.length})
            </Button>
          );
        })}
        {asks === 'school' &&
          source((ids) =>
            onChange([
              ...new Set([...value, ...offered.map(({ id }) => id).filter((id) => ids.includes(id))]),
            ]),
          )}
      </Group>
      <MultiSelect
        label={`${asked.chosen} (${value.length})`}
        searchable
        clearable
        hidePickedOptions
        limit={60}
        data={offered.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        value={[...value]}
        onChange={onChange}
      />
    </Section>
  );
}
