import { Button, Group, MultiSelect } from '@mantine/core';
import { isWithin } from '@opora/domain/basics/actor.ts';
import { isOpen, isSchool, type OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { categories, isInForce } from '@opora/domain/registry/school-period.ts';
import type { ReactNode } from 'react';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { useSchoolCategories } from '../registry/use-registry.ts';
import { Section } from '../ui/section.tsx';
import { campaignTexts } from './campaign-catalog.ts';

/** Something to choose by that tells the ids of schools. */
export type SchoolSource = (onChoose: (ids: readonly string[]) => void) => ReactNode;

type WhomProps = {
  readonly units: readonly OrgUnit[];
  readonly territory: OrgUnit;
  readonly source: SchoolSource;
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
};

/** Schools of the territory: all, by their category on this day, or one by one. */
export function WhomSection({ units, territory, source, value, onChange }: WhomProps) {
  const texts = useTexts(campaignTexts);
  const given = useSchoolCategories().data ?? [];
  const schools = units.filter(
    (unit) => isSchool(unit) && isOpen(unit, today()) && isWithin(unit.scope, territory.scope),
  );
  const idsOf = (category: (typeof categories)[number]) => {
    const own = new Set(
      given
        .filter((one) => one.category === category && isInForce(one, today()))
        .map(({ orgUnitId }) => orgUnitId),
    );
    return schools.filter(({ id }) => own.has(id)).map(({ id }) => id);
  };
  return (
    <Section title={texts.whom}>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => onChange(schools.map(({ id }) => id))}>
          {texts.allSchools} ({schools.length})
        </Button>
        {categories.map((category) => {
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
        {source((ids) =>
          onChange([...new Set([...value, ...schools.map(({ id }) => id).filter((id) => ids.includes(id))])]),
        )}
      </Group>
      <MultiSelect
        label={`${texts.schoolsChosen} (${value.length})`}
        searchable
        clearable
        hidePickedOptions
        limit={60}
        data={schools.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        value={[...value]}
        onChange={onChange}
      />
    </Section>
  );
}
