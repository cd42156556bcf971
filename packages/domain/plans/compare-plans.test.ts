import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparePlans,
  countChanges,
  hasChanges,
  kindsOfChange,
  type PlanComparison,
} from './compare-plans.ts';
import type { RowChange } from './compare-rows.ts';
import type { PlanDefinition } from './plan-definition.ts';
import { activityOf, anyDefinition, definitionOf, idOf } from './plan-definition-for-tests.ts';

/** The later state of a list from the earlier one and what is said to have changed, and from nothing else. */
function applyRows<T extends { readonly id: string }>(
  before: readonly T[],
  changes: readonly RowChange<T, keyof T>[],
): T[] {
  const stays = new Set(changes.filter(({ from, to, moved }) => from && to && !moved).map(({ id }) => id));
  const rows = before.filter(({ id }) => stays.has(id));
  for (const { id, to, after } of changes) {
    if (to === null) continue;
    if (stays.has(id)) rows[rows.findIndex((row) => row.id === id)] = to;
    else rows.splice(rows.findIndex((row) => row.id === after) + 1, 0, to);
  }
  return rows;
}

/** Section by section, because a section that moves takes its rows along. */
function applyActivities(before: PlanDefinition, { sections, activities }: PlanComparison) {
  const order = [null, ...applyRows(before.sections, sections).map(({ id }) => id)];
  return order.flatMap((sectionId) =>
    applyRows(
      before.activities.filter((activity) => activity.sectionId === sectionId),
      activities.filter(({ to }) => to?.sectionId === sectionId),
    ),
  );
}

function applyComparison(before: PlanDefinition, comparison: PlanComparison): PlanDefinition {
  const gone = new Set(comparison.schoolsRemoved.map(({ id }) => id));
  return {
    ...before,
    ...Object.fromEntries(comparison.fields.map(({ field, to }) => [field, to])),
    sections: applyRows(before.sections, comparison.sections),
    activities: applyActivities(before, comparison),
    schools: [...before.schools.filter(({ id }) => !gone.has(id)), ...comparison.schoolsAdded],
  };
}

/** Schools are a set. */
const settled = (plan: PlanDefinition): PlanDefinition => ({
  ...plan,
  schools: plan.schools.toSorted((one, other) => one.id.localeCompare(other.id)),
});

describe('a comparison', () => {
  it('of a plan with itself finds nothing', () => {
    fc.assert(
      fc.property(anyDefinition, (plan) => {
        expect(hasChanges(comparePlans(plan, structuredClone(plan)))).toBe(false);
      }),
    );
  });

  it('applied to the earlier state gives the later one', () => {
    fc.assert(
      fc.property(anyDefinition, anyDefinition, (before, after) => {
        expect(settled(applyComparison(before, comparePlans(before, after)))).toEqual(settled(after));
      }),
    );
  });

  it('names every row of both states once', () => {
    fc.assert(
      fc.property(anyDefinition, anyDefinition, (before, after) => {
        const ids = comparePlans(before, after).activities.map(({ id }) => id);
        const all = new Set([...before.activities, ...after.activities].map(({ id }) => id));
        expect(ids.toSorted()).toEqual([...all].toSorted());
      }),
    );
  });
});

describe('the rows of a plan', () => {
  const [one, two, three] = [activityOf(1), activityOf(2), activityOf(3)];
  const other = { sectionId: idOf(902) };
  it.each([
    ['nothing', [one, two, three], []],
    ['one added', [one, activityOf(4), two, three], [['4', 'added']]],
    ['one removed', [one, three], [['2', 'removed']]],
    ['the last put first moves alone', [three, one, two], [['3', 'moved']]],
    ['the first put last moves alone', [two, three, one], [['1', 'moved']]],
    [
      'another section is a move, where it stands in the list does not matter',
      [one, two, { ...three, ...other }],
      [['3', 'moved']],
    ],
    ['another title', [one, { ...two, title: 'Иное' }, three], [['2', 'changed']]],
    ['moved and changed at once', [{ ...three, no: '1' }, one, two], [['1', 'moved', 'changed']]],
    [
      'all replaced',
      [activityOf(4)],
      [
        ['1', 'removed'],
        ['2', 'removed'],
        ['3', 'removed'],
        ['4', 'added'],
      ],
    ],
  ])('%s', (_title, activities, expected) => {
    const { activities: changes } = comparePlans(definitionOf(), definitionOf({ activities }));
    const found = changes
      .map((change) => [(change.to ?? change.from)?.no, ...kindsOfChange(change)])
      .filter(([, ...kinds]) => kinds.length > 0);
    expect(found).toEqual(expected);
  });

  it('are not moved by their section', () => {
    const last = { ...three, ...other };
    const { sections } = definitionOf();
    const before = definitionOf({ activities: [one, two, last] });
    const after = definitionOf({ sections: sections.toReversed(), activities: [last, one, two] });
    const comparison = comparePlans(before, after);
    expect(countChanges(comparison.activities).moved).toBe(0);
    expect(countChanges(comparison.sections).moved).toBe(1);
  });

  it('give the old and the new value of every field that differs', () => {
    const changed = { ...two, title: 'Иное', deadline: activityOf(2, { phrase: 'апрель' }).deadline };
    const { activities } = comparePlans(definitionOf(), definitionOf({ activities: [one, changed, three] }));
    expect(activities[1]).toMatchObject({
      fields: ['title', 'deadline'],
      from: { title: 'Мероприятие 2' },
      to: { title: 'Иное', deadline: { raw: 'апрель' } },
    });
    expect(countChanges(activities)).toEqual({ added: 0, removed: 0, moved: 0, changed: 1 });
  });
});

it('fields and participants of the plan are compared too, whatever the order of the participants', () => {
  const [a, b, c] = [801, 802, 803].map((n) => ({ id: idOf(n), name: `Школа ${n}` }));
  const before = definitionOf({ schools: [a!, b!], goal: null });
  const after = definitionOf({ schools: [c!, a!], goal: 'Поддержка школ' });
  expect(comparePlans(before, after)).toMatchObject({
    fields: [{ field: 'goal', from: null, to: 'Поддержка школ' }],
    schoolsAdded: [c],
    schoolsRemoved: [b],
  });
});
