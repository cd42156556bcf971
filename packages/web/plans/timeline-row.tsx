import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import { formatDate } from '@opora/domain/basics/format.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { stateOfActivity, stateOfCounts } from './activity-state.ts';
import { monthShort } from './month-title.ts';
import { titleOf } from './plan-table.tsx';
import type { TimelineLine } from './plan-timeline.tsx';
import { plansTexts } from './plans-catalog.ts';
import { barOf, type TimelineScale, xOf } from './timeline-scale.ts';

const headPx = 44;
const barPx = 14;

/** Quarters and months above the rows; the line of today begins here. */
export function TimelineHead({ scale }: { readonly scale: TimelineScale }) {
  const texts = useTexts(plansTexts);
  const { language } = useLanguage();
  const todayX = xOf(scale, today());
  const isTodayShown = todayX >= 0 && todayX < scale.widthPx;
  return (
    <div className="timeline-head" aria-hidden>
      <div className="timeline-corner">{texts.activity}</div>
      <svg width={scale.widthPx} height={headPx}>
        {scale.quarters.map((quarter) => (
          <g key={quarter.title}>
            <line x1={quarter.xPx} x2={quarter.xPx} y1={0} y2={headPx} className="timeline-quarter" />
            <text x={quarter.xPx + 5} y={15}>
              {quarter.title}
            </text>
          </g>
        ))}
        {scale.months.map((month) => (
          <text key={month.month} x={month.xPx + 5} y={36} className="timeline-month">
            {monthShort(month.month, language)}
          </text>
        ))}
        {isTodayShown && (
          <text x={todayX} y={15} textAnchor="middle" className="timeline-today-word">
            {texts.today}
          </text>
        )}
      </svg>
    </div>
  );
}

type TimelineRowProps = {
  readonly line: TimelineLine;
  readonly index: number;
  readonly topPx: number;
  readonly scale: TimelineScale;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  readonly onFocus: (index: number) => void;
  readonly onAct: (line: TimelineLine) => void;
};

/** A section or an activity: a button with the words, and its terms drawn beside. Drawn anew when it changes, not when the page scrolls. */
export const TimelineRow = memo(function TimelineRow(props: TimelineRowProps) {
  const { line, index, topPx, scale, isCurrent, isOpen, onFocus, onAct } = props;
  const texts = useTexts(plansTexts);
  const isSection = line.kind === 'section';
  const Fold = isSection && line.isFolded ? IconChevronRight : IconChevronDown;
  return (
    <li className="timeline-row" style={{ top: topPx }} data-open={isOpen || undefined}>
      <UnstyledButton
        className="timeline-label"
        data-section={isSection || undefined}
        data-line={index}
        tabIndex={isCurrent ? 0 : -1}
        aria-expanded={isSection ? !line.isFolded : undefined}
        title={isSection ? line.section.title : titleOf(line.activity)}
        onFocus={() => onFocus(index)}
        onClick={() => onAct(line)}
      >
        {isSection ? (
          <>
            <Fold size={14} aria-hidden /> {line.section.title}
          </>
        ) : (
          titleOf(line.activity)
        )}
        {!isSection && <VisuallyHidden>{saidOf(line, texts)}</VisuallyHidden>}
      </UnstyledButton>
      <Bars line={line} scale={scale} />
    </li>
  );
});

type SaidTexts = { readonly states: Readonly<Record<string, string>>; readonly undated: string };

/** The term and the state for who does not see the bar. */
function saidOf(line: Extract<TimelineLine, { kind: 'activity' }>, texts: SaidTexts): string {
  const { terms } = line.activity;
  const dates = terms
    .slice(0, 3)
    .map((term) =>
      [term.startsOn, term.dueOn].map((date) => (date === null ? '…' : formatDate(date))).join(' – '),
    );
  const state = stateOfActivity(line.activity, today());
  const words = terms.every((term) => term.dueOn === null && term.startsOn === null)
    ? [texts.undated]
    : dates;
  return [' ', ...words, state === null ? '' : (texts.states[state] ?? '')].join(', ');
}

function Bars({ line, scale }: { readonly line: TimelineLine; readonly scale: TimelineScale }) {
  const todayX = xOf(scale, today());
  return (
    <svg width={scale.widthPx} height={34} aria-hidden className="timeline-bars">
      {scale.quarters.map((quarter) => (
        <line
          key={quarter.title}
          x1={quarter.xPx}
          x2={quarter.xPx}
          y1={0}
          y2={34}
          className="timeline-quarter"
        />
      ))}
      {todayX >= 0 && todayX < scale.widthPx && (
        <line x1={todayX} x2={todayX} y1={0} y2={34} className="timeline-today" />
      )}
      {line.kind === 'activity' &&
        line.activity.terms.map((term) => {
          const bar = barOf(scale, term);
          const state = stateOfCounts(term.counts, term.dueOn, today());
          if (bar === null || state === null) return null;
          return (
            <g
              key={`${term.startsOn} ${term.dueOn} ${term.label}`}
              data-state={state}
              className="timeline-bar"
            >
              <rect x={bar.xPx} y={10} width={bar.widthPx} height={barPx} rx={bar.isMark ? 5 : 2} />
              <text x={bar.xPx + bar.widthPx / 2} y={21} textAnchor="middle">
                {marks[state]}
              </text>
            </g>
          );
        })}
    </svg>
  );
}

/** Shapes beside the colours; the legend names them. */
export const marks = {
  planned: '',
  'in-progress': '▸',
  submitted: '?',
  returned: '↩',
  postponed: '»',
  accepted: '✓',
  cancelled: '×',
  'before-approval': '…',
  late: '!',
} as const;
