import fc from 'fast-check';
import type { ActivityDefinition, PlanDefinition } from './plan-definition.ts';
import { inPlanOrder } from './plan-definition.ts';
import { readDeadline } from './read-deadline.ts';
import { calendarPlan } from './deadline-for-tests.ts';

export const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** An activity of a plan for 2023 in the first section. */
export function activityOf(n: number, changes: Partial<ActivityDefinition> & { phrase?: string } = {}) {
  const { phrase = 'до 31.03.2023', ...rest } = changes;
  return {
    id: idOf(n),
    sectionId: idOf(901),
    no: String(n),
    title: `Мероприятие ${n}`,
    deadline: readDeadline(phrase, calendarPlan),
    parties: [],
    expected: [],
    ...rest,
  } satisfies ActivityDefinition;
}

export function definitionOf(changes: Partial<PlanDefinition> = {}): PlanDefinition {
  return {
    title: 'Дорожная карта',
    goal: null,
    tasks: [],
    expectedResults: [],
    abbreviations: {},
    periodStartsOn: '2023-01-01',
    periodEndsOn: '2023-12-31',
    controller: null,
    controllerId: null,
    sections: [
      { id: idOf(901), title: 'Организация' },
      { id: idOf(902), title: 'Методическая работа' },
    ],
    schools: [],
    activities: [activityOf(1), activityOf(2), activityOf(3)],
    ...changes,
  };
}

const someOf = (ids: readonly number[]) => fc.shuffledSubarray([...ids]);

/** Any two of them share some of their rows, in any order and with any differences. */
export const anyDefinition: fc.Arbitrary<PlanDefinition> = fc
  .record({
    title: fc.constantFrom('Дорожная карта', 'План'),
    tasks: fc.array(fc.constantFrom('а', 'б'), { maxLength: 2 }),
    abbreviations: fc.dictionary(fc.constantFrom('ДО', 'ИРО'), fc.constantFrom('департамент', 'институт')),
    sections: someOf([901, 902, 903]),
    schools: someOf([801, 802, 803]),
    activities: someOf([1, 2, 3, 4, 5, 6, 7, 8]),
    phrases: fc.array(fc.constantFrom('март', 'ежемесячно', 'до 10.02.2023'), { minLength: 8, maxLength: 8 }),
    places: fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }),
  })
  .map(({ title, tasks, abbreviations, sections, schools, activities, phrases, places }) => {
    const sectionIds = sections.map(idOf);
    const rows = activities.map((n, at) =>
      activityOf(n, {
        sectionId: sectionIds[places[at] ?? 0] ?? null,
        ...(phrases[at] === undefined ? {} : { phrase: phrases[at] }),
      }),
    );
    const definition = definitionOf({
      title,
      tasks,
      abbreviations,
      sections: sectionIds.map((id, at) => ({ id, title: `Раздел ${(places[at] ?? 0) % 2}` })),
      schools: schools.map((n) => ({ id: idOf(n), name: `Школа ${n}` })),
    });
    return { ...definition, activities: inPlanOrder(definition.sections, rows) };
  });
