import { Button, Checkbox, Group, ScrollArea, Stack, TextInput } from '@mantine/core';
import { parseTypedNumber } from '@opora/domain/basics/format.ts';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../platform/language.tsx';
import { DateField } from '../date-field.tsx';
import { choicesOf } from './arrange-rows.ts';
import { textOf, type GridColumn } from './grid-column.ts';
import { gridTexts } from './grid-catalog.ts';
import { withFilter, type GridFilter } from './grid-view.ts';
import type { GridState } from './use-grid.ts';

type ColumnFilterProps<Row> = { readonly grid: GridState<Row>; readonly column: GridColumn<Row> };

/** The condition on one column, by the kind of its values. */
export function ColumnFilter<Row>({ grid, column }: ColumnFilterProps<Row>) {
  const texts = useTexts(gridTexts);
  const filter = grid.view.filters[column.id] ?? null;
  const change = (next: GridFilter | null) => grid.setView((view) => withFilter(view, column.id, next));
  return (
    <Stack gap="xs">
      {column.kind === 'choice' && <Among grid={grid} column={column} filter={filter} change={change} />}
      {column.kind === 'text' && (
        <TextInput
          label={texts.contains}
          data-autofocus
          value={filter?.kind === 'contains' ? filter.text : ''}
          onChange={(event) => change({ kind: 'contains', text: event.currentTarget.value })}
        />
      )}
      {column.kind === 'date' && <BetweenDates filter={filter} change={change} />}
      {column.kind === 'number' && <BetweenNumbers filter={filter} change={change} />}
      {filter !== null && (
        <Group justify="flex-end">
          <Button size="xs" variant="default" onClick={() => change(null)}>
            {texts.removeFilter}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

type EditorProps = {
  readonly filter: GridFilter | null;
  readonly change: (filter: GridFilter | null) => void;
};

function Among<Row>({ grid, column, filter, change }: ColumnFilterProps<Row> & EditorProps) {
  const texts = useTexts(gridTexts);
  const { language } = useLanguage();
  const chosen = filter?.kind === 'among' ? filter.values : [];
  return (
    <ScrollArea.Autosize mah={280} type="auto">
      <Stack gap={6} role="group" aria-label={column.title}>
        {choicesOf(grid.rows, column).map(({ value, count }) => (
          <Checkbox
            key={value ?? ''}
            size="xs"
            label={`${value === null ? texts.noData : textOf(value, column.kind, language)} · ${count.toLocaleString(language)}`}
            checked={chosen.includes(value)}
            onChange={(event) => {
              const others = chosen.filter((each) => each !== value);
              change({ kind: 'among', values: event.currentTarget.checked ? [...others, value] : others });
            }}
          />
        ))}
      </Stack>
    </ScrollArea.Autosize>
  );
}

function BetweenDates({ filter, change }: EditorProps) {
  const texts = useTexts(gridTexts);
  const { from, to } = boundsOf(filter);
  const dateOf = (bound: string | number | null) => (typeof bound === 'string' ? bound : null);
  return (
    <>
      <DateField
        label={texts.fromDate}
        value={dateOf(from)}
        onChange={(date) => change({ kind: 'between', from: date, to })}
      />
      <DateField
        label={texts.toDate}
        value={dateOf(to)}
        onChange={(date) => change({ kind: 'between', from, to: date })}
      />
    </>
  );
}

function BetweenNumbers({ filter, change }: EditorProps) {
  const texts = useTexts(gridTexts);
  const { from, to } = boundsOf(filter);
  return (
    <Group grow wrap="nowrap">
      <NumberBound
        label={texts.from}
        value={from}
        onChange={(bound) => change({ kind: 'between', from: bound, to })}
      />
      <NumberBound
        label={texts.to}
        value={to}
        onChange={(bound) => change({ kind: 'between', from, to: bound })}
      />
    </Group>
  );
}

type NumberBoundProps = {
  readonly label: string;
  readonly value: string | number | null;
  readonly onChange: (value: number | null) => void;
};

function NumberBound({ label, value, onChange }: NumberBoundProps) {
  const [typed, setTyped] = useState(value === null ? '' : String(value).replace('.', ','));
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      value={typed}
      error={typed.trim() !== '' && parseTypedNumber(typed) === null}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(parseTypedNumber(event.currentTarget.value));
      }}
    />
  );
}

function boundsOf(filter: GridFilter | null): { from: string | number | null; to: string | number | null } {
  return filter?.kind === 'between' ? filter : { from: null, to: null };
}
