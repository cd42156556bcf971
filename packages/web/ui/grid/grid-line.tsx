import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo, type Ref } from 'react';
import { useLanguage, useTexts } from '../../platform/language.tsx';
import type { GridLine as Line } from './arrange-rows.ts';
import { textOf, type GridColumn } from './grid-column.ts';
import { gridTexts } from './grid-catalog.ts';

type GridLineProps<Row> = {
  readonly line: Line<Row>;
  readonly at: number;
  readonly columns: readonly GridColumn<Row>[];
  readonly isSelectable: boolean;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
  readonly canOpen: boolean;
  /** Column that the keyboard stands on, null when it is on another line. */
  readonly activeColumn: number | null;
  readonly measure: Ref<HTMLTableRowElement> | undefined;
};

/** One line of the body. Clicks and keys are handled by the table, so that a line costs nothing but its cells. */
export const GridLine = memo(PlainGridLine) as typeof PlainGridLine;

function PlainGridLine<Row>(props: GridLineProps<Row>) {
  return props.line.kind === 'group' ? (
    <GroupLine {...props} line={props.line} />
  ) : (
    <RowLine {...props} row={props.line.row} />
  );
}

function GroupLine<Row>({
  line,
  at,
  columns,
  isSelectable,
  activeColumn,
  measure,
}: GridLineProps<Row> & { readonly line: Extract<Line<Row>, { kind: 'group' }> }) {
  const texts = useTexts(gridTexts);
  const Sign = line.isFolded ? IconChevronRight : IconChevronDown;
  return (
    <tr role="row" aria-rowindex={at + 2} data-line={at} data-index={at} ref={measure} className="grid-group">
      <td
        role="gridcell"
        colSpan={columns.length + (isSelectable ? 1 : 0)}
        aria-expanded={!line.isFolded}
        tabIndex={activeColumn === null ? -1 : 0}
        data-column="all"
      >
        <span className="grid-group-title">
          <Sign size={16} aria-hidden className="screen-only" />
          {line.group.title}
          <span className="grid-group-count">{texts.groupCount(line.count)}</span>
        </span>
      </td>
    </tr>
  );
}

function RowLine<Row>({
  row,
  at,
  columns,
  isSelectable,
  isSelected,
  isOpen,
  canOpen,
  activeColumn,
  measure,
}: Omit<GridLineProps<Row>, 'line'> & { readonly row: Row }) {
  const texts = useTexts(gridTexts);
  const { language } = useLanguage();
  const first = isSelectable ? 1 : 0;
  const [nameColumn] = columns;
  return (
    <tr
      role="row"
      aria-rowindex={at + 2}
      aria-selected={isSelectable ? isSelected : undefined}
      aria-current={isOpen ? true : undefined}
      data-line={at}
      data-index={at}
      data-can-open={canOpen || undefined}
      ref={measure}
    >
      {isSelectable && (
        <td role="gridcell" className="grid-select">
          <input
            type="checkbox"
            readOnly
            checked={isSelected}
            aria-label={texts.selectRow(
              nameColumn === undefined ? '' : textOf(nameColumn.value(row), nameColumn.kind, language),
            )}
            tabIndex={activeColumn === 0 ? 0 : -1}
            data-column={0}
          />
        </td>
      )}
      {columns.map((column, place) => (
        <td
          key={column.id}
          role={place === 0 ? 'rowheader' : 'gridcell'}
          data-kind={column.kind}
          data-title={column.title}
          tabIndex={activeColumn === place + first ? 0 : -1}
          data-column={place + first}
        >
          <Cell row={row} column={column} />
        </td>
      ))}
    </tr>
  );
}

function Cell<Row>({ row, column }: { readonly row: Row; readonly column: GridColumn<Row> }) {
  const { language } = useLanguage();
  const texts = useTexts(gridTexts);
  if (column.render !== undefined) return <>{column.render(row)}</>;
  const value = column.value(row);
  if (value === null) return <span className="grid-no-data">{texts.noData}</span>;
  return <>{textOf(value, column.kind, language)}</>;
}
