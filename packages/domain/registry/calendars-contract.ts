import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { SchoolTermFields } from './school-year.ts';
import { CalendarDay, CalendarDayFields, ProductionYear, TerritoryCalendar } from './territory-calendar.ts';

const OrgUnitId = z.object({ orgUnitId: z.uuid() });
const Year = z.object({ year: z.number().int().min(2013).max(2100) });
const SchoolYearStart = z.object({ schoolYearStart: z.number().int().min(2013).max(2100) });
const Done = z.object({});

/** A calendar of a year is a sheet of a few hundred rows. */
const calendarBytesMax = 2 * 1_048_576;

/** Production years, days of a territory and school years: what terms are reckoned by. */
export const calendarsContract = contract({
  getCalendar: {
    method: 'GET',
    path: '/calendars/:orgUnitId',
    summary: 'The calendar of a territory: what it entered and what was entered above it',
    permission: { who: 'role-on-thing', action: 'registry.read' },
    params: OrgUnitId,
    output: TerritoryCalendar,
  },
  saveProductionYear: {
    method: 'PUT',
    path: '/calendars/:orgUnitId/production-years',
    summary:
      'Enter the decree on days off of a year that the product does not ship, in place of what was entered',
    permission: { who: 'role-on-thing', action: 'calendars.decree' },
    params: OrgUnitId,
    body: ProductionYear,
    output: Done,
  },
  removeProductionYear: {
    method: 'POST',
    path: '/calendars/:orgUnitId/production-years/remove',
    summary: 'Remove such a year: its days are an estimate again',
    permission: { who: 'role-on-thing', action: 'calendars.decree' },
    params: OrgUnitId,
    body: Year,
    output: Done,
  },
  readProductionYearFile: {
    method: 'POST',
    path: '/calendars/:orgUnitId/production-year-files/:year',
    summary: 'What a file says of a year, before anything is saved: days, and what was not understood',
    permission: { who: 'role-on-thing', action: 'calendars.decree' },
    params: OrgUnitId.extend({ year: z.string().regex(/^20\d\d$/) }),
    uploadBytesMax: calendarBytesMax,
    output: z.object({
      days: z.array(CalendarDayFields),
      notRead: z.array(z.object({ row: z.number().int(), value: z.string() })),
    }),
  },
  addCalendarDay: {
    method: 'POST',
    path: '/calendars/:orgUnitId/days',
    summary: 'Add a day of the territory: off, short or working',
    permission: { who: 'role-on-thing', action: 'calendars.manage' },
    params: OrgUnitId,
    body: CalendarDayFields,
    output: CalendarDay,
  },
  removeCalendarDay: {
    method: 'DELETE',
    path: '/calendar-days/:dayId',
    summary: 'Remove such a day',
    permission: { who: 'role-on-thing', action: 'calendars.manage' },
    params: z.object({ dayId: z.uuid() }),
    output: Done,
  },
  saveSchoolYear: {
    method: 'PUT',
    path: '/calendars/:orgUnitId/school-years',
    summary:
      'Enter quarters, trimesters, half-years and holidays of a school year, in place of what was entered',
    permission: { who: 'role-on-thing', action: 'calendars.manage' },
    params: OrgUnitId,
    body: SchoolYearStart.extend({ terms: z.array(SchoolTermFields).max(24) }),
    output: Done,
  },
  removeSchoolYear: {
    method: 'POST',
    path: '/calendars/:orgUnitId/school-years/remove',
    summary: 'Remove what the territory entered of a school year',
    permission: { who: 'role-on-thing', action: 'calendars.manage' },
    params: OrgUnitId,
    body: SchoolYearStart,
    output: Done,
  },
});
