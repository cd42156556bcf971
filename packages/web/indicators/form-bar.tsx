import { Anchor, Text } from '@mantine/core';
import type { FormLine } from '@opora/domain/indicators/form-line.ts';
import { isEntered, type SchoolForm } from '@opora/domain/indicators/school-form.ts';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../platform/language.tsx';
import { formTexts } from './form-catalog.ts';
import type { FilledForm } from './use-form.ts';

type FormBarProps = { readonly form: SchoolForm; readonly filled: FilledForm };

/** How far the form is: each number leads to its line. Stays in sight. */
export function FormBar({ form, filled }: FormBarProps) {
  const texts = useTexts(formTexts);
  const lines = linesOfForm(form, filled);
  const errors = linesWith('error', form, filled);
  const warnings = linesWith('warning', form, filled);
  const empty = lines.filter(({ isFilled, level }) => !isFilled && level === null);
  return (
    <div className="form-bar">
      <Text fw={600}>{texts.filled(lines.filter(({ isFilled }) => isFilled).length, lines.length)}</Text>
      <ToLine
        lines={errors}
        word={texts.errors(errors.length)}
        icon={<IconAlertTriangle size={16} aria-hidden />}
      />
      <ToLine
        lines={warnings}
        word={texts.warnings(warnings.length)}
        icon={<IconInfoCircle size={16} aria-hidden />}
      />
      {isEntered(form) && <ToLine lines={empty} word={texts.nextEmpty} icon={null} />}
      {isEntered(form) && <SavedNote filled={filled} />}
    </div>
  );
}

type ToLineProps = {
  readonly lines: readonly FormLine[];
  readonly word: string;
  readonly icon: ReactNode;
};

function ToLine({ lines, word, icon }: ToLineProps) {
  const [first] = lines;
  if (first === undefined) return null;
  return (
    <Anchor component="button" type="button" onClick={() => goToNext(lines)}>
      {icon} {word}
    </Anchor>
  );
}

/** Each press goes to the next of them, and from the last to the first. */
function goToNext(lines: readonly FormLine[]): void {
  const now = document.activeElement?.closest('tr')?.id;
  const at = lines.findIndex(({ definition }) => `line-${definition.code}` === now);
  const next = lines[(at + 1) % lines.length];
  if (next !== undefined) goToLine(next);
}

/** Opens the section, shows the line and puts the cursor into it. */
export function goToLine({ definition }: FormLine): void {
  const row = document.getElementById(`line-${definition.code}`);
  row?.closest('details')?.setAttribute('open', '');
  row?.scrollIntoView({ block: 'center' });
  row?.querySelector<HTMLInputElement>('input[data-field]')?.focus();
}

const linesOfForm = (form: SchoolForm, { lines }: FilledForm): FormLine[] =>
  form.sections.flatMap(({ codes }) => codes.flatMap((code) => lines.get(code) ?? []));

/** Lines that cannot be sent, or that ask for an explanation and have none. */
export function linesWith(wanted: 'error' | 'warning', form: SchoolForm, filled: FilledForm): FormLine[] {
  return linesOfForm(form, filled).filter(
    ({ level, definition }) =>
      level === wanted ||
      filled.findings
        .get(definition.code)
        ?.some(({ severity, answer }) => severity === wanted && answer === null),
  );
}

function SavedNote({ filled }: Pick<FormBarProps, 'filled'>) {
  const texts = useTexts(formTexts);
  const { saving, savedAt, refused } = filled.view;
  const time =
    savedAt === null
      ? null
      : new Date(savedAt).toLocaleTimeString('ru-RU', { hour: '2-digit', minute: '2-digit' });
  const word = {
    saved: time === null ? texts.save.saved : texts.save.savedAt(time),
    waiting: texts.save.waiting,
    offline: texts.save.offline,
  }[saving];
  const isTrouble = refused !== null || saving === 'offline';
  return (
    <Text size="sm" role="status" c={isTrouble ? 'var(--opora-late)' : 'dimmed'}>
      {refused ?? word}
    </Text>
  );
}
