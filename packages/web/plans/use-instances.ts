import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { attendanceContract } from '@opora/domain/plans/attendance-contract.ts';
import type { AttendanceMark } from '@opora/domain/plans/attendance.ts';
import type { EvidenceFields } from '@opora/domain/plans/evidence.ts';
import type { InstanceDetail } from '@opora/domain/plans/instance.ts';
import { instancesContract } from '@opora/domain/plans/instances-contract.ts';
import type { InstanceMove } from '@opora/domain/plans/instance-state.ts';
import { call } from '../platform/call.ts';
import { upload } from '../platform/upload.ts';

export function useTasks() {
  return useQuery({ queryKey: ['tasks'], queryFn: () => call(instancesContract.listTasks, {}) });
}

export function useInstances(activityId: string) {
  return useQuery({
    queryKey: ['activities', activityId, 'instances'],
    queryFn: () => call(instancesContract.listInstances, { params: { activityId } }),
  });
}

export function useSchoolShare(activityId: string, on: CalendarDate) {
  return useQuery({
    queryKey: ['activities', activityId, 'school-share', on],
    queryFn: () => call(instancesContract.getSchoolShare, { params: { activityId }, query: { on } }),
  });
}

export function useInstance(instanceId: string) {
  return useQuery({
    queryKey: ['instances', instanceId],
    queryFn: () => call(instancesContract.getInstance, { params: { instanceId } }),
  });
}

/** The answer of every change is the instance as it now stands; lists that show it are asked again. */
function useTaken() {
  const client = useQueryClient();
  return (detail: InstanceDetail) => {
    client.setQueryData(['instances', detail.id], detail);
    return Promise.all(
      [['plans'], ['activities', detail.activityId], ['tasks']].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
  };
}

export type Moving = {
  readonly move: InstanceMove;
  readonly version: number;
  readonly note: string | null;
  readonly dueOn: CalendarDate | null;
};

export function useMove(instanceId: string) {
  const onSuccess = useTaken();
  return useMutation({ mutationFn: (moving: Moving) => callMove(instanceId, moving), onSuccess });
}

function callMove(instanceId: string, { move, version, note, dueOn }: Moving): Promise<InstanceDetail> {
  const params = { instanceId };
  switch (move) {
    case 'start':
      return call(instancesContract.startInstance, { params, body: { version } });
    case 'submit':
      return call(instancesContract.submitInstance, { params, body: { version, note } });
    case 'withdraw':
      return call(instancesContract.withdrawInstance, { params, body: { version } });
    case 'accept':
      return call(instancesContract.acceptInstance, { params, body: { version, note } });
    case 'return':
      return call(instancesContract.returnInstance, { params, body: { version, note: note ?? '' } });
    case 'postpone':
      return call(instancesContract.postponeInstance, {
        params,
        body: { version, note: note ?? '', dueOn: dueOn ?? '' },
      });
    case 'cancel':
      return call(instancesContract.cancelInstance, { params, body: { version, note: note ?? '' } });
    case 'reopen':
      return call(instancesContract.reopenInstance, { params, body: { version } });
  }
}

export function useGiveEvidence(instanceId: string) {
  const onSuccess = useTaken();
  return useMutation({
    mutationFn: (body: EvidenceFields) =>
      call(instancesContract.giveEvidence, { params: { instanceId }, body }),
    onSuccess,
  });
}

export function useGiveFile(instanceId: string) {
  const onSuccess = useTaken();
  return useMutation({
    mutationFn: (given: {
      readonly file: File;
      readonly expectedResultId: string | null;
      readonly onSent: (share: number) => void;
    }) =>
      upload(
        instancesContract.giveEvidenceFile,
        {
          params: { instanceId },
          body: given.expectedResultId === null ? {} : { expectedResultId: given.expectedResultId },
        },
        [given.file],
        given.onSent,
      ),
    onSuccess,
  });
}

export function useRemoveEvidence() {
  const onSuccess = useTaken();
  return useMutation({
    mutationFn: (evidenceId: string) => call(instancesContract.removeEvidence, { params: { evidenceId } }),
    onSuccess,
  });
}

export function useMarkAttendance(instanceId: string) {
  const onSuccess = useTaken();
  return useMutation({
    mutationFn: (body: { readonly version: number; readonly marks: AttendanceMark[] }) =>
      call(attendanceContract.markAttendance, { params: { instanceId }, body }),
    onSuccess,
  });
}

/** Matches a list, pasted or as a file, to the schools of the plan. */
export function useReadAttendance(instanceId: string) {
  const params = { instanceId };
  return useMutation({
    mutationFn: (list: string | File) =>
      typeof list === 'string'
        ? call(attendanceContract.readAttendanceList, { params, body: { text: list } })
        : upload(attendanceContract.readAttendanceFile, { params }, [list], () => undefined),
  });
}

export function useSetDate(instanceId: string) {
  const onSuccess = useTaken();
  return useMutation({
    mutationFn: (body: {
      readonly version: number;
      readonly startsOn: CalendarDate | null;
      readonly dueOn: CalendarDate;
    }) => call(instancesContract.setInstanceDate, { params: { instanceId }, body }),
    onSuccess,
  });
}

/** Who may be named; the nearest when no words are given. */
export function useAssignees(instanceId: string, search: string) {
  return useQuery({
    queryKey: ['instances', instanceId, 'assignees', search],
    queryFn: () => call(instancesContract.listAssignees, { params: { instanceId }, query: { search } }),
  });
}

export function useAssign(instanceId: string) {
  const onSuccess = useTaken();
  return useMutation({
    mutationFn: (body: { readonly version: number; readonly personId: string | null }) =>
      call(instancesContract.assignInstance, { params: { instanceId }, body }),
    onSuccess,
  });
}

export function useComments(activityId: string) {
  return useQuery({
    queryKey: ['activities', activityId, 'comments'],
    queryFn: () => call(instancesContract.listComments, { params: { activityId } }),
  });
}

export function useAddComment(activityId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly text: string; readonly instanceId: string | null }) =>
      call(instancesContract.addComment, { params: { activityId }, body }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['activities', activityId] }),
        client.invalidateQueries({ queryKey: ['plans'] }),
      ]),
  });
}
