import type { CalendarEvent } from '../basics/calendar-event.ts';
import type { Texts } from '../basics/catalog.ts';
import type { Activity, Plan, StateCounts } from './plan.ts';
import type { Task } from './tasks.ts';

const ru = {
  myTerms: 'Опора: мои сроки',
  planTerms: (title: string) => `Опора: ${title}`,
  deadline: (phrase: string) => `Срок по плану: ${phrase}`,
  responsible: (parties: string) => `Ответственные: ${parties}`,
  accepted: (done: number, all: number) => `Принято: ${done} из ${all}`,
};

export const feedTexts: Texts<typeof ru> = {
  ru,
  en: {
    myTerms: 'Opora: my terms',
    planTerms: (title) => `Opora: ${title}`,
    deadline: (phrase) => `Deadline in the plan: ${phrase}`,
    responsible: (parties) => `Responsible: ${parties}`,
    accepted: (done, all) => `Accepted: ${done} of ${all}`,
  },
};

type FeedTexts = (typeof feedTexts)['ru'];
type Means = { readonly texts: FeedTexts; readonly publicUrl: string };

/** An event for the last day of each dated task. */
export function eventsOfTasks(tasks: readonly Task[], { texts, publicUrl }: Means): CalendarEvent[] {
  return tasks.flatMap((task) => {
    if (task.dueOn === null || task.reason === 'acceptor') return [];
    const school = task.schoolName === null ? '' : ` (${task.schoolName})`;
    const query = `activity=${task.activityId}&instance=${task.instanceId}`;
    return [
      {
        uid: `${task.instanceId}@opora`,
        startsOn: task.dueOn,
        endsOn: task.dueOn,
        title: `${titleOf(task)}${school}`,
        description: [task.planTitle, texts.deadline(task.deadline)].join('\n'),
        address: `${publicUrl}/plans/${task.planId}?${query}`,
      },
    ];
  });
}

/** An event for the last day of each term of each activity: one, however many schools have it. */
export function eventsOfPlan(
  plan: Pick<Plan, 'id' | 'title'> & { readonly activities: readonly FeedActivity[] },
  { texts, publicUrl }: Means,
): CalendarEvent[] {
  return plan.activities.flatMap((activity) => {
    const parties = activity.parties.map(({ raw }) => raw).join(', ');
    return termsByDay(activity).map(([dueOn, counts]) => ({
      uid: `${activity.id}-${dueOn}@opora`,
      startsOn: dueOn,
      endsOn: dueOn,
      title: titleOf(activity),
      description: [
        texts.deadline(activity.deadline.raw),
        ...(parties === '' ? [] : [texts.responsible(parties)]),
        texts.accepted(counts.accepted, counts.all),
      ].join('\n'),
      address: `${publicUrl}/plans/${plan.id}?activity=${activity.id}`,
    }));
  });
}

type FeedActivity = Pick<Activity, 'id' | 'no' | 'title' | 'parties' | 'terms'> & {
  readonly deadline: { readonly raw: string };
};

type Counted = { readonly accepted: number; readonly all: number };

/** Terms of one day together; a day of which everything was cancelled is none. */
function termsByDay(activity: Pick<Activity, 'terms'>): [string, Counted][] {
  const days = new Map<string, Counted>();
  for (const { dueOn, counts } of activity.terms) {
    if (dueOn === null) continue;
    const known = days.get(dueOn) ?? { accepted: 0, all: 0 };
    const all = countOf(counts);
    days.set(dueOn, { accepted: known.accepted + (counts.accepted ?? 0), all: known.all + all });
  }
  return [...days].filter(([, { all }]) => all > 0);
}

function countOf(counts: StateCounts): number {
  const { cancelled = 0, ...others } = counts;
  void cancelled;
  return Object.values(others).reduce((sum, count) => sum + count, 0);
}

const titleOf = ({ no, title }: { readonly no: string; readonly title: string }): string =>
  no === '' ? title : `${no} ${title}`;
