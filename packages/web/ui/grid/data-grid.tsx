import './data-grid.css';
import { Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTexts } from '../../platform/language.tsx';
import type { GridGroup } from './arrange-rows.ts';
import type { GridColumn } from './grid-column.ts';
import { gridTexts } from './grid-catalog.ts';
import { GridTable } from './grid-table.tsx';
import { GridToolbar } from './grid-toolbar.tsx';
import { type ServerSearch, useGrid } from './use-grid.ts';

type DataGridProps<Row> = {
  /** Under this name the person's view of the grid is kept in the browser. */
  readonly id: string;
  /** Names the table to a screen reader and begins the name of an exported file. */
  readonly label: string;
  readonly rows: readonly Row[];
  /** The first column names the row and stays in sight. Keep the array between renders. */
  readonly columns: readonly GridColumn<Row>[];
  readonly idOf: (row: Row) => string;
  /** Enter or a click on a row; the list keeps its place. */
  readonly onOpen?: (row: Row) => void;
  /**
   * A key pressed on a row that means something on this page; true when it did. `isAsGiven`: the person has neither sorted nor filtered
   * the rows.
   */
  readonly onRowKey?: (row: Row, event: KeyboardEvent, isAsGiven: boolean) => boolean;
  /** The row that is open beside the list. */
  readonly openId?: string | null;
  /** Groups come in the order of the rows. Keep the function between renders. */
  readonly groupBy?: (row: Row) => GridGroup;
  /** Rows can be selected when given: buttons for what can be done with several at once. */
  readonly bulkActions?: (selected: readonly Row[], clear: () => void) => ReactNode;
  /** The one search of the page, when the server has more rows than it gives. */
  readonly serverSearch?: ServerSearch;
  /** Stands beside the search: choices that the server makes. */
  readonly besideSearch?: ReactNode;
  /** What to say, and offer, when there are no rows at all. */
  readonly empty: ReactNode;
};

/**
 * The table of the product: sort and filter in the head, columns to choose, groups that fold, selection, export of what is seen, the whole of it
 * by keyboard (WAI-ARIA grid), cards on a phone, every row on paper.
 */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { id, label, rows, columns, idOf, onOpen, openId = null, bulkActions, serverSearch } = props;
  const texts = useTexts(gridTexts);
  const isNarrow = useMediaQuery('screen and (max-width: 36em)', false, { getInitialValueInEffect: false });
  const grid = useGrid({ id, rows, columns, idOf, groupBy: props.groupBy, serverSearch });
  if (rows.length === 0 && serverSearch === undefined) return <>{props.empty}</>;
  return (
    <Stack gap="xs">
      <GridToolbar
        grid={grid}
        label={label}
        isNarrow={isNarrow}
        bulkActions={bulkActions}
        searchLabel={serverSearch?.label}
        besideSearch={props.besideSearch}
      />
      <GridTable
        grid={grid}
        label={label}
        idOf={idOf}
        isSelectable={bulkActions !== undefined}
        isNarrow={isNarrow}
        openId={openId}
        onOpen={onOpen}
        onRowKey={props.onRowKey}
      />
      {rows.length === 0
        ? props.empty
        : grid.lines.length === 0 && <Text c="dimmed">{texts.nothingFits}</Text>}
    </Stack>
  );
}
