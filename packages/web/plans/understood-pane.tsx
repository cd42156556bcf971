import './understood-pane.css';
import { Button, TextInput, Title } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../platform/language.tsx';
import { DraftActivityCard } from './draft-activity.tsx';
import { newRowId } from './draft-activity-form.tsx';
import { DraftAims, DraftLegend, DraftSchools } from './draft-aims.tsx';
import { draftTexts } from './draft-catalog.ts';
import { useDraftEditor } from './draft-context.ts';
import { DoubtNotes } from './doubt-notes.tsx';
import { DraftIndicator } from './draft-indicator.tsx';
import { DraftParties } from './draft-parties.tsx';
import { DraftRequisites } from './draft-requisites.tsx';
import { itemOf, type UnderstoodItem, understoodItems } from './understood-items.ts';

const heights: Readonly<Record<UnderstoodItem['kind'], number>> = {
  document: 120,
  requisites: 760,
  aims: 320,
  schools: 160,
  legend: 200,
  parties: 140,
  section: 44,
  activity: 150,
  'indicators-head': 44,
  indicator: 150,
  add: 60,
};

/** What was understood, to be mended in place. Only what is on the screen is drawn: a plan may have 2,000 rows. */
export function UnderstoodPane() {
  const texts = useTexts(draftTexts);
  const { document, doubts, at } = useDraftEditor();
  const items = useMemo(() => understoodItems(document, doubts), [document, doubts]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[items[index]?.kind ?? 'activity'],
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 4,
  });
  const target = at === null ? -1 : itemOf(items, at);
  useEffect(() => {
    if (at === null || target < 0) return;
    virtual.scrollToIndex(target, { align: 'auto' });
    return focusSoon(scroller.current, at);
    // Only a new place moves the person; an edit that shifts rows does not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [at]);
  return (
    <div className="understood-pane" ref={scroller} role="region" aria-label={texts.understood}>
      <div className="understood-list" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const shown = items[item.index];
          if (shown === undefined) return null;
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className="understood-item"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Item item={shown} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The field is drawn after the scroll; it is waited for a few frames. Returns what stops waiting. */
function focusSoon(pane: HTMLElement | null, place: string): () => void {
  let frame = 0;
  let left = 30;
  const look = () => {
    const holder = pane?.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`);
    const field =
      holder?.matches('input, textarea') === true
        ? holder
        : holder?.querySelector<HTMLElement>('input, textarea');
    if (field) {
      field.focus({ preventScroll: true });
      field.scrollIntoView({ block: 'nearest' });
    } else if ((left -= 1) > 0) {
      frame = requestAnimationFrame(look);
    }
  };
  frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}

/** Drawn again when the draft changes and not while the pane is scrolled. */
const Item = memo(function Item({ item }: { readonly item: UnderstoodItem }) {
  const texts = useTexts(draftTexts);
  const { document } = useDraftEditor();
  switch (item.kind) {
    case 'document':
      return (
        <div data-place="document">
          <Title order={3} size="h5">
            {texts.wholeDocument}
          </Title>
          <DoubtNotes place="document" />
          <DoubtNotes place="indicators" />
        </div>
      );
    case 'requisites':
      return <DraftRequisites />;
    case 'aims':
      return <DraftAims />;
    case 'schools':
      return <DraftSchools />;
    case 'legend':
      return <DraftLegend />;
    case 'parties':
      return <DraftParties />;
    case 'section':
      return item.title === null ? (
        <Title order={3} size="h5">
          {texts.noSection}
        </Title>
      ) : (
        <SectionTitle key={item.title} title={item.title} />
      );
    case 'activity':
      return <DraftActivityCard activity={item.activity} above={item.above} below={item.below} />;
    case 'add':
      return <AddFirst />;
    case 'indicators-head':
      return (
        <Title order={3} size="h5">
          {texts.indicators}
        </Title>
      );
    case 'indicator': {
      const indicator = document.indicators[item.at];
      return indicator === undefined ? null : <DraftIndicator indicator={indicator} at={item.at} />;
    }
  }
});

/** Renamed when the field is left: each name on the way would be a section of its own. */
function SectionTitle({ title }: { readonly title: string }) {
  const texts = useTexts(draftTexts);
  const { edit } = useDraftEditor();
  const [typed, setTyped] = useState(title);
  const save = () => {
    if (typed.trim() === '' || typed.trim() === title) setTyped(title);
    else edit({ kind: 'rename-section', from: title, to: typed.trim() });
  };
  return (
    <TextInput
      className="section-title"
      aria-label={texts.renameSection}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
}

function AddFirst() {
  const texts = useTexts(draftTexts);
  const { edit, goTo } = useDraftEditor();
  const add = () => {
    const row = newRowId();
    edit({ kind: 'add-activity', row, after: null });
    goTo(`rows/${row}/title`);
  };
  return (
    <Button variant="default" onClick={add}>
      {texts.addFirst}
    </Button>
  );
}
