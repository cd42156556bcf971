import { Button, Group, Paper, Title } from '@mantine/core';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTexts } from '../platform/language.tsx';
import type { ChartTableProps } from './chart-table.tsx';
import { uiTexts } from './ui-catalog.ts';

const ChartTable = lazy(async () => ({ default: (await import('./chart-table.tsx')).ChartTable }));

type ChartWithTableProps = ChartTableProps & {
  /** States the finding. */
  readonly title: string;
  readonly chart: ReactNode;
};

/** A chart whose numbers are one key away as a table: for the ear, for copying and for those who read tables. */
export function ChartWithTable({ title, chart, head, rows }: ChartWithTableProps) {
  const texts = useTexts(uiTexts);
  const [isTable, setIsTable] = useState(false);
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {title}
        </Title>
        <Button
          size="compact-sm"
          variant="subtle"
          className="screen-only"
          onClick={() => setIsTable(!isTable)}
        >
          {isTable ? texts.asChart : texts.asTable}
        </Button>
      </Group>
      {isTable ? (
        <Suspense>
          <ChartTable head={head} rows={rows} />
        </Suspense>
      ) : (
        chart
      )}
    </Paper>
  );
}
