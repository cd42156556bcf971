import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { BoardCard } from '@opora/domain/plans/board.ts';
import { moveBetween } from '@opora/domain/plans/board.ts';
import { BulkKind } from '@opora/domain/plans/bulk-act.ts';
import type { InstanceDetail } from '@opora/domain/plans/instance.ts';
import { instancesContract } from '@opora/domain/plans/instances-contract.ts';
import type { InstanceState } from '@opora/domain/plans/instance-state.ts';
import { call } from '../platform/call.ts';
import { useTexts } from '../platform/language.tsx';
import { messageOf } from '../ui/message-of.ts';
import { notify } from '../ui/notice.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { boardTexts } from './board-catalog.ts';
import type { ReasonMove } from './instance-moves.tsx';
import type { PlanViewProps } from './plan-page.tsx';
import { plansTexts } from './plans-catalog.ts';

/** A move that asks for words before it is made. */
export type BoardAsking =
  | { readonly kind: 'reason'; readonly move: ReasonMove; readonly instance: InstanceDetail }
  | { readonly kind: 'many'; readonly move: BulkKind; readonly instanceIds: readonly string[] };

/** Moves a card to a column by the form that the move has elsewhere; says why when it may not go there. */
export function useBoardMove(open: PlanViewProps['open']) {
  const texts = useTexts(boardTexts);
  const { states } = useTexts(plansTexts);
  const { connectionLost } = useTexts(uiTexts);
  const client = useQueryClient();
  const [asking, setAsking] = useState<BoardAsking | null>(null);

  const moveOne = async (
    card: BoardCard,
    instanceId: string,
    move: NonNullable<ReturnType<typeof moveBetween>>,
  ) => {
    const params = { instanceId };
    const instance = await call(instancesContract.getInstance, { params });
    if (!instance.moves.includes(move)) return notify(texts.notYours);
    if (move === 'postpone' || move === 'cancel' || move === 'return') {
      return setAsking({ kind: 'reason', move, instance });
    }
    // Their forms stand in the panel: evidence, and the words of the decision.
    if (move === 'submit' || move === 'accept') return open(card.activity, instanceId);
    const body = { version: instance.version };
    if (move === 'start') await call(instancesContract.startInstance, { params, body });
    else await call(instancesContract.reopenInstance, { params, body });
    return client.invalidateQueries({ queryKey: ['plans'] });
  };

  const moveCard = async (card: BoardCard, to: InstanceState): Promise<unknown> => {
    if (card.state === to) return undefined;
    const move = moveBetween(card.state, to);
    if (move === null) return notify(texts.noMove(states[card.state], states[to]));
    const found = await call(instancesContract.listInstances, { params: { activityId: card.activity.id } });
    const own = found.filter(
      ({ state, dueOn, label }) =>
        state === card.state && dueOn === card.term.dueOn && label === card.term.label,
    );
    const [only] = own;
    if (only !== undefined && own.length === 1) return moveOne(card, only.id, move);
    const many = BulkKind.options.find((kind) => kind === move);
    if (many !== undefined) {
      return setAsking({ kind: 'many', move: many, instanceIds: own.map(({ id }) => id) });
    }
    notify(texts.oneByOne);
    return open(card.activity);
  };

  return {
    asking,
    stop: () => setAsking(null),
    moveCard: (card: BoardCard, to: InstanceState) =>
      void moveCard(card, to).catch((error: Error) => notify(messageOf(error, connectionLost))),
  };
}
