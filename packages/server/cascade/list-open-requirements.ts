import { scopesWith } from '@opora/domain/basics/can.ts';
import type { OpenRequirement } from '@opora/domain/cascade/cascade-contract.ts';
import { lastDayAsked } from '@opora/domain/cascade/requirement-progress.ts';
import { isSameValue } from '@opora/domain/basics/same-value.ts';
import type { Call } from '../platform/mount.ts';
import { listUnitsAt } from '../registry/registry-queries.ts';
import { listAnswersTo } from './answer-queries.ts';
import { listDeclinesOf } from './decline-queries.ts';
import { listAskedOf } from './get-cascade.ts';
import { nameOf } from './requirement-replies.ts';

/** Of the organisations whose plans the actor keeps herself, not of those below them. */
export async function listOpenRequirements(call: Call): Promise<OpenRequirement[]> {
  const units = await listUnitsAt(call.tx, scopesWith(call.actor, 'plans.manage'));
  const open: OpenRequirement[] = [];
  for (const unit of units) {
    // A person keeps the plans of one organisation, seldom of two.
    // oxlint-disable-next-line no-await-in-loop
    const asked = await listAskedOf(unit, call);
    const ids = asked.map(({ id }) => id);
    // oxlint-disable-next-line no-await-in-loop
    const answers = Map.groupBy(
      await listAnswersTo(call.tx, ids, unit.id),
      ({ requirementId }) => requirementId,
    );
    // oxlint-disable-next-line no-await-in-loop
    const declines = await listDeclinesOf(call.tx, ids, unit.id);
    for (const requirement of asked) {
      const { id, state } = requirement;
      const own = answers.get(id) ?? [];
      const isBehind = own.some(
        ({ seen, takenAmendmentId }) => takenAmendmentId === null && !isSameValue(seen, state),
      );
      const isDeclined = declines.some(
        ({ requirementId, seen }) => requirementId === id && isSameValue(seen, state),
      );
      if (own.length === 0 ? state.isCancelled || isDeclined : !isBehind) continue;
      open.push({
        requirementId: id,
        unitId: unit.id,
        unitName: unit.shortName,
        ownerName: requirement.ownerName,
        activityName: nameOf(requirement.no, state.title),
        lastDay: lastDayAsked(requirement, requirement.deadline),
        why: own.length === 0 ? 'unanswered' : 'changed',
      });
    }
  }
  return open;
}
