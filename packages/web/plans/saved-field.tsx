import { Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

type SavedFieldProps = {
  readonly label: string;
  readonly value: string;
  /** Of the whole that the field belongs to, as it is shown. */
  readonly version: number;
  /** Called when the field is left, and after a pause in typing; `since`: the version at which the typing began. */
  readonly onSave: (value: string, since: number) => void;
  readonly description?: string;
  /** The words above the field are seen only by a screen reader: a table has them in its head. */
  readonly isInTable?: boolean;
  readonly isLong?: boolean;
  /** An empty field is not saved. */
  readonly required?: boolean;
  readonly id?: string;
};

const pauseMs = 1200;

/** A text that saves itself. What is typed is not overwritten by what comes from elsewhere meanwhile. */
export function SavedField(props: SavedFieldProps) {
  const {
    label,
    value,
    version,
    onSave,
    description,
    isInTable = false,
    isLong = false,
    required = false,
  } = props;
  const [typed, setTyped] = useState<{ readonly text: string; readonly since: number } | null>(null);
  const save = () => {
    if (typed === null) return;
    const text = typed.text.trim();
    if (text === value.trim() || (required && text === '')) return;
    onSave(typed.text, typed.since);
  };
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => latest.current(), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const common = {
    ...(isInTable ? { 'aria-label': label } : { label }),
    ...(props.id === undefined ? {} : { id: props.id }),
    description,
    required,
    value: typed?.text ?? value,
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ text: event.currentTarget.value, since: typed?.since ?? version }),
    onBlur: () => {
      save();
      setTyped(null);
    },
  };
  return isLong ? <Textarea {...common} autosize minRows={1} maxRows={12} /> : <TextInput {...common} />;
}
