export const amendmentTabs = ['rows', 'plan', 'compare', 'approve'] as const;
export type AmendmentTab = (typeof amendmentTabs)[number];

export type AmendmentSearch = { readonly tab?: AmendmentTab };

export function readAmendmentSearch(search: Record<string, unknown>): AmendmentSearch {
  const tab = amendmentTabs.find((each) => each === search['tab']);
  return tab === undefined ? {} : { tab };
}
