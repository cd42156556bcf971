import type { UnitUse } from '@opora/domain/registry/unit-use.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { Db } from '../platform/database.ts';
import { namedUse, type UsesAfter } from '../registry/unit-use-queries.ts';

/** Plans that the unit owns, stands in or answers in, and its own instances that nobody has settled yet. */
export async function listPlanUses(db: Db, unit: OrgUnit, after: UsesAfter): Promise<UnitUse[]> {
  const plans = await db
    .selectFrom('plan')
    .select('title')
    .where((eb) =>
      eb.or([
        eb('owner_unit_id', '=', unit.id),
        eb(
          'id',
          'in',
          eb
            .selectFrom('plan_school')
            .select('plan_id')
            .where('org_unit_id', '=', unit.id)
            .$if(after !== null, (query) =>
              query.where((part) => part.or([part('until_on', 'is', null), part('until_on', '>', after)])),
            ),
        ),
        eb('id', 'in', eb.selectFrom('activity_party').select('plan_id').where('org_unit_id', '=', unit.id)),
      ]),
    )
    .$if(after !== null, (query) => query.where('state', '=', 'in-force'))
    .orderBy('title')
    .execute();
  const instances = await db
    .selectFrom('instance')
    .innerJoin('activity', 'activity.id', 'instance.activity_id')
    .select('activity.title')
    .where('instance.school_id', '=', unit.id)
    .$if(after !== null, (query) => query.where('instance.state', 'not in', ['accepted', 'cancelled']))
    .orderBy('instance.due_on')
    .execute();
  return [
    ...namedUse(
      'plan',
      plans.map(({ title }) => title),
    ),
    ...namedUse(
      'instance',
      instances.map(({ title }) => title),
    ),
  ];
}
