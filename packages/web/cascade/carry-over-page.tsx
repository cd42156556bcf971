import { Anchor, Button, Checkbox, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlanCarryOver, UndoneActivity } from '@opora/domain/cascade/carry-over-contract.ts';
import { useTexts } from '../platform/language.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { Page } from '../ui/page.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { CarriedToLink } from './carried-to-link.tsx';
import { carryOverTexts } from './carry-over-catalog.ts';
import { useCarryOver, useCarryOverMoves } from './use-carry-over.ts';

const route = getRouteApi('/signed-in/plans/$planId/carry-over');

/** Chooses what was not done for the plan of the next year. */
export function CarryOverPage() {
  const { planId } = route.useParams();
  const carryOver = useCarryOver(planId);
  return <Loaded query={carryOver}>{(loaded) => <Undone carryOver={loaded} />}</Loaded>;
}

function Undone({ carryOver }: { readonly carryOver: PlanCarryOver }) {
  const texts = useTexts(carryOverTexts);
  const { connectionLost } = useTexts(uiTexts);
  const navigate = useNavigate();
  const { planId, activities } = carryOver;
  const { carry } = useCarryOverMoves(planId);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  const free = activities.filter(({ carriedTo }) => carriedTo === null);
  // What may be done still is carried over only when it is chosen by itself.
  const past = free.filter(({ isAhead }) => !isAhead);
  const offered = past.length > 0 ? past : free;
  const wanted = free.filter(({ activityId }) => chosen.has(activityId));
  const toggle = (id: string) =>
    setChosen(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));
  const make = () =>
    carry.mutate(
      wanted.map(({ activityId, reason }) => ({ activityId, reason: reasons.get(activityId) ?? reason })),
      {
        onSuccess: (params) => void navigate({ to: '/plans/drafts/$draftId', params }),
        onError: (error) => notify(messageOf(error, connectionLost)),
      },
    );
  return (
    <Page
      title={texts.titleOf(carryOver.planTitle)}
      purpose={texts.purpose}
      action={
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/plans/$planId" params={{ planId }} />}>
          {texts.toPlan}
        </Anchor>
      }
    >
      {activities.length === 0 && <Text>{texts.nothing}</Text>}
      {free.length > 0 && (
        <Group>
          <Checkbox
            label={offered.length < free.length ? texts.choosePast : texts.chooseAll}
            checked={offered.every(({ activityId }) => chosen.has(activityId))}
            indeterminate={wanted.length > 0 && !offered.every(({ activityId }) => chosen.has(activityId))}
            onChange={(event) =>
              setChosen(
                new Set(event.currentTarget.checked ? offered.map(({ activityId }) => activityId) : []),
              )
            }
          />
          <Button disabled={wanted.length === 0} loading={carry.isPending} onClick={make}>
            {texts.carry(wanted.length)}
          </Button>
        </Group>
      )}
      <Stack gap="xs" maw={960}>
        {activities.map((activity) => (
          <UndoneCard
            key={activity.activityId}
            planId={planId}
            activity={activity}
            isChosen={chosen.has(activity.activityId)}
            onToggle={() => toggle(activity.activityId)}
            reason={reasons.get(activity.activityId) ?? activity.reason}
            onReason={(reason) => setReasons(new Map([...reasons, [activity.activityId, reason]]))}
          />
        ))}
      </Stack>
    </Page>
  );
}

type UndoneCardProps = {
  readonly planId: string;
  readonly activity: UndoneActivity;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
};

/** More names than these are not read. */
const namesMax = 12;

function UndoneCard({ planId, activity, isChosen, onToggle, reason, onReason }: UndoneCardProps) {
  const texts = useTexts(carryOverTexts);
  const { activityId, no, title, phrase, done, total, schools, isAhead, carriedTo } = activity;
  const name = no === '' ? title : `${no} ${title}`;
  const names = [
    ...schools.slice(0, namesMax),
    ...(schools.length > namesMax ? [texts.more(schools.length - namesMax)] : []),
  ];
  return (
    <Paper withBorder p="sm">
      <Group align="flex-start" wrap="nowrap">
        {carriedTo === null && (
          <Checkbox aria-label={texts.choose(name)} checked={isChosen} onChange={onToggle} mt={4} />
        )}
        <Stack gap={4} style={{ flex: 1, minWidth: 0 }}>
          <Anchor
            renderRoot={(props) => (
              <Link {...props} to="/plans/$planId" params={{ planId }} search={{ activity: activityId }} />
            )}
          >
            {name}
          </Anchor>
          <Text size="sm">
            {phrase !== '' && `${texts.term}: ${phrase} · `}
            {texts.done(done, total)}
            {isAhead && ` · ${texts.ahead}`}
          </Text>
          {names.length > 0 && (
            <Text size="sm">
              {texts.schools}: {names.join(', ')}
            </Text>
          )}
          {carriedTo === null ? (
            <TextInput
              size="xs"
              label={texts.reason}
              aria-label={texts.reasonOf(name)}
              value={reason}
              maxLength={2000}
              onChange={(event) => onReason(event.currentTarget.value)}
            />
          ) : (
            <Carried planId={planId} to={carriedTo} />
          )}
        </Stack>
      </Group>
    </Paper>
  );
}

function Carried({
  planId,
  to,
}: {
  readonly planId: string;
  readonly to: NonNullable<UndoneActivity['carriedTo']>;
}) {
  const texts = useTexts(carryOverTexts);
  const { connectionLost } = useTexts(uiTexts);
  const { putAway, takeBack } = useCarryOverMoves(planId);
  const undo = () =>
    putAway.mutate(to.draftId, {
      onSuccess: () => notify(texts.undoHint(to.title), () => takeBack.mutateAsync(to.draftId)),
      onError: (error) => notify(messageOf(error, connectionLost)),
    });
  return (
    <Group gap="xs">
      <CarriedToLink to={to} />
      {to.planId === null && (
        <Button size="compact-sm" variant="default" onClick={undo}>
          {texts.undo}
        </Button>
      )}
    </Group>
  );
}
