import { SimpleGrid, Text } from '@mantine/core';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { useTexts } from '../platform/language.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { registryTexts } from './registry-catalog.ts';

/** What identifies a unit; what is not known is said to be so. */
export function Requisites({ unit }: { readonly unit: OrgUnit }) {
  const texts = useTexts(registryTexts);
  const { noData } = useTexts(uiTexts);
  const lines: readonly (readonly [string, string | null])[] = [
    [texts.shortName, unit.shortName],
    [texts.settlement, unit.settlement],
    [texts.inn, unit.inn],
    [texts.ogrn, unit.ogrn],
    [texts.code, unit.code],
    [texts.openedOn, unit.openedOn === null ? null : formatDate(unit.openedOn)],
    ...(unit.closedOn === null ? [] : [[texts.closedOn, formatDate(unit.closedOn)] as const]),
  ];
  return (
    <SimpleGrid component="dl" cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" m={0}>
      {lines.map(([term, value]) => (
        <div key={term}>
          <Text component="dt" size="sm" c="dimmed">
            {term}
          </Text>
          <Text component="dd" m={0} {...(value === null ? { c: 'dimmed' } : {})}>
            {value ?? noData}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}
