import './progress-chart.css';
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ProgressParts } from '@opora/domain/plans/progress-parts.ts';
import { formatShare } from '@opora/domain/basics/format.ts';
import { useLanguage, useTexts } from '../platform/language.tsx';
import { overviewTexts } from './overview-catalog.ts';
import { ChartWithTable } from '../ui/chart-with-table.tsx';

export type ProgressRow = {
  readonly id: string;
  readonly name: string;
  /** The page of what the bar stands for. */
  readonly to?: string;
  readonly parts: ProgressParts;
};

const order = ['accepted', 'waits', 'late', 'ahead'] as const;

/** Bars of one length, each divided into accepted, waiting, late and ahead; beside each its counts in words. */
export function ProgressChart({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly ProgressRow[];
}) {
  const texts = useTexts(overviewTexts);
  const { language } = useLanguage();
  const bars = (
    <>
      <ul className="progress-legend" aria-hidden>
        {order.map((part) => (
          <li key={part} data-part={part}>
            {texts[part]}
          </li>
        ))}
      </ul>
      <ul className="progress-rows">
        {rows.map(({ id, name, to, parts }) => (
          <li key={id}>
            <span className="progress-name">
              {to === undefined ? (
                name
              ) : (
                <Anchor component={Link} to={to} inherit lineClamp={2}>
                  {name}
                </Anchor>
              )}
            </span>
            <span className="progress-bar" aria-hidden>
              {order.map(
                (part) =>
                  parts[part] > 0 && <span key={part} data-part={part} style={{ flexGrow: parts[part] }} />,
              )}
            </span>
            <span className="progress-words">
              {formatShare(parts.accepted, parts.total, language)}
              {parts.late > 0 && <strong>{` · ${texts.late.toLowerCase()}: ${parts.late}`}</strong>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
  return (
    <ChartWithTable
      title={title}
      chart={bars}
      head={[texts.part, ...order.map((part) => texts[part]), texts.all]}
      rows={rows.map(({ id, name, parts }) => ({
        id,
        cells: [name, ...order.map((part) => parts[part]), parts.total],
      }))}
    />
  );
}
