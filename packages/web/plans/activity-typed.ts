import { z } from 'zod';
import type { ActivityFields } from '@opora/domain/plans/activity-fields.ts';
import type { Activity, PartyFields, Plan } from '@opora/domain/plans/plan.ts';
import type { Version } from '../ui/use-merged-form.ts';

/** As typed: lists are lines. */
export const Typed = z.object({
  no: z.string(),
  sectionId: z.string().nullable(),
  title: z.string(),
  deadline: z.string(),
  parties: z.string(),
  expected: z.string(),
});
export type Typed = z.infer<typeof Typed>;

export const versionOf = (activity: Activity): Version<Typed> => ({
  fields: typedOf(activity),
  version: activity.version,
});

function typedOf(activity: Activity): Typed {
  return {
    no: activity.no,
    sectionId: activity.sectionId,
    title: activity.title,
    deadline: activity.deadline.raw,
    parties: activity.parties.map((party) => party.raw).join('\n'),
    expected: activity.expected.map((result) => result.raw).join('\n'),
  };
}

export function fieldsOf(typed: Typed, known: readonly PartyFields[]): ActivityFields {
  const { no, sectionId, title, deadline } = typed;
  return {
    no,
    sectionId,
    title,
    deadline,
    expected: linesOf(typed.expected),
    parties: linesOf(typed.parties).map((raw, at) => {
      const same = known.find((party) => party.raw === raw);
      return {
        raw,
        role: at === 0 ? 'lead' : 'co-executor',
        orgUnitId: same?.orgUnitId ?? null,
        personId: same?.personId ?? null,
      };
    }),
  };
}

/** What has been matched once in the plan is known wherever the same words stand. */
export const partiesOf = (plan: Plan): PartyFields[] => plan.activities.flatMap(({ parties }) => parties);

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
