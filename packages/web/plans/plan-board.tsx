import './plan-board.css';
import { ActionIcon, Button, Group, Menu, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { foldText } from '@opora/domain/basics/fold-text.ts';
import { type BoardCard, boardCards, boardColumns, moveBetween } from '@opora/domain/plans/board.ts';
import type { InstanceState } from '@opora/domain/plans/instance-state.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { DateText } from '../ui/date-text.tsx';
import { shownState } from './activity-state.ts';
import { boardTexts } from './board-catalog.ts';
import { walkBoard } from './board-keys.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { ReasonDialog } from './instance-moves.tsx';
import type { PlanViewProps } from './plan-page.tsx';
import { titleOf } from './plan-table.tsx';
import { plansTexts } from './plans-catalog.ts';
import { ShownBadge } from './shown-badge.tsx';
import { useBoardMove } from './use-board-move.ts';

const folded: readonly InstanceState[] = ['cancelled', 'before-approval'];

/** Terms of the plan by state, each moved by the form that the move has elsewhere. */
export function PlanBoard({ plan, open }: PlanViewProps) {
  const texts = useTexts(boardTexts);
  const [sought, setSought] = useState('');
  const [isWhole, setWhole] = useState(false);
  const { asking, stop, moveCard } = useBoardMove(open);
  const cards = useMemo(() => {
    const words = foldText(sought);
    const found = plan.activities.filter((activity) => foldText(titleOf(activity)).includes(words));
    return boardCards(found);
  }, [plan.activities, sought]);
  const all = useMemo(() => new Map([...cards.values()].flat().map((card) => [card.id, card])), [cards]);
  const columns = boardColumns.filter((state) => isWhole || !folded.includes(state));
  return (
    <>
      <Text size="sm" mb="xs">
        {texts.about}
      </Text>
      <Group mb="xs" className="screen-only">
        <TextInput
          aria-label={texts.find}
          placeholder={texts.find}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
        <Button size="xs" variant="default" aria-pressed={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? texts.hideFolded : texts.showFolded}
        </Button>
      </Group>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- it scrolls
          sideways, and arrows walk between the buttons of its cards */}
      <div className="board" role="group" aria-label={texts.about} tabIndex={0} onKeyDown={walkBoard}>
        {columns.map((state) => (
          <Column
            key={state}
            state={state}
            cards={cards.get(state) ?? []}
            onDrop={(id) => {
              const card = all.get(id);
              if (card !== undefined) moveCard(card, state);
            }}
            moveCard={moveCard}
            open={open}
          />
        ))}
      </div>
      {asking?.kind === 'reason' && (
        <ReasonDialog instance={asking.instance} move={asking.move} onClose={stop} />
      )}
      {asking?.kind === 'many' && (
        <BulkDialog
          kind={asking.move}
          marked={{ instanceIds: [...asking.instanceIds], activityIds: [], cells: [] }}
          onDone={() => undefined}
          onClose={stop}
        />
      )}
    </>
  );
}

type ColumnProps = {
  readonly state: InstanceState;
  readonly cards: readonly BoardCard[];
  readonly onDrop: (cardId: string) => void;
  readonly moveCard: (card: BoardCard, to: InstanceState) => void;
  readonly open: PlanViewProps['open'];
};

const cardPx = 116;

function Column({ state, cards, onDrop, moveCard, open }: ColumnProps) {
  const { states } = useTexts(plansTexts);
  const box = useRef<HTMLDivElement>(null);
  const [isOver, setOver] = useState(false);
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler, which it would confuse, is not used
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => box.current,
    estimateSize: () => cardPx,
    overscan: 6,
  });
  const count = cards.reduce((sum, card) => sum + card.count, 0);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a mouse drops here; the keyboard has the menu of the card
    <section
      className="board-column"
      aria-label={`${states[state]}: ${count}`}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        onDrop(event.dataTransfer.getData('text/plain'));
      }}
    >
      <h3>
        {states[state]} · {count}
      </h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
      <div className="board-list" ref={box} tabIndex={0} role="group" aria-label={states[state]}>
        <ul className="board-cards" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const card = cards[index];
            if (card === undefined) return null;
            return (
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- as above
              <li
                key={card.id}
                className="board-card"
                style={{ top: start, height: cardPx }}
                draggable
                onDragStart={(event) => event.dataTransfer.setData('text/plain', card.id)}
              >
                <Card card={card} moveCard={moveCard} open={open} />
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}

function Card({
  card,
  moveCard,
  open,
}: Pick<ColumnProps, 'moveCard' | 'open'> & { readonly card: BoardCard }) {
  const texts = useTexts(boardTexts);
  const { states } = useTexts(plansTexts);
  const { activity, term, state, count, total } = card;
  const shown = shownState({ state, dueOn: term.dueOn }, today());
  const targets = boardColumns.filter((to) => moveBetween(state, to) !== null);
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap={4}>
        <UnstyledButton fz="sm" miw={0} onClick={() => open(activity)}>
          <span className="board-title">{titleOf(activity)}</span>
        </UnstyledButton>
        {targets.length > 0 && (
          <Menu shadow="md" position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="sm" aria-label={texts.move(titleOf(activity))}>
                <IconDots size={14} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{texts.moveTo}</Menu.Label>
              {targets.map((to) => (
                <Menu.Item key={to} onClick={() => moveCard(card, to)}>
                  {states[to]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {term.dueOn === null ? texts.undated : <DateText date={term.dueOn} />}
        {total > 1 && ` · ${texts.of(count, total)}`}
      </Text>
      {shown === 'late' && <ShownBadge state="late" />}
    </>
  );
}
