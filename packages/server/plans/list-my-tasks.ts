import type { Actor, Role } from '@opora/domain/basics/actor.ts';
import { addDays, type CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { can, type Action } from '@opora/domain/basics/can.ts';
import type { MyTasks, Task } from '@opora/domain/plans/tasks.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { type Accepting, findNearerAcceptors } from './accept-queries.ts';
import { findOwnSchools, findTallySight } from './tally-queries.ts';
import {
  findNamedIn,
  findPlansControlledBy,
  findPlansOfOwners,
  findUnitsAt,
  findUnitsBelow,
} from './task-holder-queries.ts';
import { listControlledPlans, listTasks, type TaskHolder } from './task-queries.ts';

/** A month ahead: a person who opens the product twice a week is not surprised, and not flooded. */
const daysAhead = 30;
const tasksMax = 300;

/** What waits for the person, as far as a month ahead. */
export async function listMyTasks(db: Db, actor: Actor, now: Date): Promise<MyTasks> {
  const today = isoDateIn(now);
  const window = { today, until: addDays(today, daysAhead), max: tasksMax + 1 };
  const holder = await holderOf(db, actor, today);
  const tasks = await listTasks(db, holder, window);
  return {
    tasks: tasks.slice(0, tasksMax),
    more: tasks.length > tasksMax,
    controlled: await listControlledPlans(db, holder, today),
  };
}

/** A calendar holds a year, and more of it than a list. */
const feedDaysAhead = 400;
const feedTasksMax = 2_000;

/** Everything dated that is asked of the person in the coming year, for a calendar by subscription. */
export async function listTermsOfPerson(db: Db, actor: Actor, now: Date): Promise<Task[]> {
  const today = isoDateIn(now);
  const window = { today, until: addDays(today, feedDaysAhead), max: feedTasksMax };
  return listTasks(db, await holderOf(db, actor, today), window);
}

async function holderOf(db: Db, actor: Actor, today: CalendarDate): Promise<TaskHolder> {
  const { personId } = actor;
  const executing = scopesWith(actor, 'plans.execute');
  const keeping = scopesWith(actor, 'plans.manage');
  const units = await findUnitsAt(db, executing);
  const schoolIds = await findUnitsBelow(db, scopesOf(actor, ['school-director', 'school-coordinator']));
  const kept = units.filter((unit) => isKept(unit.scope, keeping));
  const own = units.filter((unit) => kept.includes(unit) || executing.includes(unit.scope));
  const unitIds = [...own.map((unit) => unit.id), ...schoolIds];
  return {
    personId,
    namedIn: await findNamedIn(db, { personId, unitIds }),
    schoolIds,
    keptPlanIds: await findPlansOfOwners(
      db,
      kept.map((unit) => unit.id),
    ),
    controlledPlanIds: await findPlansControlledBy(db, personId),
    ownSchools: await findOwnSchools(db, actor),
    accepting: await acceptingOf(db, actor, today),
  };
}

async function acceptingOf(db: Db, actor: Actor, today: CalendarDate): Promise<Accepting | null> {
  const scopes = scopesWith(actor, 'plans.accept');
  if (scopes.length === 0) return null;
  return {
    personId: actor.personId,
    scopes,
    sight: await findTallySight(db, actor),
    nearer: await findNearerAcceptors(db, scopes, today),
  };
}

/** The node itself, or the authority right below it. */
const isKept = (scope: string, keeping: readonly string[]): boolean =>
  keeping.includes(scope) || keeping.includes(scope.slice(0, scope.lastIndexOf('.')));

const scopesWith = (actor: Actor, action: Action): string[] => [
  ...new Set(
    actor.grants
      .filter((grant) => can({ ...actor, grants: [grant] }, action, { scope: grant.scope }))
      .map((grant) => grant.scope),
  ),
];

const scopesOf = (actor: Actor, roles: readonly Role[]): string[] =>
  actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.scope);
