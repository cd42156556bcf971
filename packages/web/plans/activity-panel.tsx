import { Anchor, Button, Group, List, Loader, Stack, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { printDeadline } from '@opora/domain/plans/print-deadline.ts';
import { seesAllSchools } from '@opora/domain/plans/school-share.ts';
import type { Activity, ExpectedResult, Plan } from '@opora/domain/plans/plan.ts';
import { useMe } from '../accounts/use-me.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { ActivityHistory } from './activity-history.tsx';
import { ActivityParties } from './activity-parties.tsx';
import { ActivityPlaceMenu } from './activity-place-menu.tsx';
import { Comments } from './comments.tsx';
import { instanceTexts } from './instance-catalog.ts';
import { InstanceList } from './instance-list.tsx';
import { InstanceView } from './instance-view.tsx';
import { OtherEditorsOfPlan } from './other-editors.tsx';
import { Warnings } from './plan-about.tsx';
import { titleOf } from './plan-table.tsx';
import { SchoolShareSection } from './school-share-section.tsx';
import { plansTexts } from './plans-catalog.ts';
import { useInstances } from './use-instances.ts';

const ChangeActivity = lazy(async () => ({ default: (await import('./activity-form.tsx')).ChangeActivity }));

const ActivityIndicator = lazy(async () => ({
  default: (await import('./activity-indicator.tsx')).ActivityIndicator,
}));

type ActivityPanelProps = {
  readonly plan: Plan;
  readonly activity: Activity;
  /** Where it comes from and where it went. */
  readonly trace: ReactNode;
  readonly instanceId: string | null;
  readonly mayManage: boolean;
  readonly isEditing: boolean;
  readonly setEditing: (isEditing: boolean) => void;
  readonly openInstance: (instanceId: string | null) => void;
  readonly onClose: () => void;
};

/** An activity beside the list: what the document says of it, what was taken from that, and how it is carried out. */
export function ActivityPanel(props: ActivityPanelProps) {
  const { plan, activity, mayManage, isEditing, setEditing, onClose } = props;
  const texts = useTexts(instanceTexts);
  const { data: me } = useMe();
  return (
    <SidePanel title={titleOf(activity)} onClose={onClose}>
      {isEditing ? (
        <Suspense fallback={<Loader />}>
          <ChangeActivity
            plan={plan}
            activity={activity}
            onClose={() => setEditing(false)}
            onRemoved={onClose}
          />
        </Suspense>
      ) : (
        <>
          <ActivityFacts plan={plan} activity={activity} mayManage={mayManage} />
          {props.trace}
          {mayManage && <OtherEditorsOfPlan planId={plan.id} thingId={activity.id} />}
          {mayManage && (
            <Group className="screen-only">
              <Button
                variant="default"
                size="xs"
                leftSection={<IconPencil size={14} aria-hidden />}
                onClick={() => setEditing(true)}
              >
                {texts.edit}
              </Button>
              <ActivityPlaceMenu plan={plan} activity={activity} />
              <Anchor
                size="sm"
                component={Link}
                to={`/plans/${plan.id}/requirements?activity=${activity.id}`}
              >
                {texts.requireBelow}
              </Anchor>
            </Group>
          )}
          <Warnings warnings={plan.warnings.filter((warning) => warning.activityId === activity.id)} />
          {activity.perSchool && me !== undefined && seesAllSchools(me, plan.scope) && (
            <SchoolShareSection activity={activity} />
          )}
          <Instances {...props} />
          <Comments activityId={activity.id} instanceId={props.instanceId} />
          <ActivityHistory activityId={activity.id} />
        </>
      )}
    </SidePanel>
  );
}

function Instances({ activity, instanceId, openInstance }: ActivityPanelProps) {
  const instances = useInstances(activity.id);
  return (
    <Loaded query={instances}>
      {(list) => {
        const [only] = list;
        // A single instance needs no list before it.
        const shown = list.length === 1 && only !== undefined ? only.id : instanceId;
        if (shown === null) return <InstanceList instances={list} onOpen={openInstance} />;
        return (
          <InstanceView
            key={shown}
            instanceId={shown}
            onBack={list.length > 1 ? () => openInstance(null) : null}
          />
        );
      }}
    </Loaded>
  );
}

type ActivityFactsProps = {
  readonly plan: Plan;
  readonly activity: Activity;
  readonly mayManage: boolean;
};

function ActivityFacts({ plan, activity, mayManage }: ActivityFactsProps) {
  const texts = useTexts(instanceTexts);
  const { language } = useLanguage();
  return (
    <Stack gap="xs">
      <div>
        <Text size="sm" c="dimmed">
          {texts.phrase}
        </Text>
        <Text fw={600}>{activity.deadline.raw || '—'}</Text>
        <Text size="sm">
          {texts.means}: {printDeadline(activity.deadline, language)}
        </Text>
      </div>
      <ActivityParties plan={plan} activity={activity} mayManage={mayManage} />
      <Expected results={activity.expected} />
      {(mayManage || activity.indicator !== null) && (
        <Suspense fallback={<Loader size="sm" />}>
          <ActivityIndicator activity={activity} mayManage={mayManage} />
        </Suspense>
      )}
    </Stack>
  );
}

function Expected({ results }: { readonly results: readonly ExpectedResult[] }) {
  const texts = useTexts(instanceTexts);
  const { kinds } = useTexts(plansTexts);
  if (results.length === 0) return <Text size="sm">{texts.noExpected}</Text>;
  return (
    <div>
      <Title order={3} size="sm" c="dimmed" fw={400}>
        {texts.expected}
      </Title>
      <List size="sm">
        {results.map((result) => (
          <List.Item key={result.id}>
            {result.raw}{' '}
            <Text span inherit c="dimmed">
              · {kinds[result.kind]}
            </Text>
          </List.Item>
        ))}
      </List>
    </div>
  );
}
