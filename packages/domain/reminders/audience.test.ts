import { describe, expect, it } from 'vitest';
import type { Assignment } from '../accounts/role-term.ts';
import { federalCalendar } from '../basics/production-calendar.ts';
import { type AudienceFacts, audienceOf, nearestOf } from './audience.ts';
import { usualRules, usualSettings } from './reminder-settings.ts';

const school = 'region.north.school';
const role = (id: string, personId: string, scope = school): Assignment => ({
  id,
  personId,
  role: 'school-director',
  scope,
  orgUnitId: scope,
  fromOn: '2020-01-01',
  untilOn: null,
  acting: false,
  inPlaceOfId: null,
});
const facts = (changes: Partial<AudienceFacts> = {}): AudienceFacts => ({
  today: '2026-07-08',
  lastRun: '2026-07-07',
  people: ['anna', 'boris', 'vera'].map((id) => ({ id, scope: school })),
  assignments: [role('a', 'anna'), role('b', 'boris'), role('c', 'vera', 'region.south.school')],
  settings: new Map(),
  rulesAt: () => usualRules,
  calendarAt: () => federalCalendar,
  ...changes,
});
const away = (standInId: string | null) =>
  new Map([
    ['anna', { ...usualSettings, absences: [{ fromOn: '2026-07-06', untilOn: '2026-07-19', standInId }] }],
  ]);
const told = (settings: AudienceFacts['settings']) => {
  const { reminded, holders, addressees } = audienceOf(facts({ settings }));
  return {
    reminded: [...reminded.keys()],
    role: holders[0]?.personId,
    byName: addressees.filter(({ personId }) => personId === 'anna').map(({ toPersonId }) => toPersonId),
  };
};

describe('during an absence', () => {
  it('the stand-in is told what goes to the role and what goes to the name; the absent is not', () => {
    expect(told(away('boris'))).toEqual({ reminded: ['boris', 'vera'], role: 'boris', byName: ['boris'] });
  });

  it('without a stand-in nobody is told; it is told before she leaves', () => {
    expect(told(away(null))).toEqual({ reminded: ['boris', 'vera'], role: 'anna', byName: ['anna'] });
    const friday = audienceOf(facts({ today: '2026-07-03', lastRun: '2026-07-02', settings: away(null) }));
    expect(friday.profiles[friday.reminded.get('anna') ?? -1]?.window.until).toBe('2026-07-19');
    const other = audienceOf(facts({ today: '2026-07-03', lastRun: '2026-07-02', settings: away('boris') }));
    expect(other.profiles[other.reminded.get('anna') ?? -1]?.window.until).toBe('2026-07-05');
  });

  it('one from another school stands in for nobody: she may not read it', () => {
    expect(told(away('vera')).byName).toEqual(['anna']);
  });
});

it('her own quiet days of the week are skipped, and what is due on them is told before', () => {
  const settings = new Map([['anna', { ...usualSettings, quietWeekdays: [3] }]]);
  const on = (today: string, lastRun: string) => audienceOf(facts({ today, lastRun, settings }));
  expect(on('2026-07-08', '2026-07-07').reminded.has('anna')).toBe(false);
  const tuesday = on('2026-07-07', '2026-07-06');
  expect(tuesday.profiles[tuesday.reminded.get('anna') ?? -1]?.window.until).toBe('2026-07-08');
});

it('nobody is told on a day off', () => {
  expect(audienceOf(facts({ today: '2026-07-11' })).reminded.size).toBe(0);
});

it('people who are reminded alike share a profile; own days before make another', () => {
  const settings = new Map([['vera', { ...usualSettings, daysBefore: [3] }]]);
  const { profiles, reminded } = audienceOf(facts({ settings }));
  expect(profiles.map(({ dueSoon }) => dueSoon)).toEqual([['2026-07-09', '2026-07-15'], ['2026-07-11']]);
  expect(Object.fromEntries(reminded)).toEqual({ anna: 0, boris: 0, vera: 1 });
});

it('rules are those of the nearest office that decided', () => {
  const rules = { ...usualRules, stalledAfterDays: 5 };
  const at = nearestOf(new Map([['region.north', rules]]), usualRules);
  expect(at('region.north.school').stalledAfterDays).toBe(5);
  expect(at('region.northern').stalledAfterDays).toBe(usualRules.stalledAfterDays);
  expect(at('region')).toBe(usualRules);
});
