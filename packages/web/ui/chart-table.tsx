import { Table } from '@mantine/core';

export type ChartTableProps = {
  readonly head: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly (string | number)[] }[];
};

/** The numbers of a chart; loaded when somebody asks for them. */
export function ChartTable({ head, rows }: ChartTableProps) {
  return (
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
  );
}
