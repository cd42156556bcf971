import type { FastifyInstance } from 'fastify';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { schoolCycleContract, schoolPageSize } from '@opora/domain/plans/school-cycle-contract.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { mount, type Call } from '../platform/mount.ts';
import type { Identify, ServerParts } from '../platform/server-parts.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import { getSchoolCycle } from './get-school-cycle.ts';
import {
  type Cursor,
  findSchoolSide,
  listDocumentsOfSchool,
  listInstancesOfSchool,
} from './school-cycle-queries.ts';

export function mountSchoolCycle(
  app: FastifyInstance,
  means: { parts: ServerParts; identify: Identify },
): void {
  mount(app, means, schoolCycleContract, {
    getSchoolCycle: async ({ params }, { tx, allow, now }) => {
      await seeUnit(tx, params.orgUnitId, allow);
      return getSchoolCycle(tx, params.orgUnitId, isoDateIn(now));
    },
    listSchoolInstances: async ({ params, query }, { tx, allow, now }) => {
      await seeUnit(tx, params.orgUnitId, allow);
      const page = { ...pageAfter(query.after), part: query.part, today: isoDateIn(now) };
      return inPages(await listInstancesOfSchool(tx, await findSchoolSide(tx, params.orgUnitId), page));
    },
    listSchoolDocuments: async ({ params, query }, { tx, allow }) => {
      await seeUnit(tx, params.orgUnitId, allow);
      const side = await findSchoolSide(tx, params.orgUnitId);
      return inPages(await listDocumentsOfSchool(tx, side, pageAfter(query.after)));
    },
  });
}

async function seeUnit(db: Db, id: string, allow: Call['allow']): Promise<void> {
  const unit = await findOrgUnit(db, id);
  if (unit === undefined) throw new Refusal('not-found');
  allow('plans.read', unit);
}

/** One row more than a page tells whether there is a next one. */
function pageAfter(after: string | undefined): { readonly after: Cursor | null; readonly max: number } {
  return { after: after === undefined ? null : cursorOf(after), max: schoolPageSize + 1 };
}

function cursorOf(text: string): Cursor {
  const [value = '', id = ''] = text.split(' ');
  const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id);
  if (!isId || Number.isNaN(Date.parse(value))) throw new Refusal('input-invalid');
  return [value, id];
}

function inPages<Row>(found: readonly { readonly row: Row; readonly cursor: Cursor }[]): {
  rows: Row[];
  next: string | null;
} {
  const page = found.slice(0, schoolPageSize);
  const last = page.at(-1);
  return {
    rows: page.map(({ row }) => row),
    next: found.length > page.length && last !== undefined ? last.cursor.join(' ') : null,
  };
}
