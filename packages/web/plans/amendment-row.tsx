import { ActionIcon, Button, Group, Menu, Table } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import {
  type ActivityChange,
  type ComparedActivityField,
  comparedActivityFields,
} from '@opora/domain/plans/compare-plans.ts';
import type { ActivityDefinition } from '@opora/domain/plans/plan-definition.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { amendmentTexts } from './amendment-catalog.ts';
import type { AmendmentPartProps } from './amendment-page.tsx';
import { ChangeBadges } from './change-badges.tsx';
import { ChangedValue } from './changed-value.tsx';
import { changedTexts } from './change-words.ts';
import { editionTexts } from './edition-catalog.ts';
import { titleOf } from './plan-table.tsx';

type AmendmentRowProps = AmendmentPartProps & {
  readonly change: ActivityChange;
  readonly onEdit: () => void;
};

/** A row as it is to be, with what it was where that differs. */
export function AmendmentRow({ change, amendment, editing, onEdit }: AmendmentRowProps) {
  const texts = useTexts(amendmentTexts);
  const { change: changeTitle, fields } = useTexts(editionTexts);
  const { from, to } = change;
  return (
    <Table.Tr data-gone={to === null || undefined}>
      {comparedActivityFields.map((field) => (
        <Table.Td key={field} data-label={fields[field]}>
          <Cell change={change} field={field} />
        </Table.Td>
      ))}
      <Table.Td data-label={changeTitle}>
        <ChangeBadges change={change} />
      </Table.Td>
      <Table.Td className="screen-only">
        {to === null ? (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={texts.restoreRow(from === null ? '' : titleOf(from))}
            onClick={() => editing.edit({ kind: 'restore-activity', activity: change.id })}
          >
            {texts.restore}
          </Button>
        ) : (
          <Group gap={4} wrap="nowrap">
            <Button
              variant="default"
              size="compact-sm"
              aria-label={texts.editRow(titleOf(to))}
              onClick={onEdit}
            >
              {texts.edit}
            </Button>
            <RowMenu activity={to} change={change} amendment={amendment} editing={editing} />
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Cell({ change, field }: { readonly change: ActivityChange; readonly field: ComparedActivityField }) {
  const { language } = useLanguage();
  const { from, to } = change;
  const texts = changedTexts(from, to, { field, language });
  // A row that is new or goes is marked as a whole.
  if (from === null) return <ChangedValue from={texts.to} to={texts.to} />;
  return <ChangedValue {...texts} />;
}

type RowMenuProps = AmendmentPartProps & {
  readonly activity: ActivityDefinition;
  readonly change: ActivityChange;
};

function RowMenu({ activity, change, amendment, editing }: RowMenuProps) {
  const texts = useTexts(amendmentTexts);
  const { sections, activities } = amendment.content.definition;
  const { id, sectionId } = activity;
  const own = activities.filter((each) => each.sectionId === sectionId);
  const at = own.findIndex((each) => each.id === id);
  const move = (section: string | null, after: string | null) =>
    editing.edit({ kind: 'move-activity', activity: id, section, after });
  const lastOf = (section: string): string | null =>
    activities.findLast((each) => each.sectionId === section)?.id ?? null;
  const isTouched = change.from !== null && (change.fields.length > 0 || change.moved);
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={texts.more(titleOf(activity))}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah={360} maw={420} style={{ overflowY: 'auto' }}>
        <Menu.Item disabled={at <= 0} onClick={() => move(sectionId, own[at - 2]?.id ?? null)}>
          {texts.up}
        </Menu.Item>
        <Menu.Item disabled={at === own.length - 1} onClick={() => move(sectionId, own[at + 1]?.id ?? null)}>
          {texts.down}
        </Menu.Item>
        {isTouched && (
          <Menu.Item onClick={() => editing.edit({ kind: 'restore-activity', activity: id })}>
            {texts.restore}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => editing.edit({ kind: 'remove-activity', activity: id })}>
          {texts.remove}
        </Menu.Item>
        {sections.length > 1 && <Menu.Label>{texts.toSection}</Menu.Label>}
        {sections
          .filter((section) => section.id !== sectionId)
          .map((section) => (
            <Menu.Item key={section.id} onClick={() => move(section.id, lastOf(section.id))}>
              {section.title}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
