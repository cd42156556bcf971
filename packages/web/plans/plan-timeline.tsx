import './plan-timeline.css';
import { Button, Group, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Activity, PlanSection } from '@opora/domain/plans/plan.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { usePrinting } from '../ui/grid/use-printing.ts';
import { lateOfActivity } from './activity-state.ts';
import type { PlanViewProps } from './plan-page.tsx';
import { plansTexts } from './plans-catalog.ts';
import { StateLegend } from './state-legend.tsx';
import { TimelineHead, TimelineRow } from './timeline-row.tsx';
import { timelineScale } from './timeline-scale.ts';
import { TimelineTable } from './timeline-table.tsx';

export type TimelineLine =
  | { readonly kind: 'section'; readonly section: PlanSection; readonly isFolded: boolean }
  | { readonly kind: 'activity'; readonly activity: Activity };

const rowPx = 34;

/** The plan on a scale of months. The same as a table is one key away. */
export function PlanTimeline(props: PlanViewProps) {
  const { plan } = props;
  const texts = useTexts(plansTexts);
  const [isTable, setTable] = useState(false);
  useHotkeys([
    ['T', () => setTable((shown) => !shown)],
    ['Е', () => setTable((shown) => !shown)],
  ]);
  const late = plan.activities.reduce((sum, activity) => sum + lateOfActivity(activity, today()), 0);
  return (
    <section aria-label={texts.views.timeline}>
      <Group justify="space-between" mb="xs">
        <Text fw={600}>{texts.timelineTitle(plan.activities.length, late)}</Text>
        <Button variant="default" size="xs" className="screen-only" onClick={() => setTable(!isTable)}>
          {isTable ? texts.asPicture : texts.asTable}
        </Button>
      </Group>
      {isTable ? <TimelineTable {...props} /> : <TimelinePicture {...props} />}
    </section>
  );
}

function TimelinePicture({ plan, open, search }: PlanViewProps) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const isPrinting = usePrinting();
  const lines = useMemo(() => linesOf(plan, folded), [plan, folded]);
  const scale = useMemo(
    () =>
      timelineScale(plan, {
        widthMinPx: isPrinting ? 700 : 760,
        monthMinPx: isPrinting ? 20 : 56,
        today: today(),
      }),
    [plan, isPrinting],
  );
  // oxlint-disable-next-line react/incompatible-library -- the React Compiler, which it would confuse, is not used
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    overscan: 10,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), current])].toSorted((a, b) => a - b),
  });
  const fold = useCallback((id: string) => {
    setFolded((known) => {
      const next = new Set(known);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const act = useCallback(
    (line: TimelineLine) => (line.kind === 'section' ? fold(line.section.id) : open(line.activity)),
    [fold, open],
  );
  const goTo = (index: number) => {
    const at = Math.min(Math.max(0, index), lines.length - 1);
    setCurrent(at);
    virtual.scrollToIndex(at);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-line="${at}"]`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyTarget(event.key, current, lines.length);
    const line = lines[current];
    if (next !== null) goTo(next);
    else if (line?.kind === 'section' && event.key === (line.isFolded ? 'ArrowRight' : 'ArrowLeft'))
      fold(line.section.id);
    else return;
    event.preventDefault();
  };
  const drawn = isPrinting
    ? lines.map((_, index) => ({ index, start: index * rowPx }))
    : virtual.getVirtualItems();
  return (
    <>
      <StateLegend />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows move between the buttons inside */}
      <div className="timeline-box" ref={box} onKeyDown={onKeyDown}>
        <div className="timeline" style={{ width: `calc(var(--timeline-label) + ${scale.widthPx}px)` }}>
          <TimelineHead scale={scale} />
          <ul className="timeline-rows" style={{ height: lines.length * rowPx }}>
            {drawn.map(({ index, start }) => {
              const line = lines[index];
              if (line === undefined) return null;
              return (
                <TimelineRow
                  key={line.kind === 'section' ? line.section.id : line.activity.id}
                  line={line}
                  index={index}
                  topPx={start}
                  scale={scale}
                  isCurrent={index === current}
                  isOpen={line.kind === 'activity' && line.activity.id === search.activity}
                  onFocus={setCurrent}
                  onAct={act}
                />
              );
            })}
          </ul>
        </div>
      </div>
    </>
  );
}

function linesOf(plan: PlanViewProps['plan'], folded: ReadonlySet<string>): TimelineLine[] {
  const lines: TimelineLine[] = [];
  let section: string | null = null;
  for (const activity of plan.activities) {
    if (activity.sectionId !== section) {
      section = activity.sectionId;
      const titled = plan.sections.find((each) => each.id === section);
      if (titled !== undefined)
        lines.push({ kind: 'section', section: titled, isFolded: folded.has(titled.id) });
    }
    if (section === null || !folded.has(section)) lines.push({ kind: 'activity', activity });
  }
  return lines;
}

function keyTarget(key: string, current: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return current + 1;
    case 'ArrowUp':
      return current - 1;
    case 'PageDown':
      return current + 10;
    case 'PageUp':
      return current - 10;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
