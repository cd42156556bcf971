import { describe, expect, it } from 'vitest';
import type { FollowedInstance } from './follow-deadline.ts';
import { countFollowing, followAmendment, redatedActivities } from './follow-amendment.ts';
import { activityOf, definitionOf, idOf } from './plan-definition-for-tests.ts';
import type { ActivityDefinition } from './plan-definition.ts';
import { usualReckoning } from './reckoning.ts';
import type { SchoolDays } from './school-days.ts';

const [north, south] = [
  { id: idOf(801), name: 'Школа № 1' },
  { id: idOf(802), name: 'Школа № 2' },
];
const known = { planActOn: '2023-02-19', inForceOn: '2023-05-12', reckoning: usualReckoning };

const instance = (dueOn: string | null, changes: Partial<FollowedInstance> = {}): FollowedInstance => ({
  id: `i${dueOn}`,
  schoolId: null,
  startsOn: null,
  dueOn,
  printedDueOn: dueOn,
  state: 'planned',
  untouched: true,
  ...changes,
});

/** What happens when the only activity of a plan becomes another. */
function following(
  from: ActivityDefinition | null,
  to: ActivityDefinition | null,
  existing: readonly FollowedInstance[],
  schools: { before?: (typeof north)[]; after?: (typeof north)[]; days?: SchoolDays[] } = {},
) {
  const { before = [], after = before } = schools;
  const change = {
    ...known,
    before: definitionOf({ activities: from === null ? [] : [from], schools: before }),
    after: definitionOf({ activities: to === null ? [] : [to], schools: after }),
    days: schools.days ?? before.map(({ id }) => ({ schoolId: id, firstOn: null, lastOn: null })),
  };
  return followAmendment(change, new Map([[idOf(1), existing]]))[0]?.following;
}

describe('instances follow an amendment', () => {
  const march = activityOf(1);

  it('only of activities that mean other dates', () => {
    const before = definitionOf();
    const renamed = { ...activityOf(2), title: 'Иное' };
    const after = definitionOf({ activities: [activityOf(1, { phrase: 'июнь' }), renamed, activityOf(4)] });
    expect(redatedActivities({ ...known, before, after })).toEqual([1, 4, 3].map(idOf));
  });

  it('an open one takes the new date, also when the old one has passed', () => {
    const moved = following(march, activityOf(1, { phrase: 'до 30.06.2023' }), [instance('2023-03-31')]);
    expect(moved?.move.map(({ to }) => to.dueOn)).toEqual(['2023-06-30']);
  });

  it('what was accepted stays', () => {
    const done = instance('2023-03-31', { state: 'accepted', untouched: false });
    const rest = following(march, activityOf(1, { phrase: 'до 10.03.2023' }), [done]);
    expect(rest).toEqual({ insert: [], move: [], remove: [], cancel: [] });
  });

  it('what was accepted is not asked for again when only its day moves', () => {
    const done = instance('2023-03-31', { state: 'accepted', untouched: false });
    const later = following(march, activityOf(1, { phrase: 'до 30.06.2023' }), [done]);
    expect(later?.insert).toEqual([]);
    const twice = following(march, activityOf(1, { phrase: 'март, июнь' }), [done]);
    expect(twice?.insert).toMatchObject([{ startsOn: '2023-06-01' }]);
  });

  it('of a removed activity go, and what was begun is closed', () => {
    const begun = instance('2023-03-31', { id: 'b', state: 'in-progress', untouched: false });
    expect(following(march, null, [instance('2023-06-30'), begun])).toMatchObject({
      remove: ['i2023-06-30'],
      cancel: ['b'],
    });
  });

  it('an added activity that is due before the amendment asks only for its evidence', () => {
    const added = following(null, activityOf(1, { phrase: 'до 10.04.2023' }), []);
    expect(added?.insert).toMatchObject([{ dueOn: '2023-04-10', state: 'before-approval' }]);
  });

  it('a recurrence keeps the periods that are over and takes the new ones from its day on', () => {
    const quarterly = activityOf(1, { phrase: 'ежеквартально' });
    const monthly = activityOf(1, { phrase: 'ежемесячно' });
    const existing = [
      instance('2023-03-31', { startsOn: '2023-01-01' }),
      instance('2023-06-30', { startsOn: '2023-04-01' }),
    ];
    const changed = following(quarterly, monthly, existing);
    expect(changed?.remove).toEqual([]);
    expect(changed?.cancel).toEqual([]);
    const dates = [
      ...(changed?.move.map(({ to }) => to.dueOn) ?? []),
      ...(changed?.insert.map(({ dueOn }) => dueOn) ?? []),
    ];
    expect(dates).toHaveLength(8);
    expect(dates.every((date) => date !== null && date >= '2023-05-12')).toBe(true);
  });

  it('a school that joins is asked for what comes, not for what was', () => {
    const twice = activityOf(1, { phrase: 'февраль, август. Индивидуально' });
    const existing = ['2023-02-28', '2023-08-31'].map((dueOn) =>
      instance(dueOn, { schoolId: north!.id, startsOn: `${dueOn.slice(0, 8)}01` }),
    );
    const joined = following(twice, twice, existing, { before: [north!], after: [north!, south!] });
    expect(countFollowing(joined!)).toEqual({ added: 1, moved: 0, removed: 0, cancelled: 0 });
    expect(joined?.insert).toMatchObject([{ schoolId: south!.id, startsOn: '2023-08-01' }]);
  });

  it('a school that leaves still owes what was due before, and nothing more', () => {
    const twice = activityOf(1, { phrase: 'февраль, август. Индивидуально' });
    const existing = [
      instance('2023-02-28', { schoolId: north!.id }),
      instance('2023-08-31', { schoolId: north!.id, id: 'later' }),
    ];
    const left = following(twice, twice, existing, { before: [north!, south!], after: [south!] });
    expect(left).toMatchObject({ remove: ['later'], cancel: [], move: [] });
  });

  it('a school that joined in an earlier edition is not asked for what was before it, when a term moves', () => {
    const from = activityOf(1, { phrase: 'февраль, август. Индивидуально' });
    const to = activityOf(1, { phrase: 'февраль, сентябрь. Индивидуально' });
    const august = instance('2023-08-31', { schoolId: north!.id, startsOn: '2023-08-01' });
    const days = [{ schoolId: north!.id, firstOn: '2023-04-01', lastOn: null }];
    const moved = following(from, to, [august], { before: [north!], days });
    expect(moved).toMatchObject({
      insert: [],
      remove: [],
      move: [{ id: august.id, to: { startsOn: '2023-09-01' } }],
    });
  });

  it('a school that left in an earlier edition, or is closed, owes what it owed', () => {
    const from = activityOf(1, { phrase: 'февраль, август. Индивидуально' });
    const to = activityOf(1, { phrase: 'февраль, сентябрь. Индивидуально' });
    const owed = instance('2023-02-28', { schoolId: north!.id, startsOn: '2023-02-01' });
    const days = [{ schoolId: north!.id, firstOn: null, lastOn: '2023-03-31' }];
    const nothing = { insert: [], move: [], remove: [], cancel: [] };
    expect(following(from, to, [owed], { before: [], days })).toMatchObject({ remove: [], cancel: [] });
    expect(following(from, to, [owed], { before: [north!], days })).toEqual(nothing);
  });
});
