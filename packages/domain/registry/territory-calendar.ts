import { z } from 'zod';
import { yearOf } from '../basics/calendar-date.ts';
import type { EnteredDay, ProductionCalendar } from '../basics/production-calendar.ts';
import { CalendarDateText } from './org-unit.ts';
import { SchoolTermFields } from './school-year.ts';

/** A day that departs from what the product ships: of a later year's decree, or of a region. */
export const CalendarDayFields = z.object({
  on: CalendarDateText,
  kind: z.enum(['off', 'short', 'working']),
  /** The day off stands for this one. */
  movedFrom: CalendarDateText.nullable(),
  /** «День области»; null when it needs no name. */
  title: z.string().trim().max(300).nullable(),
});
export type CalendarDayFields = z.infer<typeof CalendarDayFields>;

/** A day that a territory entered for itself. */
export const CalendarDay = CalendarDayFields.extend({ id: z.uuid(), orgUnitId: z.uuid() });
export type CalendarDay = z.infer<typeof CalendarDay>;

/** The decree on moving days off, of a year that the product does not ship. */
export const ProductionYear = z.object({
  year: z.number().int().min(2013).max(2100),
  /** Its requisites, or where the days were taken from. */
  source: z.string().trim().min(1).max(500),
  days: z.array(CalendarDayFields).max(366),
});
export type ProductionYear = z.infer<typeof ProductionYear>;

export const SchoolYearCalendar = z.object({
  orgUnitId: z.uuid(),
  /** 2026 for 2026/27. */
  schoolYearStart: z.number().int(),
  terms: z.array(SchoolTermFields),
});
export type SchoolYearCalendar = z.infer<typeof SchoolYearCalendar>;

/** What holds on a territory: its own entries and those from above. */
export const TerritoryCalendar = z.object({
  years: z.array(ProductionYear),
  days: z.array(CalendarDay),
  /** One for each school year: the nearest that was entered, from the territory upwards. */
  schoolYears: z.array(SchoolYearCalendar),
});
export type TerritoryCalendar = z.infer<typeof TerritoryCalendar>;

/** Days of the territory stand before those of the decree: a region may add a day off to any year. */
export function productionCalendarOf(
  calendar: Pick<TerritoryCalendar, 'years' | 'days'>,
): ProductionCalendar {
  const entered = [...calendar.years.flatMap((year) => year.days), ...calendar.days];
  return {
    days: new Map(entered.map(({ on, kind, movedFrom }): [string, EnteredDay] => [on, { kind, movedFrom }])),
    years: new Set(calendar.years.map(({ year }) => year)),
  };
}

/** Null when the days are all of the year and none stands twice; else the first that is wrong. */
export function wrongDayOf(year: ProductionYear): CalendarDayFields | null {
  const seen = new Set<string>();
  for (const day of year.days) {
    if (yearOf(day.on) !== year.year || seen.has(day.on)) return day;
    seen.add(day.on);
  }
  return null;
}
