import { indicatorGroups, type IndicatorGroup } from '@opora/domain/indicators/indicator-groups.ts';

export const dynamicsViews = ['table', 'start-control', 'conclusions'] as const;
export type DynamicsView = (typeof dynamicsViews)[number];

/** What is looked at stands in the address: a link shows the same to a colleague. */
export type DynamicsSearch = {
  readonly unit?: string;
  readonly group?: IndicatorGroup | 'all';
  readonly view?: DynamicsView;
};

export function readDynamicsSearch(search: Record<string, unknown>): DynamicsSearch {
  const group = [...indicatorGroups, 'all' as const].find((one) => one === search['group']);
  const view = dynamicsViews.find((one) => one === search['view']);
  return {
    ...(typeof search['unit'] === 'string' ? { unit: search['unit'] } : {}),
    ...(group === undefined ? {} : { group }),
    ...(view === undefined ? {} : { view }),
  };
}
