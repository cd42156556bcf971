import { ActionIcon, Loader, Popover } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconFilter, IconFilterFilled } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTexts } from '../../platform/language.tsx';
import type { GridColumn } from './grid-column.ts';
import type { ColumnFilter as PlainColumnFilter } from './column-filter.tsx';
import { gridTexts } from './grid-catalog.ts';
import { withNextSort } from './grid-view.ts';
import type { GridState } from './use-grid.ts';

const lazyFilter = lazy(async () => ({ default: (await import('./column-filter.tsx')).ColumnFilter }));
// `lazy` loses that the component works for rows of any type.
const ColumnFilter = lazyFilter as unknown as typeof PlainColumnFilter;

type GridHeadProps<Row> = {
  readonly grid: GridState<Row>;
  readonly isSelectable: boolean;
  readonly idOf: (row: Row) => string;
  /** Column that the keyboard stands on, null when it is not in the head. */
  readonly activeColumn: number | null;
};

export function GridHead<Row>({ grid, isSelectable, idOf, activeColumn }: GridHeadProps<Row>) {
  const texts = useTexts(gridTexts);
  const first = isSelectable ? 1 : 0;
  const isAllSelected = grid.seen.length > 0 && grid.selected.length === grid.seen.length;
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1} data-line={-1}>
        {isSelectable && (
          <th role="columnheader" scope="col" className="grid-select">
            <input
              type="checkbox"
              aria-label={texts.selectAll}
              checked={isAllSelected}
              ref={(box) => {
                if (box !== null) box.indeterminate = grid.selected.length > 0 && !isAllSelected;
              }}
              tabIndex={activeColumn === 0 ? 0 : -1}
              data-column={0}
              onChange={() => grid.select(new Set(isAllSelected ? [] : grid.seen.map(idOf)))}
            />
          </th>
        )}
        {grid.shownColumns.map((column, at) => (
          <HeadCell
            key={column.id}
            grid={grid}
            column={column}
            place={at + first}
            isActive={activeColumn === at + first}
          />
        ))}
      </tr>
    </thead>
  );
}

type HeadCellProps<Row> = {
  readonly grid: GridState<Row>;
  readonly column: GridColumn<Row>;
  readonly place: number;
  readonly isActive: boolean;
};

function HeadCell<Row>({ grid, column, place, isActive }: HeadCellProps<Row>) {
  const sort = grid.view.sort;
  const direction = sort?.columnId === column.id ? sort.direction : 'none';
  return (
    <th role="columnheader" scope="col" aria-sort={direction} data-kind={column.kind}>
      <div className="grid-head-cell">
        <button
          type="button"
          className="grid-sort"
          tabIndex={isActive ? 0 : -1}
          data-column={place}
          aria-disabled={column.isNoOrder}
          onClick={() => {
            if (column.isNoOrder !== true) grid.setView((view) => withNextSort(view, column.id));
          }}
        >
          {column.title}
          {direction === 'ascending' && <IconArrowUp size={14} aria-hidden />}
          {direction === 'descending' && <IconArrowDown size={14} aria-hidden />}
        </button>
        <FilterDoor grid={grid} column={column} isActive={isActive} />
      </div>
    </th>
  );
}

function FilterDoor<Row>({ grid, column, isActive }: Omit<HeadCellProps<Row>, 'place'>) {
  const texts = useTexts(gridTexts);
  const isFiltered = grid.view.filters[column.id] !== undefined;
  return (
    <Popover position="bottom-end" withinPortal trapFocus returnFocus width={260} shadow="md">
      <Popover.Target>
        <ActionIcon
          className="screen-only"
          variant={isFiltered ? 'filled' : 'subtle'}
          color={isFiltered ? 'accent' : 'gray'}
          size="sm"
          tabIndex={isActive ? 0 : -1}
          aria-label={isFiltered ? texts.filteredBy(column.title) : texts.filterBy(column.title)}
        >
          {isFiltered ? <IconFilterFilled size={14} /> : <IconFilter size={14} />}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={<Loader size="sm" />}>
          <ColumnFilter grid={grid} column={column} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
