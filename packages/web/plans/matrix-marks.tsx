import { Button, Group, Switch, Text } from '@mantine/core';
import { useTexts } from '../platform/language.tsx';
import { BulkActions } from './bulk-actions.tsx';
import { bulkTexts } from './bulk-catalog.ts';
import type { MarkedCells } from './use-marked-cells.ts';

/** Turns marking on, and offers what can be done to the marked cells. */
export function MatrixMarks({ marks }: { readonly marks: MarkedCells }) {
  const texts = useTexts(bulkTexts);
  const { isOn, setOn, cells, clear } = marks;
  return (
    <Group gap="xs" my="xs" className="screen-only">
      <Switch
        label={texts.markCells}
        checked={isOn}
        onChange={(event) => setOn(event.currentTarget.checked)}
      />
      {cells.length === 0 && isOn && (
        <Text size="xs" c="dimmed">
          {texts.markCellsHint}
        </Text>
      )}
      {cells.length > 0 && (
        <>
          <Text size="sm" role="status">
            {texts.marked(cells.length)}
          </Text>
          <BulkActions marked={{ instanceIds: [], activityIds: [], cells }} clear={clear} />
          <Button size="compact-sm" variant="subtle" onClick={clear}>
            {texts.unmark}
          </Button>
        </>
      )}
    </Group>
  );
}
