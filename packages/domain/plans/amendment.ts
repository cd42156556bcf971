import { z } from 'zod';
import { CalendarDateText } from '../registry/org-unit.ts';
import { comparePlans, hasChanges } from './compare-plans.ts';
import { PlanDefinition } from './plan-definition.ts';

/** The act that makes an amendment law, as far as it is filled in, and why the plan is changed. */
export const AmendmentAct = z.object({
  actType: z.string().nullable(),
  actNumber: z.string().nullable(),
  actOn: CalendarDateText.nullable(),
  actAuthority: z.string().nullable(),
  inForceOn: CalendarDateText.nullable(),
  reasons: z.string().nullable(),
});
export type AmendmentAct = z.infer<typeof AmendmentAct>;

/** A draft of an amendment: the act to be, and the plan as it is to become. */
export const AmendmentContent = z.object({ act: AmendmentAct, definition: PlanDefinition });
export type AmendmentContent = z.infer<typeof AmendmentContent>;

export const emptyAct: AmendmentAct = {
  actType: null,
  actNumber: null,
  actOn: null,
  actAuthority: null,
  inForceOn: null,
  reasons: null,
};

/** Why an amendment cannot be approved yet. */
export type AmendmentObstacle =
  | `${keyof AmendmentAct}-missing`
  | 'nothing-changed'
  | 'in-force-before-act'
  | 'in-force-before-edition'
  | 'period-reversed';

/** All that stands in the way, in the order of the form. `lastInForceOn` is of the edition that is to be replaced. */
export function amendmentObstacles(
  content: AmendmentContent,
  given: { readonly before: PlanDefinition; readonly lastInForceOn: string },
): AmendmentObstacle[] {
  const { act, definition } = content;
  const { actOn, inForceOn } = act;
  const found: AmendmentObstacle[] = [];
  if (!hasChanges(comparePlans(given.before, definition))) found.push('nothing-changed');
  for (const field of actFields) if (act[field] === null) found.push(`${field}-missing`);
  if (inForceOn !== null) {
    if (actOn !== null && inForceOn < actOn) found.push('in-force-before-act');
    if (inForceOn < given.lastInForceOn) found.push('in-force-before-edition');
  }
  const { periodStartsOn, periodEndsOn } = definition;
  if (periodStartsOn !== null && periodEndsOn !== null && periodEndsOn < periodStartsOn) {
    found.push('period-reversed');
  }
  return found;
}

const actFields = ['reasons', 'actType', 'actNumber', 'actOn', 'actAuthority', 'inForceOn'] as const;
