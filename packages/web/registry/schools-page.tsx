import { Table, Text } from '@mantine/core';
import { countSchools, type OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { registryTexts } from './registry-catalog.ts';
import { useOrgUnits } from './use-registry.ts';

export function SchoolsPage() {
  const texts = useTexts(registryTexts);
  const units = useOrgUnits();
  return (
    <Page title={texts.schools} purpose={texts.purpose}>
      <Loaded query={units}>{(list) => <SchoolsTable units={list} />}</Loaded>
    </Page>
  );
}

function SchoolsTable({ units }: { readonly units: readonly OrgUnit[] }) {
  const texts = useTexts(registryTexts);
  const schools = units.filter((unit) => unit.kind === 'school' || unit.kind === 'branch');
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  const count = countSchools(schools, today());
  if (schools.length === 0) return <Text>{texts.empty}</Text>;
  return (
    <>
      <Text c="dimmed">{texts.counted(count.legalEntities, count.objects)}</Text>
      <Table stickyHeader highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{texts.name}</Table.Th>
            <Table.Th scope="col">{texts.municipality}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {schools.map((school) => (
            <Table.Tr key={school.id}>
              <Table.Th scope="row" fw={400}>
                {school.name}
              </Table.Th>
              <Table.Td>{school.parentId === null ? '' : names.get(school.parentId)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
