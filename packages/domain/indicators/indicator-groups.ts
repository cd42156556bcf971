/** By what indicators are about. A file of its own: the address of a page names a group, and is read before any page is. */
export const indicatorGroups = [
  'totals',
  'results',
  'objectivity',
  'staff',
  'process',
  'context',
  'conditions',
  'public',
] as const;
export type IndicatorGroup = (typeof indicatorGroups)[number];
