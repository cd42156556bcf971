import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Action } from '@opora/domain/basics/can.ts';
import { shippedYears } from '@opora/domain/basics/production-calendar.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { calendarsContract } from '@opora/domain/registry/calendars-contract.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { readProductionYear, type ReadProductionYear } from '@opora/domain/registry/read-production-year.ts';
import { problemOfSchoolYear } from '@opora/domain/registry/school-year.ts';
import { wrongDayOf } from '@opora/domain/registry/territory-calendar.ts';
import { mount, type Call, type UploadCall } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import {
  deleteProductionYear,
  deleteSchoolYear,
  deleteTerritoryDay,
  findTerritoryDay,
  getTerritoryCalendar,
  insertProductionYear,
  insertSchoolYear,
  insertTerritoryDay,
} from './calendar-queries.ts';
import { readUploadedSheets } from './read-uploaded-sheets.ts';
import { openSheetReader, type SheetReader } from './register-sheets.ts';
import { findOrgUnit } from './registry-queries.ts';

export function mountCalendars(
  app: FastifyInstance,
  means: { parts: ServerParts; identify: Identify },
): void {
  const reader = openSheetReader();
  app.addHook('onClose', () => reader.close());
  mount(app, means, calendarsContract, {
    getCalendar: async ({ params }, call) => {
      const unit = await allowedUnit(call, params.orgUnitId, 'registry.read');
      return getTerritoryCalendar(call.tx, unit.scope);
    },
    saveProductionYear: async ({ params, body }, call) => {
      const region = await decreeUnit(call, params.orgUnitId, body.year);
      const wrong = wrongDayOf(body);
      if (wrong !== null) throw new Refusal('registry-calendar-day-wrong', { on: wrong.on, year: body.year });
      await deleteProductionYear(call.tx, region, body.year);
      await insertProductionYear(call.tx, region, body);
      return {};
    },
    removeProductionYear: async ({ params, body }, call) => {
      const region = await decreeUnit(call, params.orgUnitId, body.year);
      await deleteProductionYear(call.tx, region, body.year);
      return {};
    },
    readProductionYearFile: ({ params }, call) =>
      readYearFile(call, { ...params, year: Number(params.year) }, reader),
    addCalendarDay: async ({ params, body }, call) => {
      const unit = await allowedUnit(call, params.orgUnitId, 'calendars.manage');
      const day = { ...body, id: randomUUID(), orgUnitId: unit.id };
      await insertTerritoryDay(call.tx, unit, day);
      return day;
    },
    removeCalendarDay: async ({ params }, { tx, allow }) => {
      const day = await findTerritoryDay(tx, params.dayId);
      if (day === undefined) throw new Refusal('not-found');
      allow('calendars.manage', day);
      await deleteTerritoryDay(tx, params.dayId);
      return {};
    },
    saveSchoolYear: async ({ params, body }, call) => {
      const unit = await allowedUnit(call, params.orgUnitId, 'calendars.manage');
      const wrong = problemOfSchoolYear(body.schoolYearStart, body.terms);
      if (wrong !== null) throw new Refusal('registry-school-year-wrong', { problem: wrong.problem });
      await deleteSchoolYear(call.tx, unit, body.schoolYearStart);
      await insertSchoolYear(call.tx, unit, body);
      return {};
    },
    removeSchoolYear: async ({ params, body }, call) => {
      const unit = await allowedUnit(call, params.orgUnitId, 'calendars.manage');
      await deleteSchoolYear(call.tx, unit, body.schoolYearStart);
      return {};
    },
  });
}

async function allowedUnit(call: Call, id: string, action: Action): Promise<OrgUnit> {
  const unit = await findOrgUnit(call.tx, id);
  if (unit === undefined) throw new Refusal('not-found');
  call.allow(action, unit);
  return unit;
}

/** A decree holds for the whole region, and not for a year whose decree the product ships. */
async function decreeUnit(call: Call, id: string, year: number): Promise<OrgUnit> {
  const unit = await allowedUnit(call, id, 'calendars.decree');
  if (unit.kind !== 'region') throw new Refusal('registry-calendar-not-region');
  if (shippedYears.includes(year)) throw new Refusal('registry-calendar-year-known', { year });
  return unit;
}

async function readYearFile(
  call: UploadCall,
  { orgUnitId, year }: { readonly orgUnitId: string; readonly year: number },
  reader: SheetReader,
): Promise<{ days: ReadProductionYear['days'][number][]; notRead: ReadProductionYear['notRead'][number][] }> {
  await decreeUnit(call, orgUnitId, year);
  const [file] = call.files;
  if (file === undefined) throw new Refusal('input-invalid');
  const read = readProductionYear(await readUploadedSheets(call, reader, file), year);
  if (read === null) throw new Refusal('registry-calendar-not-read', { fileName: file.name, year });
  return { days: [...read.days], notRead: [...read.notRead] };
}
