import { Stack, Text, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { type ActivityChange, comparePlans, kindsOfChange } from '@opora/domain/plans/compare-plans.ts';
import { foldText } from '@opora/domain/basics/fold-text.ts';
import { useTexts } from '../platform/language.tsx';
import { amendmentTexts } from './amendment-catalog.ts';
import type { AmendmentPartProps } from './amendment-page.tsx';
import { AmendmentSection } from './amendment-section.tsx';
import { NewTitle } from './new-title.tsx';
import { plansTexts } from './plans-catalog.ts';

/** From how many rows on only sections with changes are open at first. */
const manyRows = 150;

/** The plan as it is to become: its rows are changed where they stand. */
export function AmendmentTable({ amendment, editing }: AmendmentPartProps) {
  const texts = useTexts(amendmentTexts);
  const { noSection } = useTexts(plansTexts);
  const { before, content } = amendment;
  const { definition } = content;
  const comparison = useMemo(() => comparePlans(before, definition), [before, definition]);
  const [editedId, setEdited] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(foldText(typed));
  const rows = useMemo(
    () => comparison.activities.filter((change) => wanted === '' || textOf(change).includes(wanted)),
    [comparison, wanted],
  );
  const sections = useMemo(
    () => groupsOf(rows, definition.sections, noSection),
    [rows, definition, noSection],
  );
  const isLarge = comparison.activities.length > manyRows;
  return (
    <Stack gap="md">
      {isLarge && (
        <TextInput
          label={texts.find}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          description={texts.rowsShown(rows.length, comparison.activities.length)}
          maw={480}
        />
      )}
      {sections.map((section) => (
        <AmendmentSection
          key={section.id ?? ''}
          section={section}
          amendment={amendment}
          editing={editing}
          editedId={editedId}
          setEdited={setEdited}
          isOpenFirst={!isLarge || section.rows.some((change) => kindsOfChange(change).length > 0)}
          isFound={wanted !== ''}
        />
      ))}
      {sections.length === 0 && <Text>{texts.rowsShown(0, comparison.activities.length)}</Text>}
      <NewTitle
        button={texts.addSection}
        label={texts.newSection}
        onAdd={(title) => {
          const section = crypto.randomUUID();
          editing.edit({
            kind: 'add-section',
            section,
            title,
            after: definition.sections.at(-1)?.id ?? null,
          });
        }}
      />
    </Stack>
  );
}

/** A section with its rows, those that go included. */
export type AmendedSection = {
  /** Null: rows without a section, and those of sections that go. */
  readonly id: string | null;
  readonly title: string;
  readonly rows: readonly ActivityChange[];
};

function groupsOf(
  rows: readonly ActivityChange[],
  sections: readonly { readonly id: string; readonly title: string }[],
  noSection: string,
): AmendedSection[] {
  const known = new Set(sections.map(({ id }) => id));
  const groups = Map.groupBy(rows, ({ from, to }) => {
    const id = (to ?? from)?.sectionId ?? null;
    return id !== null && known.has(id) ? id : null;
  });
  const without = groups.get(null) ?? [];
  return [
    ...(without.length > 0 ? [{ id: null, title: noSection, rows: without }] : []),
    ...sections.map(({ id, title }) => ({ id, title, rows: groups.get(id) ?? [] })),
  ];
}

function textOf({ from, to }: ActivityChange): string {
  const row = to ?? from;
  return row === null ? '' : foldText(`${row.no} ${row.title} ${row.deadline.raw}`);
}
