import { isWithin, type ScopePath } from '../basics/actor.ts';
import type { CalendarDate } from '../basics/calendar-date.ts';
import { weekday } from '../basics/calendar-date.ts';
import { isDayOff, type ProductionCalendar } from '../basics/production-calendar.ts';
import type { Assignment } from '../accounts/role-term.ts';
import { addresseesOf, presentFor, speakingRoles } from './addressees.ts';
import type { Holder } from './duties.ts';
import {
  absenceOn,
  type OwnReminderSettings,
  type ReminderRules,
  usualSettings,
} from './reminder-settings.ts';
import { daysDueSoon, isUndatedDay, reminderWindow, type ReminderWindow } from './reminder-window.ts';

export type Reminded = { readonly id: string; readonly scope: ScopePath };

export type AudienceFacts = {
  readonly today: CalendarDate;
  readonly lastRun: CalendarDate | null;
  readonly people: readonly Reminded[];
  readonly assignments: readonly Assignment[];
  /** Of those who changed anything. */
  readonly settings: ReadonlyMap<string, OwnReminderSettings>;
  /** Of the nearest office at or above the node. */
  readonly rulesAt: (scope: ScopePath) => ReminderRules;
  readonly calendarAt: (scope: ScopePath) => ProductionCalendar;
};

/** What people share who are reminded alike today: most of a region has one and the same. */
export type ReminderProfile = {
  readonly window: ReminderWindow;
  readonly dueSoon: readonly CalendarDate[];
  readonly stalledAfterDays: number;
  /** Of rows without a date, and of what is not proven, today too. */
  readonly tellsUndated: boolean;
  /** Index in `profiles`. */
  readonly number: number;
};

export type Audience = {
  readonly profiles: readonly ReminderProfile[];
  /** Who is reminded today, with the number of her profile. */
  readonly reminded: ReadonlyMap<string, number>;
  /** Roles of today in the hands of those who are told: of who stands in, when she is away. */
  readonly holders: readonly Holder[];
  /** Who is told what is addressed to the person by name; only where that is somebody. */
  readonly addressees: readonly { readonly personId: string; readonly toPersonId: string }[];
};

/** Who is reminded today, of whose duties, and in what measure. */
export function audienceOf(facts: AudienceFacts): Audience {
  const { today, assignments, people, settings } = facts;
  const speaking = speakingRoles(assignments, today);
  const rolesOf = Map.groupBy(speaking, ({ personId }) => personId);
  const awayOf = (personId: string) => absenceOn(settings.get(personId)?.absences ?? [], today);
  const present = (personId: string): string => presentFor(personId, awayOf, mayStandIn(rolesOf)) ?? personId;
  const byName = addresseesOf(assignments, today);
  const { profiles, reminded } = profilesOf(facts, people);
  return {
    profiles,
    reminded,
    holders: speaking.map(({ personId, role, scope }) => ({ personId: present(personId), role, scope })),
    addressees: people.flatMap(({ id }) =>
      [...new Set(byName(id).map(present))].map((toPersonId) => ({ personId: id, toPersonId })),
    ),
  };
}

/**
 * A stand-in is told what the other is told, so she must be one who may read it: with a role today at a node of the other's, above or
 * below it.
 */
function mayStandIn(rolesOf: ReadonlyMap<string, readonly { readonly scope: ScopePath }[]>) {
  return (standInId: string, forPersonId: string): boolean => {
    const own = rolesOf.get(standInId) ?? [];
    const others = rolesOf.get(forPersonId) ?? [];
    return others.every(({ scope }) => own.some((held) => isWithin(scope, held.scope))) && own.length > 0;
  };
}

function profilesOf(facts: AudienceFacts, people: readonly Reminded[]) {
  const profiles = new Map<string, ReminderProfile>();
  const reminded = new Map<string, number>();
  for (const { id, scope } of people) {
    const own = facts.settings.get(id) ?? usualSettings;
    const rules = facts.rulesAt(scope);
    const calendar = facts.calendarAt(scope);
    const isAway = (day: CalendarDate): boolean => {
      const absence = absenceOn(own.absences, day);
      // On the other days of an absence with a stand-in somebody is told: they do not widen what she is told before and after it.
      return absence !== null && (day === facts.today || absence.standInId === null);
    };
    const isQuiet = (day: CalendarDate): boolean =>
      isDayOff(day, calendar) || own.quietWeekdays.includes(weekday(day)) || isAway(day);
    const window = reminderWindow(facts.today, facts.lastRun, isQuiet);
    if (window === null) continue;
    const dueSoon = daysDueSoon(window, own.daysBefore ?? rules.daysBefore);
    const tellsUndated = isUndatedDay(window, rules.undatedEvery);
    const key = JSON.stringify([window, dueSoon, rules.stalledAfterDays, tellsUndated]);
    const profile = profiles.get(key) ?? {
      window,
      dueSoon,
      stalledAfterDays: rules.stalledAfterDays,
      tellsUndated,
      number: profiles.size,
    };
    profiles.set(key, profile);
    reminded.set(id, profile.number);
  }
  return { profiles: [...profiles.values()], reminded };
}

/** What the nearest node at or above a node has; `otherwise` when none of them has anything. */
export function nearestOf<T>(having: ReadonlyMap<ScopePath, T>, otherwise: T): (scope: ScopePath) => T {
  return (scope) => {
    for (let node = scope; node !== ''; node = node.slice(0, Math.max(0, node.lastIndexOf('.')))) {
      const found = having.get(node);
      if (found !== undefined) return found;
    }
    return otherwise;
  };
}
