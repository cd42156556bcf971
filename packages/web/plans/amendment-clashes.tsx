import { Button, Group, Stack, Text } from '@mantine/core';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { AmendmentEdit } from '@opora/domain/plans/amendment-edit.ts';
import { placeOf } from '@opora/domain/plans/amendment-edit.ts';
import { fieldAsItStands, typedIn } from '@opora/domain/plans/amendment-field.ts';
import type { Amendment } from '@opora/domain/plans/editions-contract.ts';
import { useTexts } from '../platform/language.tsx';
import { mergeTexts } from '../ui/merge-catalog.ts';
import { WaitsAlert } from '../ui/waits-alert.tsx';
import { amendmentTexts } from './amendment-catalog.ts';
import type { AmendmentPartProps } from './amendment-page.tsx';
import { editionTexts } from './edition-catalog.ts';
import { titleOf } from './plan-table.tsx';

/** What this person and another have both written in one field: her words stay here until she has chosen. */
export function AmendmentClashes({ amendment, editing }: AmendmentPartProps) {
  const texts = useTexts(mergeTexts);
  const { clashes, settle } = editing;
  if (clashes.length === 0) return null;
  return (
    <div className="amendment-clashes screen-only">
      <WaitsAlert title={texts.changedByOther} role="alert">
        <Stack gap="sm">
          {clashes.map((edit) => (
            <Clash
              key={placeOf(edit)}
              edit={edit}
              amendment={amendment}
              settle={(keep) => settle(edit, keep)}
            />
          ))}
        </Stack>
      </WaitsAlert>
    </div>
  );
}

type ClashProps = {
  readonly edit: AmendmentEdit;
  readonly amendment: Amendment;
  readonly settle: (keep: 'mine' | 'theirs') => void;
};

function Clash({ edit, amendment, settle }: ClashProps) {
  const texts = useTexts(mergeTexts);
  const { rowIsGone, drop } = useTexts(amendmentTexts);
  const label = useLabel(amendment, edit);
  const theirs = fieldAsItStands(amendment.content, edit);
  return (
    <Stack gap={4} role="group" aria-label={label}>
      <Text size="sm" fw={600}>
        {theirs === null ? rowIsGone(label) : texts.bothChanged(label)}
      </Text>
      {theirs !== null && <Words of={texts.theirs} edit={theirs} />}
      <Words of={texts.mine} edit={edit} />
      <Group gap="xs">
        {theirs !== null && (
          <Button size="compact-sm" variant="default" onClick={() => settle('mine')}>
            {texts.keepMine}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => settle('theirs')}>
          {theirs === null ? drop : texts.takeTheirs}
        </Button>
      </Group>
    </Stack>
  );
}

function Words({ of, edit }: { readonly of: string; readonly edit: AmendmentEdit }) {
  const typed = typedIn(edit) ?? '';
  const isDate = edit.kind === 'set-act-date' || edit.kind === 'set-period';
  return (
    <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
      {of}: {(isDate && typed !== '' ? formatDate(typed) : typed) || '—'}
    </Text>
  );
}

/** The name of the field, with its row. */
function useLabel({ before, content }: Amendment, edit: AmendmentEdit): string {
  const texts = useTexts(amendmentTexts);
  const { fields } = useTexts(editionTexts);
  const inRow = (activityId: string, field: keyof typeof fields): string => {
    const rows = [...content.definition.activities, ...before.activities];
    const row = rows.find(({ id }) => id === activityId);
    return row === undefined ? fields[field] : `${titleOf(row)} — ${fields[field]}`;
  };
  switch (edit.kind) {
    case 'set-act':
    case 'set-act-date':
      return texts.act[edit.field];
    case 'set-title':
      return fields.title;
    case 'set-goal':
      return fields.goal;
    case 'set-controller':
      return fields.controller;
    case 'set-list':
    case 'set-period':
      return fields[edit.field];
    case 'set-no':
      return inRow(edit.activity, 'no');
    case 'set-activity-title':
      return inRow(edit.activity, 'title');
    case 'set-deadline':
      return inRow(edit.activity, 'deadline');
    case 'set-parties':
      return inRow(edit.activity, 'parties');
    case 'set-expected':
      return inRow(edit.activity, 'expected');
    case 'add-activity':
    case 'move-activity':
    case 'remove-activity':
    case 'restore-activity':
      return texts.newTitle;
    case 'add-section':
    case 'rename-section':
    case 'move-section':
    case 'remove-section':
      return texts.sectionTitle;
    case 'add-school':
    case 'remove-school':
      return texts.participants;
  }
}
