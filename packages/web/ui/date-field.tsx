import { ActionIcon, Loader, Popover, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { formatDate, parseTypedDate } from '@opora/domain/basics/format.ts';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { IconCalendar } from '@tabler/icons-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { dateTexts } from './date-catalog.ts';

const MonthCalendar = lazy(async () => ({
  default: (await import('./month-calendar.tsx')).MonthCalendar,
}));

type DateFieldProps = {
  readonly label: string;
  readonly value: CalendarDate | null;
  readonly onChange: (date: CalendarDate | null) => void;
  readonly description?: string;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** Days beside Saturday and Sunday that are off. */
  readonly isDayOff?: (date: CalendarDate) => boolean;
};

/** A date typed as «28.02.2023» (or 28.2.23, 28022023) or picked from a month that begins on Monday. */
export function DateField(props: DateFieldProps) {
  const { label, value, onChange, description, error, required = false, disabled = false, isDayOff } = props;
  const texts = useTexts(dateTexts);
  const [isOpen, { toggle, close }] = useDisclosure();
  const [typed, setTyped] = useTyped(value);
  const isWrong = typed.trim() !== '' && parseTypedDate(typed) === null;
  const [isLeft, setLeft] = useState(false);
  return (
    <TextInput
      label={label}
      description={description}
      placeholder={texts.format}
      inputMode="numeric"
      required={required}
      disabled={disabled}
      value={typed}
      error={isLeft && isWrong ? texts.notADate : error}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        setLeft(false);
        if (text.trim() === '' || parseTypedDate(text) !== null) onChange(parseTypedDate(text));
      }}
      onBlur={() => {
        setLeft(true);
        const date = parseTypedDate(typed);
        if (date !== null) setTyped(formatDate(date));
      }}
      rightSection={
        <Popover opened={isOpen} onClose={close} position="bottom-end" trapFocus returnFocus shadow="md">
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={disabled}
              onClick={toggle}
              aria-label={texts.pick(label)}
            >
              <IconCalendar size={16} />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <Suspense fallback={<Loader size="sm" />}>
              <MonthCalendar
                value={value}
                today={today()}
                isDayOff={isDayOff}
                onPick={(date) => {
                  onChange(date);
                  close();
                }}
              />
            </Suspense>
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}

/** What stands in the field; follows the value when it is changed from outside. */
function useTyped(value: CalendarDate | null): [string, (typed: string) => void] {
  const [state, setState] = useState({ value, typed: written(value) });
  if (state.value !== value) {
    const typed = parseTypedDate(state.typed) === value && value !== null ? state.typed : written(value);
    setState({ value, typed });
  }
  return [state.typed, (typed) => setState((known) => ({ ...known, typed }))];
}

const written = (date: CalendarDate | null): string => (date === null ? '' : formatDate(date));
