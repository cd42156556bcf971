import { ActionIcon, Group, Menu, Table, Title, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { amendmentTexts } from './amendment-catalog.ts';
import type { AmendmentPartProps } from './amendment-page.tsx';
import { AmendmentRow } from './amendment-row.tsx';
import { AmendmentRowForm } from './amendment-row-form.tsx';
import type { AmendedSection } from './amendment-table.tsx';
import { editionTexts } from './edition-catalog.ts';
import { NewTitle } from './new-title.tsx';

type AmendmentSectionProps = AmendmentPartProps & {
  readonly section: AmendedSection;
  readonly editedId: string | null;
  readonly setEdited: (activityId: string | null) => void;
  readonly isOpenFirst: boolean;
  /** Rows are those that were looked for: the section is open. */
  readonly isFound: boolean;
};

/** A section of the plan: folds, is renamed, moved and removed, and its rows are changed where they stand. */
export function AmendmentSection(props: AmendmentSectionProps) {
  const { section, amendment, editing, editedId, setEdited, isOpenFirst, isFound } = props;
  const texts = useTexts(amendmentTexts);
  const [isChosen, setChosen] = useState<boolean | null>(null);
  const isOpen = isFound || (isChosen ?? isOpenFirst);
  const lastKept = section.rows.findLast(({ to }) => to !== null)?.id ?? null;
  const add = (title: string, after: string | null) => {
    const activity = crypto.randomUUID();
    editing.edit({ kind: 'add-activity', activity, section: section.id, after, title });
    setEdited(activity);
  };
  return (
    <section aria-label={texts.fold(section.title)}>
      <SectionHead {...props} isOpen={isOpen} toggle={() => setChosen(!isOpen)} />
      {isOpen && (
        <>
          {section.rows.length > 0 && (
            <Table className="amendment-table" aria-label={section.title} verticalSpacing="xs">
              <Head />
              <Table.Tbody>
                {section.rows.map((change) =>
                  change.id === editedId && change.to !== null ? (
                    <AmendmentRowForm
                      key={change.id}
                      activity={change.to}
                      amendment={amendment}
                      editing={editing}
                      onClose={() => setEdited(null)}
                    />
                  ) : (
                    <AmendmentRow
                      key={change.id}
                      change={change}
                      amendment={amendment}
                      editing={editing}
                      onEdit={() => setEdited(change.id)}
                    />
                  ),
                )}
              </Table.Tbody>
            </Table>
          )}
          <NewTitle
            button={texts.addActivity}
            label={texts.newTitle}
            onAdd={(title) => add(title, lastKept)}
          />
        </>
      )}
    </section>
  );
}

function Head() {
  const texts = useTexts(amendmentTexts);
  const { fields, change } = useTexts(editionTexts);
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th w="4rem">{fields.no}</Table.Th>
        <Table.Th>{fields.title}</Table.Th>
        <Table.Th w="14%">{fields.deadline}</Table.Th>
        <Table.Th w="15%">{fields.parties}</Table.Th>
        <Table.Th w="17%">{fields.expected}</Table.Th>
        <Table.Th w="8.5rem">{change}</Table.Th>
        <Table.Th w="9.5rem">{texts.actions}</Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

type SectionHeadProps = AmendmentSectionProps & { readonly isOpen: boolean; readonly toggle: () => void };

function SectionHead({ section, amendment, editing, isOpen, toggle }: SectionHeadProps) {
  const texts = useTexts(amendmentTexts);
  const { activitiesCount } = useTexts(editionTexts);
  const [isNaming, setNaming] = useState(false);
  const { sections } = amendment.content.definition;
  const at = sections.findIndex(({ id }) => id === section.id);
  const { id } = section;
  if (id !== null && isNaming) {
    return (
      <NewTitle
        button={texts.renameSection}
        label={texts.sectionTitle}
        first={section.title}
        onAdd={(title) => editing.edit({ kind: 'rename-section', section: id, title })}
        onClose={() => setNaming(false)}
      />
    );
  }
  const move = (after: string | null) =>
    id !== null && editing.edit({ kind: 'move-section', section: id, after });
  return (
    <Group gap="xs" wrap="nowrap" my={4}>
      <UnstyledButton onClick={toggle} aria-expanded={isOpen}>
        <Group gap={4} wrap="nowrap" align="flex-start">
          {isOpen ? <IconChevronDown size={18} aria-hidden /> : <IconChevronRight size={18} aria-hidden />}
          <Title order={2} size="h5">
            {section.title} · {activitiesCount(section.rows.length)}
          </Title>
        </Group>
      </UnstyledButton>
      {id !== null && (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={texts.sectionActions(section.title)}
              className="screen-only"
            >
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setNaming(true)}>{texts.renameSection}</Menu.Item>
            <Menu.Item disabled={at <= 0} onClick={() => move(sections[at - 2]?.id ?? null)}>
              {texts.up}
            </Menu.Item>
            <Menu.Item
              disabled={at === sections.length - 1}
              onClick={() => move(sections[at + 1]?.id ?? null)}
            >
              {texts.down}
            </Menu.Item>
            <Menu.Item onClick={() => editing.edit({ kind: 'remove-section', section: id })}>
              {texts.removeSection}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
