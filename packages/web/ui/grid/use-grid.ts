import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { arrangeLines, seenRows, type GridGroup, type GridLine } from './arrange-rows.ts';
import type { GridColumn } from './grid-column.ts';
import { keepView, loadView, type GridView } from './grid-view.ts';

type GridInput<Row> = {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly idOf: (row: Row) => string;
  readonly groupBy?: ((row: Row) => GridGroup) | undefined;
  readonly serverSearch?: ServerSearch | undefined;
};

/** When the rows are not all there are: the server looks for the words, and the rows it gives are shown as they come. */
export type ServerSearch = {
  readonly label: string;
  readonly text: string;
  readonly ask: (text: string) => void;
};

/** Everything a grid knows about itself, apart from how it is drawn. */
export type GridState<Row> = {
  readonly columns: readonly GridColumn<Row>[];
  readonly shownColumns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  /** After search and filters, in order; members of folded groups included. */
  readonly seen: readonly Row[];
  readonly lines: readonly GridLine<Row>[];
  readonly view: GridView;
  readonly setView: (change: (view: GridView) => GridView) => void;
  readonly search: string;
  readonly setSearch: (search: string) => void;
  /** Selected rows among those seen: what is filtered away is never acted upon unseen. */
  readonly selected: readonly Row[];
  readonly selectedIds: ReadonlySet<string>;
  readonly select: (ids: ReadonlySet<string>) => void;
};

export function useGrid<Row>(input: GridInput<Row>): GridState<Row> {
  const { id, rows, columns, idOf, groupBy, serverSearch } = input;
  const [view, setView] = useState<GridView>(() => loadView(id) ?? firstView(columns));
  const [ownSearch, setSearch] = useState('');
  const [selectedIds, select] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => keepView(id, view), [id, view]);

  const sought = useDeferredValue(ownSearch);
  const arrangement = useMemo(
    () => ({ columns, view, search: sought, groupBy }),
    [columns, view, sought, groupBy],
  );
  const seen = useMemo(() => seenRows(rows, arrangement), [rows, arrangement]);
  const lines = useMemo(() => arrangeLines(rows, seen, arrangement), [rows, seen, arrangement]);
  const shownColumns = useMemo(
    () => columns.filter((column) => !view.hidden.includes(column.id)),
    [columns, view.hidden],
  );
  const selected = useMemo(() => seen.filter((row) => selectedIds.has(idOf(row))), [seen, selectedIds, idOf]);
  return {
    columns,
    shownColumns,
    rows,
    seen,
    lines,
    view,
    setView,
    search: serverSearch?.text ?? ownSearch,
    setSearch: serverSearch?.ask ?? setSearch,
    selected,
    selectedIds,
    select,
  };
}

function firstView<Row>(columns: readonly GridColumn<Row>[]): GridView {
  const hidden = columns.filter((column) => column.hiddenAtFirst === true).map((column) => column.id);
  return { sort: null, filters: {}, hidden, folded: [] };
}
