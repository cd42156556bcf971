import type { Language } from '@opora/domain/basics/catalog.ts';
import type { Activity, Plan } from '@opora/domain/plans/plan.ts';
import type { GridGroup } from '../ui/grid/arrange-rows.ts';
import { nextTerm } from './activity-state.ts';
import { monthTitle } from './month-title.ts';
import type { PlanGroup } from './plan-view.ts';

type GroupTexts = { readonly noSection: string; readonly noParty: string; readonly noMonth: string };
type GroupContext = { readonly plan: Plan; readonly texts: GroupTexts; readonly language: Language };

/** Rows in the order in which their groups are to come: by section as in the plan, by name of the lead, by month. */
export function orderFor(group: PlanGroup, activities: readonly Activity[]): readonly Activity[] {
  switch (group) {
    case 'section':
    case 'none':
      return activities;
    case 'party':
      return activities.toSorted((one, other) => leadOf(one).localeCompare(leadOf(other), 'ru'));
    case 'month':
      return activities.toSorted((one, other) => monthOfActivity(one).localeCompare(monthOfActivity(other)));
  }
}

export function groupOfActivity(group: PlanGroup, activity: Activity, context: GroupContext): GridGroup {
  const { plan, texts, language } = context;
  switch (group) {
    case 'party': {
      const lead = leadOf(activity);
      return { id: lead, title: lead === last ? texts.noParty : lead };
    }
    case 'month': {
      const month = monthOfActivity(activity);
      return { id: month, title: month === last ? texts.noMonth : monthTitle(month, language) };
    }
    case 'section':
    case 'none': {
      const section = plan.sections.find((each) => each.id === activity.sectionId);
      return { id: section?.id ?? '', title: section?.title ?? texts.noSection };
    }
  }
}

/** Sorts behind every name and every month. */
const last = '\uFFFF';

const leadOf = (activity: Activity): string => activity.parties[0]?.raw ?? last;
const monthOfActivity = (activity: Activity): string => nextTerm(activity)?.dueOn?.slice(0, 7) ?? last;
