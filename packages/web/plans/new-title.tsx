import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { amendmentTexts } from './amendment-catalog.ts';

type NewTitleProps = {
  /** What opens the field. */
  readonly button: string;
  readonly label: string;
  readonly first?: string;
  readonly onAdd: (title: string) => void;
  /** Given when the field is open from the start: called when it closes. */
  readonly onClose?: () => void;
};

/** A row or a section begins with its title: a button that becomes a field. */
export function NewTitle({ button, label, first = '', onAdd, onClose }: NewTitleProps) {
  const texts = useTexts(amendmentTexts);
  const { cancel } = useTexts(uiTexts);
  const [typed, setTyped] = useState<string | null>(onClose === undefined ? null : first);
  if (typed === null) {
    return (
      <Group className="screen-only">
        <Button variant="default" size="xs" onClick={() => setTyped(first)}>
          {button}
        </Button>
      </Group>
    );
  }
  const close = () => {
    setTyped(null);
    onClose?.();
  };
  return (
    <form
      className="screen-only"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === '') return;
        onAdd(typed.trim());
        close();
      }}
    >
      <Group align="flex-end" gap="xs">
        <TextInput
          label={label}
          value={typed}
          required
          data-autofocus
          ref={focusOnce}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && close()}
          style={{ flex: '1 1 20rem' }}
        />
        <Button type="submit" disabled={typed.trim() === ''}>
          {onClose === undefined ? texts.add : texts.done}
        </Button>
        <Button variant="default" onClick={close}>
          {cancel}
        </Button>
      </Group>
    </form>
  );
}

/** The person asked for the field: it takes the focus when it comes. */
const focusOnce = (input: HTMLInputElement | null): void => input?.focus();
