import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { calendarsContract } from '@opora/domain/registry/calendars-contract.ts';
import type { SchoolTermFields } from '@opora/domain/registry/school-year.ts';
import type { CalendarDayFields, ProductionYear } from '@opora/domain/registry/territory-calendar.ts';
import { call } from '../platform/call.ts';
import { upload } from '../platform/upload.ts';

export function useCalendar(orgUnitId: string) {
  return useQuery({
    queryKey: ['calendars', orgUnitId],
    queryFn: () => call(calendarsContract.getCalendar, { params: { orgUnitId } }),
  });
}

/** A day or a term moved changes what is shown of every plan. */
function useRefreshCalendars() {
  const client = useQueryClient();
  return () =>
    Promise.all(['calendars', 'plans'].map((key) => client.invalidateQueries({ queryKey: [key] })));
}

export function useCalendarChanges(orgUnitId: string) {
  const onSuccess = useRefreshCalendars();
  const params = { orgUnitId };
  return {
    saveSchoolYear: useMutation({
      mutationFn: (body: { schoolYearStart: number; terms: SchoolTermFields[] }) =>
        call(calendarsContract.saveSchoolYear, { params, body }),
      onSuccess,
    }),
    removeSchoolYear: useMutation({
      mutationFn: (schoolYearStart: number) =>
        call(calendarsContract.removeSchoolYear, { params, body: { schoolYearStart } }),
      onSuccess,
    }),
    addDay: useMutation({
      mutationFn: (body: CalendarDayFields) => call(calendarsContract.addCalendarDay, { params, body }),
      onSuccess,
    }),
    removeDay: useMutation({
      mutationFn: (dayId: string) => call(calendarsContract.removeCalendarDay, { params: { dayId } }),
      onSuccess,
    }),
    saveProductionYear: useMutation({
      mutationFn: (body: ProductionYear) => call(calendarsContract.saveProductionYear, { params, body }),
      onSuccess,
    }),
    removeProductionYear: useMutation({
      mutationFn: (year: number) => call(calendarsContract.removeProductionYear, { params, body: { year } }),
      onSuccess,
    }),
  };
}

export function useReadYearFile(orgUnitId: string, year: number) {
  return useMutation({
    mutationFn: (file: File) =>
      upload(
        calendarsContract.readProductionYearFile,
        { params: { orgUnitId, year: String(year) } },
        [file],
        () => undefined,
      ),
  });
}
