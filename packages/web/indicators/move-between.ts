import type { KeyboardEvent } from 'react';

/** Up and down the column of a form; a field that is not there is passed over. With Ctrl only those that are still empty. */
export function moveBetween(event: KeyboardEvent<HTMLInputElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1, Enter: event.shiftKey ? -1 : 1 }[event.key];
  if (step === undefined || event.altKey) return;
  event.preventDefault();
  const field = event.currentTarget.dataset['field'] ?? 'amount';
  const own =
    event.currentTarget.closest('tr')?.querySelector<HTMLInputElement>(`input[data-field="${field}"]`) ??
    null;
  const all = [...document.querySelectorAll<HTMLInputElement>('.form-grid input[data-field]')];
  const column = all.filter(
    (one) => one === own || (one.dataset['field'] === field && !(event.ctrlKey && isFilled(one))),
  );
  const next = column[own === null ? -1 : column.indexOf(own) + step];
  next?.focus();
  next?.select();
}

const isFilled = (input: HTMLInputElement): boolean =>
  input.type === 'radio' ? input.checked : input.value !== '';
