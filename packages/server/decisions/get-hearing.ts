import { addDays, yearOf } from '@opora/domain/basics/calendar-date.ts';
import { can } from '@opora/domain/basics/can.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import type { HearingDetail } from '@opora/domain/decisions/hearing.ts';
import { type MonthDynamics, monthDynamics } from '@opora/domain/decisions/month-dynamics.ts';
import { seesAllSchools } from '@opora/domain/plans/school-share.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Call } from '../platform/mount.ts';
import { findSchoolSide } from '../plans/school-cycle-queries.ts';
import { findOrgUnit } from '../registry/registry-queries.ts';
import { listSchoolCategories } from '../registry/school-category-queries.ts';
import {
  countDueOfAllSchools,
  countDueOfSchools,
  listDecisionTasks,
  listPlansOfSchools,
} from './decision-queries.ts';
import { findHearing } from './hearing-queries.ts';
import { isOpen, readMinutes } from './keep-minutes.ts';
import { listNumbers, listProtocols } from './minutes-queries.ts';

const monthsShown = 12;

/** The whole screen but the lists of the school's terms, which are paged by themselves. */
export async function getHearing(hearingId: string, call: Call): Promise<HearingDetail> {
  const { tx, allow, actor } = call;
  const found = await findHearing(tx, hearingId);
  if (found === undefined) throw new Refusal('not-found');
  allow('hearings.read', found);
  const { planId, ...hearing } = found;
  void planId;
  const school = await findOrgUnit(tx, hearing.schoolId);
  if (school === undefined) throw new Refusal('not-found');
  const mayManage = can(actor, 'hearings.manage', hearing);
  const numbers = mayManage ? await listNumbers(call, hearing.hostId, yearOf(hearing.onDate)) : [];
  return {
    ...hearing,
    school,
    categories: await listSchoolCategories(tx, school.id),
    minutes: mayManage && isOpen(hearing) ? await readMinutes(tx, hearing) : null,
    nextNumber: String(Math.max(0, ...numbers.map((number) => Number.parseInt(number, 10) || 0)) + 1),
    protocols: await listProtocols(tx, hearingId),
    tasks: await listDecisionTasks(tx, school.id),
    dynamics: await dynamicsOf(school.id, call),
    mayManage,
  };
}

async function dynamicsOf(schoolId: string, { tx, actor, now }: Call): Promise<MonthDynamics[]> {
  const today = isoDateIn(now);
  const { unitIds } = await findSchoolSide(tx, schoolId);
  const plans = await listPlansOfSchools(tx, unitIds);
  const planIds = plans.map(({ id }) => id);
  // From a year back to the end of this month, which no month outlives by more than 31 days.
  const days = { from: addDays(today, -400), to: addDays(today, 31) };
  const own = await countDueOfSchools(tx, { planIds, unitIds }, days);
  const territory = (await findOrgUnit(tx, schoolId))?.scope.split('.').slice(0, 2).join('.') ?? '';
  const all = seesAllSchools(actor, territory) ? await countDueOfAllSchools(tx, planIds, days) : null;
  return monthDynamics(own, all, { today, months: monthsShown });
}
