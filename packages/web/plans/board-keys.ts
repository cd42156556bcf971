import type { KeyboardEvent } from 'react';

const cardSelector = '.board-card';

/**
 * Arrows walk between the cards of the board: up and down along a column, sideways to the card at the same height of the nearest column
 * that holds one. The focus goes to the first button of the card, its title. Other keys, and those inside a menu, are left alone.
 */
export function walkBoard(event: KeyboardEvent<HTMLElement>): void {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return;
  const card = target.closest(cardSelector);
  const next = card === null ? null : neighbour(card, event.key);
  if (next === null) return;
  event.preventDefault();
  next.querySelector('button')?.focus();
}

function neighbour(card: Element, key: string): Element | null {
  if (key === 'ArrowDown') return card.nextElementSibling;
  if (key === 'ArrowUp') return card.previousElementSibling;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const columns = [...(card.closest('.board')?.querySelectorAll('.board-column') ?? [])];
  const own = columns.findIndex((column) => column.contains(card));
  const sideways = key === 'ArrowRight' ? columns.slice(own + 1) : columns.slice(0, own).toReversed();
  const cards = sideways
    .map((column) => [...column.querySelectorAll(cardSelector)])
    .find((found) => found.length > 0);
  return cards === undefined ? null : nearest(cards, card.getBoundingClientRect().top);
}

function nearest(cards: readonly Element[], top: number): Element | null {
  const distance = (card: Element): number => Math.abs(card.getBoundingClientRect().top - top);
  return cards.toSorted((one, other) => distance(one) - distance(other))[0] ?? null;
}
