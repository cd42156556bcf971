import { useDebouncedValue } from '@mantine/hooks';
import { can, type Action } from '@opora/domain/basics/can.ts';
import { type FoundPerson, type FoundUnit, searchContract } from '@opora/domain/overview/search-contract.ts';
import { isSchool } from '@opora/domain/registry/org-unit.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMe } from '../accounts/use-me.ts';
import { call } from '../platform/call.ts';
import { useTexts } from '../platform/language.tsx';
import { plansTexts } from '../plans/plans-catalog.ts';
import { actOf } from '../plans/act-of.ts';
import { registryTexts } from '../registry/registry-catalog.ts';
import { searchTexts } from './search-catalog.ts';

/** One thing that was found; `to` opens the very thing. */
export type Found = {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly to: string;
};
export type FoundGroup = { readonly title: string; readonly found: readonly Found[] };

/** What was found, by kind, and what is said of it: the hint, that nothing was found, that these are only alike. */
export function useSearch(question: string): { groups: readonly FoundGroup[]; message: string } {
  const texts = useTexts(searchTexts);
  const [asked] = useDebouncedValue(question.trim(), 150);
  const present = usePresent();
  const { data } = useQuery({
    queryKey: ['search', asked],
    queryFn: () => call(searchContract.search, { query: { question: asked } }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  if (asked === '') return { groups: [], message: texts.hint };
  if (data === undefined) return { groups: [], message: texts.searching };
  const groups = [
    { title: texts.units, found: data.units.map(present.unit) },
    { title: texts.people, found: data.people.map(present.person) },
    { title: texts.plans, found: data.plans.map(present.plan) },
    { title: texts.activities, found: data.activities.map(present.activity) },
  ].filter(({ found }) => found.length > 0);
  if (groups.length === 0) return { groups, message: texts.nothing };
  if (data.readAs !== null) return { groups, message: texts.readAs(data.readAs) };
  return { groups, message: data.isAlike ? texts.alike : '' };
}

type Answer = Awaited<ReturnType<typeof call<(typeof searchContract)['search']>>>;

function usePresent() {
  const texts = useTexts(searchTexts);
  const words = useTexts(plansTexts);
  const { kinds } = useTexts(registryTexts);
  const me = useMe().data;
  const may = (action: Action, scope: string) => me !== undefined && can(me, action, { scope });
  const unitPage = (unit: Pick<FoundUnit, 'id' | 'kind'>) =>
    isSchool(unit) ? `/schools/${unit.id}` : `/organisations?unit=${unit.id}`;
  const personPage = ({ id, scope, unitId, unitKind }: FoundPerson) =>
    may('people.read', scope) ? `/people?person=${id}` : unitPage({ id: unitId, kind: unitKind });
  return {
    unit: (unit: FoundUnit): Found => ({
      id: unit.id,
      title: unit.name,
      note: join([kinds[unit.kind], unit.above, unit.settlement, unit.isClosed ? texts.closed : null]),
      to: unitPage(unit),
    }),
    person: (person: FoundPerson): Found => ({
      id: person.id,
      title: person.name,
      note: join([person.post, person.unitName]),
      to: personPage(person),
    }),
    plan: (plan: Answer['plans'][number]): Found => ({
      id: plan.id,
      title: plan.title,
      note: join([actOf(plan, words), plan.ownerName]),
      to: `/plans/${plan.id}`,
    }),
    activity: (activity: Answer['activities'][number]): Found => ({
      id: activity.id,
      title: join([activity.no, activity.title], ' '),
      note: join([actOf(activity, words), activity.planTitle]),
      to: `/plans/${activity.planId}?activity=${activity.id}`,
    }),
  };
}

function join(notes: readonly (string | null)[], between = ' · '): string {
  return notes.filter((note) => note !== null && note !== '').join(between);
}
