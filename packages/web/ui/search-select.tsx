import { Select, Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { uiTexts } from './ui-catalog.ts';

export type SearchOption = { readonly value: string; readonly label: string; readonly about: string | null };

type SearchSelectProps = {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string | null;
  /** Offered before anything is typed; holds the chosen one. */
  readonly first: readonly SearchOption[];
  /** What the typed words find; undefined while the server looks. */
  readonly found: readonly SearchOption[] | undefined;
  /** The words, a moment after the last letter; '' for none. */
  readonly onQuestion: (question: string) => void;
  readonly onChoose: (option: SearchOption) => void;
  readonly disabled?: boolean;
  /** Opened by a press of a button: the list is wanted at once. */
  readonly isOpened?: boolean;
  readonly place?: string;
};

const nothing = 'nothing';

/** Chooses among more than a list can hold: the server looks for the typed words. */
export function SearchSelect(props: SearchSelectProps) {
  const {
    label,
    placeholder,
    value,
    first,
    found,
    onQuestion,
    onChoose,
    disabled = false,
    isOpened,
    place,
  } = props;
  const texts = useTexts(uiTexts);
  const chosen = first.find((option) => option.value === value)?.label ?? '';
  const [typed, setTyped] = useState(chosen);
  const ask = useDebouncedCallback(onQuestion, 250);
  const question = typed.trim() === chosen ? '' : typed.trim();
  const shown = question === '' ? first : (found ?? []);
  const known = new Map([...first, ...shown].map((option) => [option.value, option]));
  return (
    <Select
      label={label}
      placeholder={placeholder}
      value={value}
      data={[
        ...[...known.values()].map((option) => ({ value: option.value, label: option.label })),
        // An option that cannot be chosen: a list of options with a mere text in it is no list to a screen reader.
        {
          value: nothing,
          label: question !== '' && found === undefined ? texts.looking : texts.nobodyFound,
          disabled: true,
        },
      ]}
      searchable
      allowDeselect={false}
      disabled={disabled}
      searchValue={typed}
      // Typing replaces the chosen name.
      onFocus={(event) => event.currentTarget.select()}
      onSearchChange={(text) => {
        setTyped(text);
        ask(text.trim() === chosen ? '' : text.trim());
      }}
      filter={({ options }) =>
        options.filter(
          (option) =>
            'value' in option &&
            (shown.length === 0
              ? option.value === nothing
              : shown.some((each) => each.value === option.value)),
        )
      }
      renderOption={({ option }) => <Option option={known.get(option.value)} label={option.label} />}
      onChange={(next) => {
        const option = known.get(next ?? '');
        if (option !== undefined) onChoose(option);
      }}
      comboboxProps={{ shadow: 'md' }}
      data-place={place}
      {...(isOpened === true ? { defaultDropdownOpened: true, 'data-autofocus': true, autoFocus: true } : {})}
    />
  );
}

type OptionProps = { readonly option: SearchOption | undefined; readonly label: string };

function Option({ option, label }: OptionProps) {
  if (option === undefined) return <Text size="sm">{label}</Text>;
  return (
    <div>
      <Text size="sm">{option.label}</Text>
      {option.about !== null && (
        <Text size="xs" c="dimmed">
          {option.about}
        </Text>
      )}
    </div>
  );
}
