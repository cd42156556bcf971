import './search-dialog.css';
import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTexts } from '../platform/language.tsx';
import { uiTexts } from '../ui/ui-catalog.ts';
import { searchTexts } from './search-catalog.ts';
import { type Found, useSearch } from './use-search.ts';

/** Search over everything the person may see: type, walk with the arrows, Enter opens. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts(searchTexts);
  const words = useTexts(uiTexts);
  const navigate = useNavigate();
  const listId = useId();
  const [question, setQuestion] = useState('');
  const [at, setAt] = useState(0);
  const { groups, message } = useSearch(question);
  const found = groups.flatMap((group) => group.found);
  const active = Math.min(at, found.length - 1);
  const open = (one: Found | undefined) => {
    if (one === undefined) return;
    onClose();
    void navigate({ to: one.to });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Enter') open(found[active]);
    if (step === 0 || found.length === 0) return;
    event.preventDefault();
    const next = (active + step + found.length) % found.length;
    setAt(next);
    document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.title}
      size="lg"
      closeButtonProps={{ 'aria-label': words.close }}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          label={texts.question}
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          {...(active >= 0 ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
          value={question}
          onChange={(event) => {
            setQuestion(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Text size="sm" c="dimmed" role="status">
          {message}
        </Text>
        <div role="listbox" id={listId} aria-label={texts.title} className="search-found">
          {groups.map((group) => (
            <div key={group.title} role="group" aria-label={group.title}>
              <Text size="xs" c="dimmed" fw={600} mt="xs" aria-hidden>
                {group.title}
              </Text>
              {group.found.map((one) => {
                const index = found.indexOf(one);
                return (
                  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above handles the keys
                  <div
                    key={one.id}
                    id={`${listId}-${index}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={index === active}
                    onClick={() => open(one)}
                    onMouseMove={() => setAt(index)}
                  >
                    <Text inherit lineClamp={2}>
                      {one.title}
                    </Text>
                    <Text size="sm" c="dimmed" lineClamp={1}>
                      {one.note}
                    </Text>
                  </div>
                );
              })}
            </div>
          ))}
        </div>
      </Stack>
    </Modal>
  );
}
