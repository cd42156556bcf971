import { Button } from '@mantine/core';
import { can, canSomewhere } from '@opora/domain/basics/can.ts';
import { indicatorTexts } from '@opora/domain/indicators/indicator-catalog.ts';
import type { ListedIndicator } from '@opora/domain/indicators/indicator-contract.ts';
import { periodWords } from '@opora/domain/indicators/period-catalog.ts';
import { type ReactNode, useMemo, useState } from 'react';
import { useMe } from '../accounts/use-me.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { DataGrid } from '../ui/grid/data-grid.tsx';
import type { GridColumn } from '../ui/grid/grid-column.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { IndicatorForm, type IndicatorStart } from './indicator-form.tsx';
import { indicatorPageTexts } from './indicator-page-catalog.ts';
import { IndicatorPanel } from './indicator-panel.tsx';
import { useIndicators } from './use-indicators.ts';

/** Every definition that holds here, with all that is behind it; an office adds its own. */
export function IndicatorsPage() {
  const texts = useTexts(indicatorPageTexts);
  const me = useMe().data;
  const indicators = useIndicators();
  const [editing, setEditing] = useState<IndicatorStart | null>(null);
  const mayAdd = me !== undefined && canSomewhere(me, 'indicators.manage');
  return (
    <Page
      title={texts.title}
      purpose={texts.purpose}
      {...(mayAdd && editing === null
        ? { action: <Button onClick={() => setEditing({ from: null, follows: null })}>{texts.add}</Button> }
        : {})}
    >
      <Loaded query={indicators}>
        {(all) => (
          <>
            {editing !== null && (
              <IndicatorForm
                key={editing.from?.code ?? ''}
                start={editing}
                known={all}
                onDone={() => setEditing(null)}
              />
            )}
            <Catalogue all={all} onEdit={mayAdd ? setEditing : null} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

type CatalogueProps = {
  readonly all: readonly ListedIndicator[];
  readonly onEdit: ((start: IndicatorStart) => void) | null;
};

function Catalogue({ all, onEdit }: CatalogueProps) {
  const texts = useTexts(indicatorPageTexts);
  const words = useTexts(indicatorTexts);
  const me = useMe().data;
  const [open, setOpen] = useState<string | null>(null);
  const columns = useIndicatorColumns();
  const current = useMemo(() => all.filter(({ isCurrent }) => isCurrent), [all]);
  const chosen = current.find(({ code }) => code === open);
  const isOwn = (one: ListedIndicator) =>
    one.scope !== null && me !== undefined && can(me, 'indicators.manage', { scope: one.scope });
  return (
    <>
      <DataGrid
        id="indicators"
        label={texts.title}
        rows={current}
        columns={columns}
        idOf={({ code }) => code}
        groupBy={({ group }) => ({ id: group, title: words.groups[group] })}
        onOpen={({ code }) => setOpen(code)}
        openId={open}
        empty={texts.empty}
      />
      {chosen !== undefined && (
        <IndicatorTitle indicator={chosen} onClose={() => setOpen(null)}>
          <IndicatorPanel
            indicator={chosen}
            all={all}
            mayFollow={isOwn(chosen)}
            onEdit={
              onEdit === null
                ? null
                : (start) => {
                    setOpen(null);
                    onEdit(start);
                  }
            }
          />
        </IndicatorTitle>
      )}
    </>
  );
}

function IndicatorTitle({
  indicator,
  onClose,
  children,
}: {
  readonly indicator: ListedIndicator;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { language } = useLanguage();
  return (
    <SidePanel title={`${indicator.code}. ${indicator.name[language]}`} onClose={onClose}>
      {children}
    </SidePanel>
  );
}

function useIndicatorColumns(): readonly GridColumn<ListedIndicator>[] {
  const texts = useTexts(indicatorPageTexts);
  const words = useTexts(indicatorTexts);
  const { language } = useLanguage();
  return useMemo(
    (): readonly GridColumn<ListedIndicator>[] => [
      { id: 'name', title: texts.name, kind: 'text', widthPx: 300, value: ({ name }) => name[language] },
      { id: 'code', title: texts.code, kind: 'text', widthPx: 80, value: ({ code }) => code },
      { id: 'unit', title: texts.unit, kind: 'choice', widthPx: 120, value: ({ unit }) => words.units[unit] },
      {
        id: 'of',
        title: texts.of,
        kind: 'text',
        widthPx: 190,
        value: ({ denominator }) => denominator?.[language] ?? '—',
      },
      {
        id: 'level',
        title: texts.level,
        kind: 'choice',
        widthPx: 210,
        hiddenAtFirst: true,
        value: ({ levels }) => levels.map((level) => words.levels[level]).join(', '),
      },
      {
        id: 'direction',
        title: texts.direction,
        kind: 'choice',
        widthPx: 165,
        value: ({ direction }) => words.directions[direction],
      },
      {
        id: 'origin',
        title: texts.origin,
        kind: 'choice',
        widthPx: 150,
        value: ({ origin }) => words.origins[origin.kind],
      },
      {
        id: 'periods',
        title: texts.periods,
        kind: 'text',
        widthPx: 260,
        hiddenAtFirst: true,
        value: ({ periods }) => periods.map((kind) => periodWords[language].kinds[kind]).join(', '),
      },
      {
        id: 'source',
        title: texts.source,
        kind: 'text',
        widthPx: 360,
        hiddenAtFirst: true,
        value: ({ source }) => source[language],
      },
      {
        id: 'owner',
        title: texts.owner,
        kind: 'choice',
        widthPx: 200,
        hiddenAtFirst: true,
        value: ({ unitName }) => unitName ?? texts.shipped,
      },
    ],
    [texts, words, language],
  );
}
