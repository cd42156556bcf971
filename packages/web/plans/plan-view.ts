export const planViews = ['table', 'timeline', 'calendar', 'matrix', 'board', 'questions'] as const;
export type PlanView = (typeof planViews)[number];
export const planGroups = ['section', 'party', 'month', 'none'] as const;
export type PlanGroup = (typeof planGroups)[number];

/** What of the plan page stands in its address: a link to it shows the same to a colleague. */
export type PlanSearch = {
  readonly view?: PlanView;
  readonly group?: PlanGroup;
  readonly month?: string;
  readonly activity?: string;
  readonly instance?: string;
};

/** Keeps what is understood of an address and drops the rest. */
export function readPlanSearch(search: Record<string, unknown>): PlanSearch {
  const { view, group, month, activity, instance } = search;
  const known = <T extends string>(list: readonly T[], value: unknown): T | undefined =>
    list.find((each) => each === value);
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  return withoutUndefined({
    view: known(planViews, view),
    group: known(planGroups, group),
    month: typeof month === 'string' && /^\d{4}-\d{2}$/.test(month) ? month : undefined,
    activity: text(activity),
    instance: text(instance),
  });
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(value: T): Defined<T> {
  // Only keys of `value` are left, without the undefined ones: that is what the type says.
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Defined<T>;
}
