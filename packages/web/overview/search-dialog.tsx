import './search-dialog.css';
import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { searchContract } from '@opora/domain/overview/search-contract.ts';
import { isSchool } from '@opora/domain/registry/org-unit.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type KeyboardEvent } from 'react';
import { call } from '../platform/call.ts';
import { useTexts } from '../platform/language.tsx';
import { registryTexts } from '../registry/registry-catalog.ts';
import { uiTexts } from '../ui/ui-catalog.ts';
import { searchTexts } from './search-catalog.ts';

type Found = { readonly id: string; readonly title: string; readonly note: string; readonly to: string };

/** Search over everything the person may see: type, walk with the arrows, Enter opens. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts(searchTexts);
  const words = useTexts(uiTexts);
  const navigate = useNavigate();
  const listId = useId();
  const [question, setQuestion] = useState('');
  const [at, setAt] = useState(0);
  const { found, isAlike, message } = useFound(question);
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
    setAt((active + step + found.length) % found.length);
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
          {message ?? (isAlike ? texts.alike : '')}
        </Text>
        <div role="listbox" id={listId} aria-label={texts.title} className="search-found">
          {found.map((one, index) => (
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
              {one.title}
              <Text size="sm" c="dimmed">
                {one.note}
              </Text>
            </div>
          ))}
        </div>
      </Stack>
    </Modal>
  );
}

function useFound(question: string) {
  const texts = useTexts(searchTexts);
  const { kinds } = useTexts(registryTexts);
  const [asked] = useDebouncedValue(question.trim(), 150);
  const { data } = useQuery({
    queryKey: ['search', asked],
    queryFn: () => call(searchContract.search, { query: { question: asked } }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  if (asked === '') return { found: [], isAlike: false, message: texts.hint };
  if (data === undefined) return { found: [], isAlike: false, message: texts.searching };
  const pageOf = (unit: { readonly id: string; readonly kind: Parameters<typeof isSchool>[0]['kind'] }) =>
    isSchool(unit) ? `/schools/${unit.id}` : '/organisations';
  const join = (notes: readonly (string | null)[]) =>
    notes.filter((note) => note !== null && note !== '').join(' · ');
  const units = data.units.map((unit): Found => ({
    id: unit.id,
    title: unit.name,
    note: join([kinds[unit.kind], unit.above, unit.settlement, unit.isClosed ? texts.closed : null]),
    to: pageOf(unit),
  }));
  const people = data.people.map((person): Found => ({
    id: person.id,
    title: person.name,
    note: join([person.post, person.unitName]),
    to: pageOf({ id: person.unitId, kind: person.unitKind }),
  }));
  const found = [...units, ...people];
  return { found, isAlike: data.isAlike, message: found.length === 0 ? texts.nothing : null };
}
