import { Table } from '@mantine/core';
import { formatDate } from '@opora/domain/basics/format.ts';
import { requirementChanges, type RequirementState } from '@opora/domain/cascade/requirement.ts';
import { useTexts } from '../platform/language.tsx';
import { cascadeTexts } from './cascade-catalog.ts';

type RequirementChangesProps = { readonly seen: RequirementState; readonly current: RequirementState };

/** What has changed above, the old words beside the new. */
export function RequirementChanges({ seen, current }: RequirementChangesProps) {
  const texts = useTexts(cascadeTexts);
  const printed = (value: RequirementState[keyof RequirementState], isDay: boolean): string => {
    if (typeof value === 'boolean') return value ? texts.isCancelled : texts.inForce;
    if (value === null || value.length === 0) return texts.nothing;
    if (typeof value !== 'string') return value.join('; ');
    return isDay ? formatDate(value) : value;
  };
  return (
    <Table
      withRowBorders={false}
      maw={760}
      layout="fixed"
      horizontalSpacing={4}
      style={{ overflowWrap: 'anywhere', hyphens: 'auto' }}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{texts.field}</Table.Th>
          <Table.Th scope="col">{texts.was}</Table.Th>
          <Table.Th scope="col">{texts.became}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {requirementChanges(seen, current).map(({ field, from, to }) => (
          <Table.Tr key={field}>
            <Table.Th scope="row" fw={400}>
              {texts.fields[field]}
            </Table.Th>
            <Table.Td>
              <del>{printed(from, field === 'dueOn')}</del>
            </Table.Td>
            <Table.Td>
              <ins>{printed(to, field === 'dueOn')}</ins>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
