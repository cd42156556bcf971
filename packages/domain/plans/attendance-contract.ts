import { z } from 'zod';
import { contract } from '../basics/contract.ts';
import { AttendanceMark } from './attendance.ts';
import { InstanceDetail } from './instance.ts';
import { ReadAttendance } from './read-attendance.ts';

const InstanceId = z.object({ instanceId: z.uuid() });
const execute = { who: 'role-on-thing', action: 'plans.execute' } as const;

export const SchoolAttendance = z.object({
  instanceId: z.uuid(),
  activityId: z.uuid(),
  planId: z.uuid(),
  no: z.string(),
  title: z.string(),
  dueOn: z.string().nullable(),
  tookPart: z.boolean(),
  people: z.number().int().nullable(),
});
export type SchoolAttendance = z.infer<typeof SchoolAttendance>;

/** Which schools of a plan took part in its events. */
export const attendanceContract = contract({
  markAttendance: {
    method: 'PUT',
    path: '/instances/:instanceId/attendance',
    summary: 'Say which schools took part and how many people of each; replaces what was said before',
    permission: execute,
    params: InstanceId,
    body: z.object({ version: z.number().int(), marks: z.array(AttendanceMark).max(5000) }),
    output: InstanceDetail,
  },
  readAttendanceList: {
    method: 'POST',
    path: '/instances/:instanceId/attendance/list',
    summary: 'Match a pasted list of those who came to the schools of the plan; keeps nothing',
    permission: execute,
    params: InstanceId,
    body: z.object({ text: z.string().min(1).max(200_000) }),
    output: ReadAttendance,
  },
  readAttendanceFile: {
    method: 'POST',
    path: '/instances/:instanceId/attendance/file',
    summary: 'As a pasted list, out of a table file (XLSX, ODS, CSV); the file is not kept',
    permission: execute,
    params: InstanceId,
    uploadBytesMax: 10 * 1_048_576,
    output: ReadAttendance,
  },
  listSchoolAttendance: {
    method: 'GET',
    path: '/org-units/:orgUnitId/attendance',
    summary: 'Events that a school was marked at, the latest fifty',
    permission: { who: 'role-on-thing', action: 'plans.read' },
    params: z.object({ orgUnitId: z.uuid() }),
    output: z.array(SchoolAttendance),
  },
});
