import { Button, Group, Paper, Table, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../platform/language.tsx';
import { overviewTexts } from './overview-catalog.ts';

type ChartWithTableProps = {
  /** States the finding. */
  readonly title: string;
  readonly chart: ReactNode;
  readonly head: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly (string | number)[] }[];
};

/** A chart whose numbers are one key away as a table: for the ear, for copying and for those who read tables. */
export function ChartWithTable({ title, chart, head, rows }: ChartWithTableProps) {
  const texts = useTexts(overviewTexts);
  const [isTable, setIsTable] = useState(false);
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {title}
        </Title>
        <Button
          size="compact-sm"
          variant="subtle"
          className="screen-only"
          onClick={() => setIsTable(!isTable)}
        >
          {isTable ? texts.asChart : texts.asTable}
        </Button>
      </Group>
      {isTable ? (
        <Table.ScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                {head.map((name, at) => (
                  <Table.Th key={name} scope="col" ta={at === 0 ? 'left' : 'right'}>
                    {name}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ id, cells }) => (
                <Table.Tr key={id}>
                  {cells.map((cell, at) => (
                    <Table.Td key={head[at]} ta={at === 0 ? 'left' : 'right'}>
                      {cell}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : (
        chart
      )}
    </Paper>
  );
}
