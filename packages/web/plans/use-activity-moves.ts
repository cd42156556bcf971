import { useRef } from 'react';
import {
  type ActivityPlace,
  placeAtEnd,
  placeOf,
  placeStep,
  type PlanOrder,
} from '@opora/domain/plans/activity-place.ts';
import type { Plan } from '@opora/domain/plans/plan.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { dropNotice, notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { placeTexts } from './place-catalog.ts';
import { useMoveActivity } from './use-plans.ts';

export type ActivityMoves = {
  readonly canStep: (activityId: string, direction: 'up' | 'down') => boolean;
  readonly step: (activityId: string, direction: 'up' | 'down') => void;
  readonly toSection: (activityId: string, sectionId: string | null) => void;
};

/** Moves activities about in the plan, each with a way back. */
export function useActivityMoves(plan: Plan): ActivityMoves {
  const texts = useTexts(placeTexts);
  const { connectionLost } = useTexts(uiTexts);
  const { mutateAsync } = useMoveActivity(plan.id);
  const shownNotice = useRef(0);
  const order: PlanOrder = { activities: plan.activities, sectionIds: plan.sections.map(({ id }) => id) };
  const move = async (activityId: string, place: ActivityPlace) => {
    const before = placeOf(order, activityId);
    const failed = await mutateAsync({ activityId, place }).then(
      () => null,
      (error: Error) => error,
    );
    // One line for a run of steps.
    dropNotice(shownNotice.current);
    if (failed !== null) return void notify(messageOf(failed, connectionLost));
    shownNotice.current = notify(texts.moved(nameOf(plan, place.sectionId) ?? texts.withoutSection), () =>
      mutateAsync({ activityId, place: before }),
    );
  };
  return {
    canStep: (activityId, direction) => placeStep(order, activityId, direction) !== null,
    step: (activityId, direction) => {
      const place = placeStep(order, activityId, direction);
      if (place !== null) void move(activityId, place);
    },
    toSection: (activityId, sectionId) => void move(activityId, placeAtEnd(order, activityId, sectionId)),
  };
}

const nameOf = (plan: Plan, sectionId: string | null): string | undefined =>
  plan.sections.find(({ id }) => id === sectionId)?.title;
