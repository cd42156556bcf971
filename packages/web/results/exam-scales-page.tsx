import { Button } from '@mantine/core';
import { canSomewhere } from '@opora/domain/basics/can.ts';
import type { ExamScaleEntry } from '@opora/domain/results/exam-scale-contract.ts';
import { useMemo, useState } from 'react';
import { useMe } from '../accounts/use-me.ts';
import { useTexts } from '../platform/language.tsx';
import { DataGrid } from '../ui/grid/data-grid.tsx';
import type { GridColumn } from '../ui/grid/grid-column.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { examScaleTexts } from './exam-scale-catalog.ts';
import { ExamScaleForm } from './exam-scale-form.tsx';
import { useExamScales } from './use-exam-scales.ts';

/** Every version of every scale, with its source; an office adds its own. */
export function ExamScalesPage() {
  const texts = useTexts(examScaleTexts);
  const { data: me } = useMe();
  const scales = useExamScales();
  const [isAdding, setAdding] = useState(false);
  const mayAdd = me !== undefined && canSomewhere(me, 'results.import');
  return (
    <Page
      title={texts.title}
      purpose={texts.purpose}
      {...(mayAdd && !isAdding
        ? { action: <Button onClick={() => setAdding(true)}>{texts.add}</Button> }
        : {})}
    >
      {isAdding && <ExamScaleForm onDone={() => setAdding(false)} />}
      <Loaded query={scales}>{(entries) => <ScaleTable scales={entries} />}</Loaded>
    </Page>
  );
}

function ScaleTable({ scales }: { readonly scales: readonly ExamScaleEntry[] }) {
  const texts = useTexts(examScaleTexts);
  const columns = useMemo(
    (): readonly GridColumn<ExamScaleEntry>[] => [
      {
        id: 'procedure',
        title: texts.procedure,
        kind: 'choice',
        widthPx: 230,
        value: ({ procedure }) => texts.procedureName(procedure),
      },
      { id: 'year', title: texts.year, kind: 'choice', widthPx: 90, value: ({ year }) => String(year) },
      {
        id: 'version',
        title: texts.version,
        kind: 'choice',
        widthPx: 130,
        value: ({ version, isNewest }) => texts.versionOf(version, isNewest),
      },
      { id: 'minimum', title: texts.minimum, kind: 'number', widthPx: 120, value: ({ minimum }) => minimum },
      {
        id: 'marks',
        title: texts.marks,
        kind: 'text',
        widthPx: 130,
        value: ({ marks }) => marks?.join(', ') ?? null,
      },
      {
        id: 'scoreMax',
        title: texts.scoreMax,
        kind: 'number',
        widthPx: 160,
        value: ({ scoreMax }) => scoreMax,
      },
      {
        id: 'condition',
        title: texts.condition,
        kind: 'text',
        widthPx: 220,
        value: ({ condition }) => condition,
      },
      { id: 'source', title: texts.source, kind: 'text', widthPx: 640, value: ({ source }) => source },
      {
        id: 'from',
        title: texts.from,
        kind: 'choice',
        widthPx: 180,
        value: ({ unitName }) => unitName ?? texts.shipped,
      },
    ],
    [texts],
  );
  return (
    <DataGrid
      id="exam-scales"
      label={texts.title}
      rows={scales}
      columns={columns}
      idOf={({ id, procedure, year, version }) =>
        id ?? `${procedure.kind} ${procedure.grade} ${procedure.subject} ${year} ${version}`
      }
      empty={null}
    />
  );
}
