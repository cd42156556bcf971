import { z } from 'zod';

const GridRange = z.union([z.string(), z.number()]).nullable();

/** A condition on one column. A choice may hold null: «no data» is chosen too. */
export const GridFilter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('contains'), text: z.string() }),
  z.object({ kind: z.literal('among'), values: z.array(z.string().nullable()) }),
  z.object({ kind: z.literal('between'), from: GridRange, to: GridRange }),
]);
export type GridFilter = z.infer<typeof GridFilter>;

/** How a person has set up a grid: kept between visits. */
export const GridView = z.object({
  sort: z.object({ columnId: z.string(), direction: z.enum(['ascending', 'descending']) }).nullable(),
  filters: z.record(z.string(), GridFilter),
  hidden: z.array(z.string()),
  folded: z.array(z.string()),
});
export type GridView = z.infer<typeof GridView>;

const key = (gridId: string): string => `opora.grid.${gridId}`;

/** The kept view; null when there is none, it is of an older shape, or the browser keeps nothing. */
export function loadView(gridId: string): GridView | null {
  try {
    const kept = GridView.safeParse(JSON.parse(localStorage.getItem(key(gridId)) ?? 'null'));
    return kept.success ? kept.data : null;
  } catch {
    return null;
  }
}

export function keepView(gridId: string, view: GridView): void {
  try {
    localStorage.setItem(key(gridId), JSON.stringify(view));
  } catch {
    // A private window keeps nothing; the view then lives as long as the page.
  }
}

/** A filter without a condition is no filter. */
export function withFilter(view: GridView, columnId: string, filter: GridFilter | null): GridView {
  const { [columnId]: _replaced, ...others } = view.filters;
  return {
    ...view,
    filters: filter === null || isVoid(filter) ? others : { ...others, [columnId]: filter },
  };
}

function isVoid(filter: GridFilter): boolean {
  switch (filter.kind) {
    case 'contains':
      return filter.text.trim() === '';
    case 'among':
      return filter.values.length === 0;
    case 'between':
      return filter.from === null && filter.to === null;
  }
}

/** Ascending, then descending, then the order in which the rows came. */
export function withNextSort(view: GridView, columnId: string): GridView {
  if (view.sort?.columnId !== columnId) return { ...view, sort: { columnId, direction: 'ascending' } };
  return {
    ...view,
    sort: view.sort.direction === 'ascending' ? { columnId, direction: 'descending' } : null,
  };
}

/** The list without the id when it holds it, else with it. */
export function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
}
