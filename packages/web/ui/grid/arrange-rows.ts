import { foldText } from '@opora/domain/basics/fold-text.ts';
import type { GridColumn, GridValue } from './grid-column.ts';
import type { GridFilter, GridView } from './grid-view.ts';

export type GridGroup = { readonly id: string; readonly title: string };

/** One line of the table as drawn: a heading of a group or a row. */
export type GridLine<Row> =
  | { readonly kind: 'group'; readonly group: GridGroup; readonly count: number; readonly isFolded: boolean }
  | { readonly kind: 'row'; readonly row: Row };

type Arrangement<Row> = {
  readonly columns: readonly GridColumn<Row>[];
  readonly view: GridView;
  /** Looked for in every shown column. */
  readonly search: string;
  readonly groupBy?: ((row: Row) => GridGroup) | undefined;
};

/** Rows that pass the search and all filters, in the chosen order, folded groups included. */
export function seenRows<Row>(rows: readonly Row[], { columns, view, search }: Arrangement<Row>): Row[] {
  const shown = columns.filter((column) => !view.hidden.includes(column.id));
  const words = foldText(search).split(' ');
  const filtered = columns.flatMap((column) => {
    const filter = view.filters[column.id];
    return filter === undefined ? [] : [{ column, passes: passing(filter) }];
  });
  const seen = rows.filter(
    (row) =>
      filtered.every(({ column, passes }) => passes(column.value(row))) &&
      (search === '' || holdsWords(row, shown, words)),
  );
  const sort = view.sort;
  const by = columns.find((column) => column.id === sort?.columnId && column.isNoOrder !== true);
  if (sort === null || by === undefined) return seen;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return seen.sort((one, other) => compareValues(by.value(one), by.value(other), sign));
}

/** Groups come in the order in which the rows came, whatever the sort inside them. */
export function arrangeLines<Row>(
  rows: readonly Row[],
  seen: readonly Row[],
  { view, groupBy }: Arrangement<Row>,
): GridLine<Row>[] {
  if (groupBy === undefined) return seen.map((row) => ({ kind: 'row', row }));
  const groups = new Map<string, { group: GridGroup; members: Row[] }>();
  for (const row of rows) {
    const group = groupBy(row);
    if (!groups.has(group.id)) groups.set(group.id, { group, members: [] });
  }
  for (const row of seen) groups.get(groupBy(row).id)?.members.push(row);
  return [...groups.values()]
    .filter(({ members }) => members.length > 0)
    .flatMap(({ group, members }): GridLine<Row>[] => {
      const isFolded = view.folded.includes(group.id);
      const heading: GridLine<Row> = { kind: 'group', group, count: members.length, isFolded };
      return isFolded ? [heading] : [heading, ...members.map((row) => ({ kind: 'row', row }) as const)];
    });
}

/** Different values of a column with their counts, in order; for the choice in the head. */
export function choicesOf<Row>(
  rows: readonly Row[],
  column: GridColumn<Row>,
): { readonly value: string | null; readonly count: number }[] {
  const counts = new Map<string | null, number>();
  for (const row of rows) {
    const value = column.value(row);
    const choice = value === null ? null : String(value);
    counts.set(choice, (counts.get(choice) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => compareValues(one.value, other.value, 1));
}

const collator = new Intl.Collator('ru', { numeric: true, sensitivity: 'base' });

/** «№ 2» comes before «№ 10»; what has no data comes last in both directions. */
export function compareValues(one: GridValue, other: GridValue, sign: 1 | -1): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
  return sign * collator.compare(String(one), String(other));
}

function holdsWords<Row>(row: Row, columns: readonly GridColumn<Row>[], words: readonly string[]): boolean {
  const text = foldText(columns.map((column) => column.value(row) ?? '').join(' '));
  return words.every((word) => text.includes(word));
}

function passing(filter: GridFilter): (value: GridValue) => boolean {
  switch (filter.kind) {
    case 'contains': {
      const wanted = foldText(filter.text);
      return (value) => value !== null && foldText(String(value)).includes(wanted);
    }
    case 'among':
      return (value) => filter.values.includes(value === null ? null : String(value));
    case 'between':
      return (value) =>
        value !== null &&
        (filter.from === null || value >= filter.from) &&
        (filter.to === null || value <= filter.to);
  }
}
