import { Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

type SavedFieldProps = {
  readonly label: string;
  readonly value: string;
  /** Called when the field is left, and after a pause in typing. */
  readonly onSave: (value: string) => void;
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
  const { label, value, onSave, description, isInTable = false, isLong = false, required = false } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const save = () => {
    if (typed === null || typed.trim() === value.trim() || (required && typed.trim() === '')) return;
    onSave(typed);
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
    value: typed ?? value,
    onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
    onBlur: () => {
      save();
      setTyped(null);
    },
  };
  return isLong ? <Textarea {...common} autosize minRows={1} maxRows={12} /> : <TextInput {...common} />;
}
