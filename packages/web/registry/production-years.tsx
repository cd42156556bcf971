import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { yearOf } from '@opora/domain/basics/calendar-date.ts';
import { can } from '@opora/domain/basics/can.ts';
import { shippedYears } from '@opora/domain/basics/production-calendar.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { ProductionYear, TerritoryCalendar } from '@opora/domain/registry/territory-calendar.ts';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { notify } from '../ui/notice.ts';
import { Section } from '../ui/section.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { calendarsTexts } from './calendars-catalog.ts';
import { ProductionYearForm } from './production-year-form.tsx';
import { useCalendarChanges } from './use-calendars.ts';

type ProductionYearsProps = { readonly unit: OrgUnit; readonly calendar: TerritoryCalendar };

/** Which years are known by their decree and which are still an estimate. */
export function ProductionYears({ unit, calendar }: ProductionYearsProps) {
  const texts = useTexts(calendarsTexts);
  const { data: me } = useMe();
  const mayEnter = me !== undefined && unit.kind === 'region' && can(me, 'calendars.decree', unit);
  const [first, last] = [Math.min(...shippedYears), Math.max(...shippedYears)];
  const ahead = Math.max(yearOf(today()) + 1, last + 1);
  const years = Array.from({ length: ahead - last }, (_, at) => last + 1 + at);
  return (
    <Section title={texts.years}>
      <Text>{texts.shipped(first, last)}</Text>
      {years.map((year) => (
        <YearLine
          key={year}
          year={year}
          entered={calendar.years.find((known) => known.year === year)}
          unit={unit}
          mayEnter={mayEnter}
        />
      ))}
    </Section>
  );
}

type YearLineProps = {
  readonly year: number;
  readonly entered: ProductionYear | undefined;
  readonly unit: OrgUnit;
  readonly mayEnter: boolean;
};

function YearLine({ year, entered, unit, mayEnter }: YearLineProps) {
  const texts = useTexts(calendarsTexts);
  const [isOpen, setOpen] = useState(false);
  const { removeProductionYear, saveProductionYear } = useCalendarChanges(unit.id);
  return (
    <Stack gap="xs">
      <Group>
        <Text fw={600}>{year}</Text>
        {entered === undefined ? (
          <>
            <StateBadge tone="waits" word={texts.estimate} />
            <Text c="dimmed">{texts.yearEstimated}</Text>
          </>
        ) : (
          <StateBadge tone="accepted" word={texts.yearEntered(entered.days.length)} />
        )}
        {entered !== undefined && <Text c="dimmed">{entered.source}</Text>}
      </Group>
      {mayEnter && !isOpen && (
        <Group className="screen-only">
          <Button variant="default" size="xs" onClick={() => setOpen(true)}>
            {texts.enterDecree(year)}
          </Button>
          {entered !== undefined && (
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              loading={removeProductionYear.isPending}
              onClick={() =>
                removeProductionYear.mutate(year, {
                  onSuccess: () => notify(texts.saved, () => saveProductionYear.mutateAsync(entered)),
                })
              }
            >
              {texts.removeDecree(year)}
            </Button>
          )}
        </Group>
      )}
      {isOpen && (
        <ProductionYearForm unit={unit} year={year} first={entered ?? null} onDone={() => setOpen(false)} />
      )}
    </Stack>
  );
}
