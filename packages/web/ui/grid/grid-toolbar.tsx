import {
  Box,
  Button,
  Checkbox,
  CloseButton,
  Group,
  Menu,
  Popover,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconColumns3, IconDownload, IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useLanguage, useTexts } from '../../platform/language.tsx';
import { saveFile } from '../../platform/save-file.ts';
import { today } from '../../platform/today.ts';
import { notify } from '../notice.ts';
import { uiTexts } from '../ui-catalog.ts';
import { seenTable, toCsv, toTsv } from './delimited-text.ts';
import type { GridArrangement as PlainGridArrangement } from './grid-arrangement.tsx';
import { gridTexts } from './grid-catalog.ts';
import { toggled } from './grid-view.ts';
import type { GridState } from './use-grid.ts';

const lazyArrangement = lazy(async () => ({
  default: (await import('./grid-arrangement.tsx')).GridArrangement,
}));
// `lazy` loses that the component works for rows of any type.
const GridArrangement = lazyArrangement as unknown as typeof PlainGridArrangement;

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type GridToolbarProps<Row> = {
  readonly grid: GridState<Row>;
  /** Begins the name of an exported file. */
  readonly label: string;
  readonly isNarrow: boolean;
  readonly searchLabel: string | undefined;
  readonly besideSearch: ReactNode;
  readonly bulkActions: ((selected: readonly Row[], clear: () => void) => ReactNode) | undefined;
};

export function GridToolbar<Row>(props: GridToolbarProps<Row>) {
  const { grid, isNarrow, searchLabel, besideSearch } = props;
  const texts = useTexts(gridTexts);
  const isNarrowed = grid.search !== '' || Object.keys(grid.view.filters).length > 0;
  return (
    <Stack gap="xs" className="screen-only">
      <Group gap="xs" justify="space-between">
        <Group gap="xs" flex={1}>
          <TextInput
            aria-label={searchLabel ?? texts.search}
            placeholder={searchLabel ?? texts.search}
            maxLength={100}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={grid.search}
            onChange={(event) => grid.setSearch(event.currentTarget.value)}
            w={isNarrow ? '100%' : searchLabel === undefined ? 260 : 340}
          />
          {besideSearch}
          <Text size="sm" c="dimmed" role="status">
            {texts.shown(grid.seen.length, grid.rows.length)}
          </Text>
          {isNarrowed && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                grid.setSearch('');
                grid.setView((view) => ({ ...view, filters: {} }));
              }}
            >
              {texts.reset}
            </Button>
          )}
        </Group>
        <Group gap="xs">
          {isNarrow ? (
            <Suspense>
              <GridArrangement grid={grid} />
            </Suspense>
          ) : (
            <ColumnChooser grid={grid} />
          )}
          <Export {...props} />
        </Group>
      </Group>
      {grid.selected.length > 0 && <Selection {...props} />}
    </Stack>
  );
}

function ColumnChooser<Row>({ grid }: { readonly grid: GridState<Row> }) {
  const texts = useTexts(gridTexts);
  return (
    <Popover position="bottom-end" withinPortal trapFocus shadow="md">
      <Popover.Target>
        <Button variant="default" size="sm" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {texts.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={6} role="group" aria-label={texts.columns}>
          {grid.columns.map((column, at) => (
            <Checkbox
              key={column.id}
              size="xs"
              label={column.title}
              // The first column names the row.
              disabled={at === 0}
              checked={!grid.view.hidden.includes(column.id)}
              onChange={() => grid.setView((view) => ({ ...view, hidden: toggled(view.hidden, column.id) }))}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Export<Row>({ grid, label }: GridToolbarProps<Row>) {
  const texts = useTexts(gridTexts);
  const { language } = useLanguage();
  const { connectionLost } = useTexts(uiTexts);
  const table = () => seenTable(grid.shownColumns, grid.seen);
  // File systems take about a hundred Cyrillic letters.
  const name = `${label.slice(0, 80)} ${today()}`;
  const exportXlsx = async () => {
    // Only the loading of the writer can fail: the page stays as it was.
    const { writeTableXlsx } = await import('./write-table-xlsx.ts').catch(() => ({ writeTableXlsx: null }));
    if (writeTableXlsx === null) return notify(connectionLost);
    saveFile(`${name}.xlsx`, await writeTableXlsx(table(), label), xlsxType);
  };
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" size="sm" leftSection={<IconDownload size={16} aria-hidden />}>
          {texts.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void exportXlsx()}>{texts.exportXlsx}</Menu.Item>
        <Menu.Item
          onClick={() => saveFile(`${name}.csv`, toCsv(table(), language), 'text/csv;charset=utf-8')}
        >
          {texts.exportCsv}
        </Menu.Item>
        <Menu.Item onClick={() => window.print()}>{texts.print}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Selection<Row>({ grid, bulkActions }: GridToolbarProps<Row>) {
  const texts = useTexts(gridTexts);
  const clear = () => grid.select(new Set());
  return (
    <Group gap="xs" className="grid-selection">
      <Text size="sm" fw={600} role="status">
        {texts.selected(grid.selected.length)}
      </Text>
      {bulkActions?.(grid.selected, clear)}
      <Copy grid={grid} />
      <Box flex={1} />
      <CloseButton aria-label={texts.clear} onClick={clear} />
    </Group>
  );
}

function Copy<Row>({ grid }: { readonly grid: GridState<Row> }) {
  const texts = useTexts(gridTexts);
  const { language } = useLanguage();
  const [isCopied, setCopied] = useState(false);
  // Browsers give the clipboard to pages over HTTPS only; Ctrl C in the table works everywhere.
  if (!('clipboard' in navigator)) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(toTsv(seenTable(grid.shownColumns, grid.selected), language));
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <Button size="compact-sm" variant="default" onClick={() => void copy()}>
      {isCopied ? texts.copied : texts.copy}
    </Button>
  );
}
