import { Accordion, Button, Drawer, NativeSelect, SegmentedControl, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useTexts } from '../../platform/language.tsx';
import { uiTexts } from '../ui-catalog.ts';
import { ColumnFilter } from './column-filter.tsx';
import { gridTexts } from './grid-catalog.ts';
import type { GridState } from './use-grid.ts';

/** Sorting and filters on a phone, where rows are cards and there is no head. */
export function GridArrangement<Row>({ grid }: { readonly grid: GridState<Row> }) {
  const texts = useTexts(gridTexts);
  const words = useTexts(uiTexts);
  const [isOpen, { open, close }] = useDisclosure();
  const sort = grid.view.sort;
  return (
    <>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
        onClick={open}
      >
        {texts.arrange}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={close}
        title={texts.arrange}
        position="bottom"
        size="80%"
        closeButtonProps={{ 'aria-label': words.close }}
      >
        <Stack>
          <NativeSelect
            label={texts.sortBy}
            value={sort?.columnId ?? ''}
            data={[
              { value: '', label: texts.unsorted },
              ...grid.columns
                .filter(({ isNoOrder }) => isNoOrder !== true)
                .map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onChange={(event) => {
              const columnId = event.currentTarget.value;
              const next = columnId === '' ? null : { columnId, direction: 'ascending' as const };
              grid.setView((view) => ({ ...view, sort: next }));
            }}
          />
          {sort !== null && (
            <SegmentedControl
              aria-label={texts.sortBy}
              value={sort.direction}
              data={[
                { value: 'ascending', label: texts.ascending },
                { value: 'descending', label: texts.descending },
              ]}
              onChange={(value) => {
                const direction = value === 'ascending' ? 'ascending' : 'descending';
                grid.setView((view) => ({ ...view, sort: { ...sort, direction } }));
              }}
            />
          )}
          <Accordion variant="separated">
            {grid.columns.map((column) => (
              <Accordion.Item key={column.id} value={column.id}>
                <Accordion.Control>
                  {grid.view.filters[column.id] === undefined ? column.title : texts.filteredBy(column.title)}
                </Accordion.Control>
                <Accordion.Panel>
                  <ColumnFilter grid={grid} column={column} />
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        </Stack>
      </Drawer>
    </>
  );
}
