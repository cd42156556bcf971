import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { formatDate, formatDaysFrom } from '@opora/domain/basics/format.ts';
import { useLanguage } from '../platform/language.tsx';
import { today } from '../platform/today.ts';

type DateTextProps = {
  readonly date: CalendarDate;
  /** Adds how far it is from today: «через 3 дня · 28.02.2023». */
  readonly isRelative?: boolean;
};

export function DateText({ date, isRelative = false }: DateTextProps) {
  const { language } = useLanguage();
  return (
    <time dateTime={date} className="date-text">
      {isRelative && `${formatDaysFrom(today(), date, language)} · `}
      {formatDate(date)}
    </time>
  );
}
