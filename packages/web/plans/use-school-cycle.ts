import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { SchoolPart } from '@opora/domain/plans/school-cycle.ts';
import { schoolCycleContract } from '@opora/domain/plans/school-cycle-contract.ts';
import { attendanceContract } from '@opora/domain/plans/attendance-contract.ts';
import { call } from '../platform/call.ts';

const keyOf = (orgUnitId: string) => ['school-cycle', orgUnitId] as const;

export function useSchoolCycle(orgUnitId: string) {
  return useQuery({
    queryKey: keyOf(orgUnitId),
    queryFn: () => call(schoolCycleContract.getSchoolCycle, { params: { orgUnitId } }),
  });
}

export function useSchoolInstances(orgUnitId: string, part: SchoolPart) {
  return useInfiniteQuery({
    queryKey: [...keyOf(orgUnitId), 'instances', part],
    queryFn: ({ pageParam }) =>
      call(schoolCycleContract.listSchoolInstances, {
        params: { orgUnitId },
        query: { part, ...from(pageParam) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function useSchoolDocuments(orgUnitId: string) {
  return useInfiniteQuery({
    queryKey: [...keyOf(orgUnitId), 'documents'],
    queryFn: ({ pageParam }) =>
      call(schoolCycleContract.listSchoolDocuments, { params: { orgUnitId }, query: from(pageParam) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function useSchoolEvents(orgUnitId: string) {
  return useQuery({
    queryKey: [...keyOf(orgUnitId), 'events'],
    queryFn: () => call(attendanceContract.listSchoolAttendance, { params: { orgUnitId } }),
  });
}

function from(after: string | null): { readonly after?: string } {
  return after === null ? {} : { after };
}
