import type { FastifyInstance } from 'fastify';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { attendanceContract } from '@opora/domain/plans/attendance-contract.ts';
import { pastedRows, readAttendance } from '@opora/domain/plans/read-attendance.ts';
import { type Means, mount } from '../platform/mount.ts';
import { readUploadedSheets } from '../registry/read-uploaded-sheets.ts';
import { openSheetReader } from '../registry/register-sheets.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import { listAttendanceOf } from './attendance-queries.ts';
import { getInstance } from './get-instance.ts';
import { listMatchable, markAttendance } from './mark-attendance.ts';

export function mountAttendance(app: FastifyInstance, means: Means): void {
  const reader = openSheetReader();
  app.addHook('onClose', () => reader.close());
  mount(app, means, attendanceContract, {
    markAttendance: async ({ params, body }, call) => {
      await markAttendance({ ...params, ...body }, call);
      return getInstance(call.tx, params.instanceId, call);
    },
    readAttendanceList: async ({ params, body }, call) =>
      readAttendance(pastedRows(body.text), await listMatchable(params.instanceId, call)),
    readAttendanceFile: async ({ params }, call) => {
      const schools = await listMatchable(params.instanceId, call);
      const [file] = call.files;
      if (file === undefined) throw new Refusal('plans-file-missing');
      const sheets = await readUploadedSheets(call, reader, file);
      return readAttendance(
        sheets.flatMap(({ rows }) => rows),
        schools,
      );
    },
    listSchoolAttendance: async ({ params }, { tx, allow }) => {
      const unit = await findOrgUnit(tx, params.orgUnitId);
      if (unit === undefined) throw new Refusal('not-found');
      allow('plans.read', unit);
      return listAttendanceOf(tx, params.orgUnitId);
    },
  });
}
