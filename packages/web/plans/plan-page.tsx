import { Button, Group, Loader, Select, Tabs, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ComponentType } from 'react';
import { can, canSomewhere } from '@opora/domain/basics/can.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { Activity, Plan, PlanBeginning } from '@opora/domain/plans/plan.ts';
import { progressOf, sumCounts, countsOf } from '@opora/domain/plans/progress.ts';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { ActivityPanel } from './activity-panel.tsx';
import { lateOfActivity } from './activity-state.ts';
import { PlanActions } from './plan-actions.tsx';
import { PlanAbout } from './plan-about.tsx';
import { PlanTable } from './plan-table.tsx';
import { planGroups, type PlanSearch, planViews } from './plan-view.ts';
import { actOf } from './act-of.ts';
import { plansTexts } from './plans-catalog.ts';
import { useLiveChanges } from './use-live-changes.ts';
import { usePlan } from './use-plans.ts';

const PlanTimeline = lazy(async () => ({ default: (await import('./plan-timeline.tsx')).PlanTimeline }));
const PlanCalendar = lazy(async () => ({ default: (await import('./plan-calendar.tsx')).PlanCalendar }));
const PlanBoard = lazy(async () => ({ default: (await import('./plan-board.tsx')).PlanBoard }));
const PlanMatrix = lazy(async () => ({ default: (await import('./plan-matrix.tsx')).PlanMatrix }));
const RecentBulk = lazy(async () => ({ default: (await import('./recent-bulk.tsx')).RecentBulk }));
const PlanQuestions = lazy(async () => ({ default: (await import('./plan-questions.tsx')).PlanQuestions }));
const NewActivity = lazy(async () => ({ default: (await import('./activity-form.tsx')).NewActivity }));

const route = getRouteApi('/signed-in/plans/$planId');

export type PlanPageProps = {
  /** Where an activity comes from and where it went; a feature above this one knows it. */
  readonly trace: ComponentType<{ readonly activityId: string }>;
};

export function PlanPage({ trace }: PlanPageProps) {
  const { planId } = route.useParams();
  useLiveChanges(planId);
  const plan = usePlan(planId);
  return (
    <Loaded query={plan}>
      {(loaded) => (
        <OpenPlan plan={loaded} trace={trace} retry={plan.isError ? () => void plan.refetch() : null} />
      )}
    </Loaded>
  );
}

/** What every view of a plan is given. */
export type PlanViewProps = {
  readonly plan: Plan;
  readonly search: PlanSearch;
  readonly change: (search: PlanSearch) => void;
  readonly open: (activity: Pick<Activity, 'id'>, instanceId?: string) => void;
  /** Opens it for editing; null: she may not. */
  readonly edit: ((activity: Pick<Activity, 'id'>) => void) | null;
};

type OpenPlanProps = PlanPageProps & {
  readonly plan: PlanBeginning;
  /** When the rest did not come; null: nothing failed. */
  readonly retry: (() => void) | null;
};

function OpenPlan({ plan, trace: Trace, retry }: OpenPlanProps) {
  const texts = useTexts(plansTexts);
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [isAdding, setAdding] = useState(false);
  const [editedId, setEdited] = useState<string | null>(null);
  const change = (changes: PlanSearch) =>
    void navigate({ search: (known) => ({ ...known, ...changes }), replace: true });
  const open: PlanViewProps['open'] = ({ id }, instanceId) => {
    setEdited(null);
    void navigate({
      search: ({ instance: _closed, ...known }) => ({
        ...known,
        activity: id,
        ...(instanceId === undefined ? {} : { instance: instanceId }),
      }),
    });
  };
  const edit = (activity: Pick<Activity, 'id'>) => {
    open(activity);
    setEdited(activity.id);
  };
  const close = () =>
    void navigate({ search: ({ activity: _activity, instance: _instance, ...known }) => known });
  const opened = plan.activities.find((activity) => activity.id === search.activity);
  const mayManage = me.data !== undefined && plan.kind === 'plan' && can(me.data, 'plans.manage', plan);
  // Where a row goes, and what a change of many touches, is known of a whole plan alone.
  const mayEdit = mayManage && plan.rest === null;
  return (
    <Page
      title={plan.title}
      purpose={`${actOf(plan, texts)} · ${plan.ownerName}`}
      action={<PlanActions planId={plan.id} add={mayManage ? () => setAdding(true) : null} />}
    >
      {plan.rest === null ? <PlanCounts plan={plan} /> : <PlanComing plan={plan} retry={retry} />}
      {plan.nextEditionOn !== null && <Text>{texts.nextEdition(formatDate(plan.nextEditionOn))}</Text>}
      <PlanAbout plan={plan} mayManage={mayManage} />
      <PlanViews plan={plan} search={search} change={change} open={open} edit={mayEdit ? edit : null} />
      <Suspense>
        <RecentBulk />
      </Suspense>
      {opened !== undefined && (
        <ActivityPanel
          key={opened.id}
          plan={plan}
          activity={opened}
          trace={<Trace activityId={opened.id} />}
          instanceId={search.instance ?? null}
          mayManage={mayEdit}
          isEditing={editedId === opened.id}
          setEditing={(isEditing) => setEdited(isEditing ? opened.id : null)}
          openInstance={(instanceId) => open(opened, instanceId ?? undefined)}
          onClose={close}
        />
      )}
      {isAdding && (
        <Suspense fallback={<Loader />}>
          <NewActivity plan={plan} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </Page>
  );
}

function PlanCounts({ plan }: { readonly plan: Plan }) {
  const texts = useTexts(plansTexts);
  const { done, total } = progressOf(sumCounts(plan.activities.map(countsOf)));
  const late = plan.activities.reduce((sum, activity) => sum + lateOfActivity(activity, today()), 0);
  return <Text>{texts.summary(plan.activities.length, done, total, late)}</Text>;
}

function PlanComing({ plan, retry }: Pick<OpenPlanProps, 'plan' | 'retry'>) {
  const texts = useTexts(plansTexts);
  const { retry: again } = useTexts(uiTexts);
  return (
    <Group gap="xs">
      <Text role="status">{texts.coming(plan.activities.length, plan.activityCount, retry !== null)}</Text>
      {retry !== null && (
        <Button size="compact-sm" variant="default" onClick={retry}>
          {again}
        </Button>
      )}
    </Group>
  );
}

function PlanViews(props: PlanViewProps) {
  const { plan, search, change } = props;
  const texts = useTexts(plansTexts);
  const { data: me } = useMe();
  const asks = me !== undefined && (canSomewhere(me, 'plans.execute') || plan.controllerId === me.personId);
  const offered = planViews.filter((each) => each !== 'questions' || asks);
  const view = search.view ?? 'table';
  const group = search.group ?? 'section';
  return (
    <Tabs
      value={view}
      keepMounted={false}
      onChange={(value) => change({ view: planViews.find((each) => each === value) ?? 'table' })}
    >
      <Group justify="space-between" align="flex-end" mb="sm" className="screen-only">
        <Tabs.List aria-label={texts.view}>
          {offered.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {texts.views[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {view === 'table' && (
          <Select
            aria-label={texts.group}
            w={200}
            allowDeselect={false}
            value={group}
            data={planGroups.map((value) => ({ value, label: texts.groups[value] }))}
            onChange={(value) => change({ group: planGroups.find((each) => each === value) ?? 'section' })}
          />
        )}
      </Group>
      <Suspense fallback={<Loader />}>
        <Tabs.Panel value="table">
          <PlanTable {...props} group={group} />
        </Tabs.Panel>
        <Tabs.Panel value="timeline">
          <PlanTimeline {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="calendar">
          <PlanCalendar {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="matrix">
          <PlanMatrix {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="board">
          <PlanBoard {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="questions">
          <PlanQuestions {...props} />
        </Tabs.Panel>
      </Suspense>
    </Tabs>
  );
}
