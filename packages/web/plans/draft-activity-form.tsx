import { Autocomplete, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import type { DraftActivity } from '@opora/domain/plans/draft-document.ts';
import { useRef } from 'react';
import { useTexts } from '../platform/language.tsx';
import { notify } from '../ui/notice.ts';
import { draftTexts } from './draft-catalog.ts';
import { useDraftEditor } from './draft-context.ts';
import { DraftDeadline } from './draft-deadline.tsx';
import { DoubtNotes } from './doubt-notes.tsx';
import { DraftLines, DraftText } from './draft-field.tsx';

type FormProps = {
  readonly activity: DraftActivity;
  readonly above: string | null;
  readonly below: string | null;
};

/** All of a row, saved as it is typed. */
export function DraftActivityForm({ activity, above, below }: FormProps) {
  const texts = useTexts(draftTexts);
  const { document, edit, goTo } = useDraftEditor();
  const { id, no, title, section, responsible, expected } = activity;
  const titleField = useRef<HTMLTextAreaElement>(null);
  return (
    <div className="draft-card" data-open data-place={`rows/${id}`}>
      <Stack gap="xs">
        <DoubtNotes place={`rows/${id}`} />
        <Group gap="xs" align="flex-start" wrap="nowrap">
          <div className="draft-no">
            <DraftText
              label={texts.no}
              place={`rows/${id}/no`}
              value={no}
              onChange={(value) => edit({ kind: 'set-activity', row: id, field: 'no', value })}
            />
          </div>
          <div className="draft-title">
            <Textarea
              ref={titleField}
              label={texts.activity}
              required
              autosize
              minRows={1}
              maxRows={14}
              data-place={`rows/${id}/title`}
              value={title}
              onChange={(event) =>
                edit({ kind: 'set-activity', row: id, field: 'title', value: event.currentTarget.value })
              }
            />
            <DoubtNotes place={`rows/${id}/title`} />
          </div>
        </Group>
        <DraftDeadline activity={activity} />
        <DraftLines
          label={texts.responsible}
          description={texts.onePerLine}
          place={`rows/${id}/responsible`}
          value={responsible}
          onChange={(value) =>
            edit({ kind: 'set-activity-list', row: id, field: 'responsible', value: [...value] })
          }
        />
        <DraftLines
          label={texts.expected}
          description={texts.onePerLine}
          place={`rows/${id}/expected`}
          value={expected}
          onChange={(value) =>
            edit({ kind: 'set-activity-list', row: id, field: 'expected', value: [...value] })
          }
        />
        <Autocomplete
          label={texts.section}
          data={[...document.sections]}
          value={section ?? ''}
          onChange={(value) => edit({ kind: 'set-section', row: id, value })}
          data-place={`rows/${id}/section`}
        />
        <RowActions activity={activity} above={above} below={below} titleField={titleField} />
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {texts.splitHint}
          </Text>
          <Button size="compact-md" onClick={() => goTo(null)}>
            {texts.done}
          </Button>
        </Group>
      </Stack>
    </div>
  );
}

type ActionsProps = FormProps & { readonly titleField: { readonly current: HTMLTextAreaElement | null } };

function RowActions({ activity, above, below, titleField }: ActionsProps) {
  const texts = useTexts(draftTexts);
  const { document, edit, goTo } = useDraftEditor();
  const { id, title } = activity;
  const rows = document.activities;
  const position = rows.findIndex((row) => row.id === id);
  const addBelow = () => {
    const row = newRowId();
    edit({ kind: 'add-activity', row, after: id });
    goTo(`rows/${row}/title`);
  };
  const split = () => {
    const cursor = titleField.current?.selectionStart ?? title.length;
    const newRow = newRowId();
    const parts = { title: title.slice(0, cursor).trim(), newTitle: title.slice(cursor).trim() };
    edit({ kind: 'split-activity', row: id, newRow, ...parts });
    goTo(`rows/${newRow}/title`);
  };
  const join = () => {
    if (above === null) return;
    edit({ kind: 'join-activities', row: id, into: above });
    goTo(`rows/${above}/title`);
  };
  const remove = () => {
    edit({ kind: 'remove-activity', row: id });
    notify(texts.removed);
    goTo(below === null ? null : `rows/${below}`);
  };
  const action = (label: string, onClick: () => void, disabled = false) => (
    <Button size="compact-sm" variant="default" disabled={disabled} onClick={onClick}>
      {label}
    </Button>
  );
  return (
    <Group gap={6} role="group" aria-label={texts.rowActions}>
      {action(texts.addBelow, addBelow)}
      {action(texts.split, split)}
      {action(texts.joinUp, join, above === null)}
      {action(
        texts.moveUp,
        () => edit({ kind: 'move-activity', row: id, after: rows[position - 2]?.id ?? null }),
        above === null,
      )}
      {action(
        texts.moveDown,
        () => below !== null && edit({ kind: 'move-activity', row: id, after: below }),
        below === null,
      )}
      {action(texts.remove, remove)}
    </Group>
  );
}

/** Ids are made here so that the row can be typed in before the server has heard of it. */
export const newRowId = (): string => `n${crypto.getRandomValues(new Uint32Array(3)).join('-')}`;
