import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDraftEditor } from './draft-context.ts';
import { DoubtNotes } from './doubt-notes.tsx';

type DraftTextProps = {
  readonly label: string;
  /** Path of the field, as `touchedPlaces` names it. */
  readonly place: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
  readonly isLong?: boolean;
  readonly required?: boolean;
};

/** A text of the draft, saved as it is typed, with what is doubtful about it. */
export function DraftText(props: DraftTextProps) {
  const { label, place, value, onChange, description, isLong = false, required = false } = props;
  const { doubtsOf } = useDraftEditor();
  const common = {
    label,
    description,
    value,
    required,
    'data-place': place,
    'data-doubtful': doubtsOf(place).length > 0 || undefined,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  return (
    <div>
      {isLong ? <Textarea {...common} autosize minRows={1} maxRows={14} /> : <TextInput {...common} />}
      <DoubtNotes place={place} />
    </div>
  );
}

type DraftLinesProps = {
  readonly label: string;
  readonly place: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly description?: string;
};

/** A list of texts, one a line. Empty lines are there only while they are typed. */
export function DraftLines({ label, place, value, onChange, description }: DraftLinesProps) {
  const [state, setState] = useState({ value, typed: value.join('\n') });
  const isSame = linesOf(state.typed).join('\n') === value.join('\n');
  if (state.value !== value) setState({ value, typed: isSame ? state.typed : value.join('\n') });
  return (
    <div>
      <Textarea
        label={label}
        description={description}
        autosize
        minRows={1}
        maxRows={14}
        data-place={place}
        value={state.typed}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          setState({ value, typed });
          const lines = linesOf(typed);
          if (lines.join('\n') !== value.join('\n')) onChange(lines);
        }}
      />
      <DoubtNotes place={place} />
    </div>
  );
}

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
