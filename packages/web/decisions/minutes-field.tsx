import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';

type MinutesFieldProps = {
  readonly label: string;
  readonly value: string;
  /** Called with every letter: what is typed is kept at once. */
  readonly onType: (value: string) => void;
  readonly description?: string | undefined;
  readonly placeholder?: string;
  readonly isLong?: boolean;
  readonly isHidden?: boolean;
  readonly place?: string;
};

/** A field of the minutes. While it has the focus it shows what is typed, spaces and all. */
export function MinutesField(props: MinutesFieldProps) {
  const { label, value, onType, description, placeholder, isLong = false, isHidden = false, place } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const common = {
    ...(isHidden ? { 'aria-label': label } : { label }),
    description,
    placeholder,
    'data-place': place,
    value: typed ?? value,
    onChange: (event: { currentTarget: { value: string } }) => {
      setTyped(event.currentTarget.value);
      onType(event.currentTarget.value.trim());
    },
    onBlur: () => setTyped(null),
  };
  return isLong ? <Textarea {...common} autosize minRows={2} maxRows={14} /> : <TextInput {...common} />;
}
