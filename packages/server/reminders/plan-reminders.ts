import { type CalendarDate } from '@opora/domain/basics/calendar-date.ts';
import { federalCalendar, type ProductionCalendar } from '@opora/domain/basics/production-calendar.ts';
import { productionCalendarOf } from '@opora/domain/registry/territory-calendar.ts';
import { type Audience, audienceOf, nearestOf } from '@opora/domain/reminders/audience.ts';
import { acceptDuties, unitDuties } from '@opora/domain/reminders/duties.ts';
import { mergeForms } from '@opora/domain/reminders/reminder.ts';
import { type ReminderRules, usualRules, usualSettings } from '@opora/domain/reminders/reminder-settings.ts';
import type { ScopePath } from '@opora/domain/basics/actor.ts';
import type { Db, Tx } from '../platform/database.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { systemEntry } from '../platform/system-entry.ts';
import { read, write } from '../platform/transaction.ts';
import { getTerritoryCalendar } from '../registry/calendar-queries.ts';
import {
  beginRun,
  findLastRun,
  finishRun,
  insertDigests,
  insertEscalations,
  isRunOn,
  listAllAssignments,
  listAllRules,
  listCalendarScopes,
  listPeopleToRemind,
  listPlansToRemind,
  listUnitsToRemind,
} from './planning-queries.ts';
import { listReminded, type PlanPerson, type PlanStep, type RemindedAsk } from './reminded-queries.ts';
import { listFormReminders } from './remind-of-forms.ts';
import { listSettings } from './settings-queries.ts';

type Moment = {
  readonly day: CalendarDate;
  /** When the planning of a day begins, as «HH:MM» of the server's own time zone. */
  readonly startsAt: string;
  readonly now: Date;
};

/**
 * Writes the digests of a day, once: everything in one transaction with the row that says that the day is done, so that a server that dies
 * half-way leaves the day undone. Gives how many people are told something; null when the day was planned before.
 */
export async function planReminders(parts: ServerParts, moment: Moment): Promise<number | null> {
  const { database, sendMail } = parts;
  if (await read(database, systemEntry, (db) => isRunOn(db, moment.day))) return null;
  const operating = { name: 'planReminders', requestId: `reminders ${moment.day}`, at: moment.now };
  return write(database, systemEntry, operating, async (tx) => {
    if (!(await beginRun(tx, moment.day, moment.now))) return null;
    const people = await writeDigests(tx, moment, sendMail !== null);
    await finishRun(tx, moment.day, people);
    return people;
  });
}

async function writeDigests(tx: Tx, moment: Moment, canMail: boolean): Promise<number> {
  const people = await listPeopleToRemind(tx);
  const settings = await listSettings(tx);
  const rulesAt = nearestOf(await listAllRules(tx), usualRules);
  const assignments = await listAllAssignments(tx, moment.day);
  const audience = audienceOf({
    today: moment.day,
    lastRun: await findLastRun(tx, moment.day),
    people,
    assignments,
    settings,
    rulesAt,
    calendarAt: await calendars(tx),
  });
  if (audience.reminded.size === 0) return 0;
  const plansAsk = await remindedAsk(tx, moment, { audience, rulesAt });
  const forms = await listFormReminders(tx, plansAsk);
  const toldAnyway = [...forms].flatMap(([personId, own]) =>
    own.some(({ isNew }) => isNew) ? personId : [],
  );
  const ask = { ...plansAsk, toldAnyway };
  const told = await listReminded(tx, ask);
  await insertEscalations(tx, ask.steps, { today: moment.day, at: moment.now });
  const ofPlans = new Map(told.map((one) => [one.personId, one]));
  const digests = people.flatMap(({ id: personId, scope, hasMail }) => {
    const own = forms.get(personId) ?? [];
    const plans = ofPlans.get(personId);
    const goes = plans !== undefined || own.some(({ isNew }) => isNew) || opensWeekOf(audience, personId);
    if (!goes || (plans === undefined && own.length === 0)) return [];
    const byMail = canMail && hasMail && (settings.get(personId) ?? usualSettings).byMail;
    return [{ personId, scope, content: mergeForms(plans ?? nothingOfPlans, own), byMail }];
  });
  await insertDigests(tx, digests, { day: moment.day, at: moment.now });
  return digests.length;
}

const nothingOfPlans = { lines: [], counts: {}, lineCount: 0 };

const opensWeekOf = ({ profiles, reminded }: Audience, personId: string): boolean =>
  profiles[reminded.get(personId) ?? -1]?.window.opensWeek ?? false;

/** The calendar of each node: what the nearest one that entered days has, with what was entered above it. */
async function calendars(db: Db): Promise<(scope: ScopePath) => ProductionCalendar> {
  const entered = new Map<ScopePath, ProductionCalendar>();
  for (const scope of await listCalendarScopes(db)) {
    entered.set(scope, productionCalendarOf(await getTerritoryCalendar(db, scope)));
  }
  return nearestOf(entered, federalCalendar);
}

async function remindedAsk(
  db: Db,
  { day, startsAt }: Moment,
  decided: { readonly audience: Audience; readonly rulesAt: (scope: ScopePath) => ReminderRules },
): Promise<Omit<RemindedAsk, 'toldAnyway'>> {
  const { audience, rulesAt } = decided;
  const units = await listUnitsToRemind(db);
  const plans = await listPlansToRemind(db);
  const duties = unitDuties(units, audience.holders);
  const ofUnit = Map.groupBy(duties, ({ unitId }) => unitId);
  const ofName = Map.groupBy(audience.addressees, ({ personId }) => personId);
  const people = plans.map((plan) => ({
    plan,
    keepers: (ofUnit.get(plan.ownerUnitId) ?? []).map(({ personId }) => personId),
    controllers: (ofName.get(plan.controllerId ?? '') ?? []).map(({ toPersonId }) => toPersonId),
  }));
  // Where an act names no controller whom the system knows, who keeps the plan is told.
  const overseen = people.map(({ plan, keepers, controllers }) => ({
    plan,
    overseers: controllers.length > 0 ? controllers : keepers,
  }));
  const rows = (of: readonly { plan: { id: string }; ids: readonly string[] }[]): PlanPerson[] =>
    of.flatMap(({ plan, ids }) => ids.map((personId) => ({ planId: plan.id, personId })));
  const steps = overseen
    .filter(({ overseers }) => overseers.some((id) => audience.reminded.has(id)))
    .flatMap(({ plan }): PlanStep[] =>
      rulesAt(plan.scope).escalateAfterDays.map((days) => ({ planId: plan.id, days })),
    );
  const atTime = (date: CalendarDate): Date => new Date(`${date}T${startsAt}:00`);
  return {
    today: day,
    audience,
    unitDuties: duties,
    acceptDuties: acceptDuties(
      units.map(({ scope }) => scope),
      audience.holders,
    ),
    keepers: rows(people.map(({ plan, keepers }) => ({ plan, ids: keepers }))),
    controllers: rows(people.map(({ plan, controllers }) => ({ plan, ids: controllers }))),
    overseers: rows(overseen.map(({ plan, overseers }) => ({ plan, ids: overseers }))),
    steps,
    previousAt: audience.profiles.map(({ window }) => atTime(window.previous)),
    stalledAt: audience.profiles.map(
      ({ stalledAfterDays }) => new Date(atTime(day).getTime() - stalledAfterDays * 86_400_000),
    ),
  };
}
