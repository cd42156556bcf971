import { Button, Group, Radio, Text, VisuallyHidden } from '@mantine/core';
import type { CellTexts } from '@opora/domain/indicators/form-cell.ts';
import type { FormLine } from '@opora/domain/indicators/form-line.ts';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { formTexts } from './form-catalog.ts';
import { moveBetween } from './move-between.ts';

type YesNoFieldProps = {
  readonly line: FormLine;
  readonly isWrong: boolean;
  readonly onPut: (code: string, texts: CellTexts) => void;
};

/** As they are written into a cell, also in a pasted column. */
const answers = ['да', 'нет', '-'] as const;
type Answer = (typeof answers)[number];

const ofKey: Readonly<Record<string, Answer | ''>> = {
  д: 'да',
  y: 'да',
  '+': 'да',
  '1': 'да',
  н: 'нет',
  n: 'нет',
  '0': 'нет',
  '-': '-',
  Delete: '',
  Backspace: '',
};

/** Yes, no or not applicable: by one key, by ← and →, by pointer; a pasted word is read like in any cell, and one that says neither stays to be seen. */
export function YesNoField({ line, isWrong, onPut }: YesNoFieldProps) {
  const texts = useTexts(formTexts);
  const { language } = useLanguage();
  const { code, name } = line.definition;
  const words = { да: texts.yes, нет: texts.no, '-': texts.notApplicable };
  const now = answerOf(line);
  const put = (amount: string) => onPut(code, { amount, total: '' });
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const answer = ofKey[event.key.toLowerCase()] ?? ofKey[event.key];
    if (answer === undefined || event.ctrlKey || event.metaKey || event.altKey) moveBetween(event);
    else {
      event.preventDefault();
      put(answer);
    }
  };
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData('text/plain').trim();
    if (text === '' || /[\t\n]/.test(text)) return;
    event.preventDefault();
    put(text);
  };
  return (
    <div
      role="radiogroup"
      aria-label={texts.amountOf(name[language])}
      aria-describedby={`note-${code}`}
      className="form-answers"
      onPaste={paste}
    >
      <Group gap="md">
        {answers.map((answer) => (
          <Radio
            key={answer}
            size="sm"
            name={`answer-${code}`}
            label={words[answer]}
            value={answer}
            checked={now === answer}
            error={isWrong}
            data-code={code}
            // One of the three is the cell of the line: that which Tab stops at.
            data-field={answer === (now ?? 'да') ? 'amount' : undefined}
            onChange={() => put(answer)}
            onKeyDown={press}
          />
        ))}
        {line.isFilled && (
          <Button size="compact-xs" variant="subtle" onClick={() => put('')}>
            {texts.clearAnswer}
            <VisuallyHidden> «{name[language]}»</VisuallyHidden>
          </Button>
        )}
      </Group>
      {now === null && line.texts.amount !== '' && (
        <Text size="xs" c="dimmed">
          {texts.typedAs(line.texts.amount)}
        </Text>
      )}
    </div>
  );
}

function answerOf({ value }: FormLine): Answer | null {
  if (value?.state === 'not-applicable') return '-';
  if (value?.state !== 'given' || value.amount === null) return null;
  return value.amount === 0 ? 'нет' : 'да';
}
