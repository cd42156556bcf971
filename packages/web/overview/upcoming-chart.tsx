import './upcoming-chart.css';
import { addDays, weekday } from '@opora/domain/basics/calendar-date.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import { type Overview, upcomingDays } from '@opora/domain/overview/overview.ts';
import { useTexts } from '../platform/language.tsx';
import { today } from '../platform/today.ts';
import { ChartWithTable } from '../ui/chart-with-table.tsx';
import { overviewTexts } from './overview-catalog.ts';

/** A column a day for the next month: how many instances are due. Weekends are shaded. */
export function UpcomingChart({ days }: { readonly days: Overview['upcoming'] }) {
  const texts = useTexts(overviewTexts);
  const counts = new Map(days.map(({ dueOn, count }) => [dueOn, count]));
  const highest = Math.max(1, ...counts.values());
  const dates = Array.from({ length: upcomingDays + 1 }, (_, day) => addDays(today(), day));
  const columns = (
    <div className="upcoming-days" aria-hidden>
      {dates.map((date, at) => {
        const count = counts.get(date) ?? 0;
        return (
          <div key={date} data-weekend={weekday(date) > 5} title={`${formatDate(date)}: ${count}`}>
            <span className="upcoming-count">{count > 0 ? count : ''}</span>
            <span className="upcoming-column" style={{ height: `${(count / highest) * 72}px` }} />
            <span className="upcoming-date">
              {/* A Sunday’s date would run into that of the Monday beside it. */}
              {(at === 0 && weekday(date) < 7) || weekday(date) === 1 ? formatDate(date).slice(0, 5) : ''}
            </span>
          </div>
        );
      })}
    </div>
  );
  return (
    <ChartWithTable
      title={texts.upcomingChart(days.reduce((sum, { count }) => sum + count, 0))}
      chart={columns}
      head={[texts.day, texts.all]}
      rows={days.map(({ dueOn, count }) => ({ id: dueOn, cells: [formatDate(dueOn), count] }))}
    />
  );
}
