import { sql } from 'kysely';
import { type ParticipantQuestion, participantQuestions } from '@opora/domain/plans/participant-question.ts';
import { SchoolCategory } from '@opora/domain/registry/school-period.ts';
import type { Db } from '../platform/database.ts';
import type { PlanHead } from './plans-queries.ts';
import { listParticipations } from './school-share-queries.ts';

/** Schools of a plan's territory whose status has changed since its act. */
export async function listParticipantQuestions(
  db: Db,
  plan: Pick<PlanHead, 'id' | 'scope' | 'actOn'>,
  today: string,
): Promise<ParticipantQuestion[]> {
  const participations = await listParticipations(db, plan.id);
  if (participations.length === 0) return [];
  const rows = await db
    .selectFrom('school_category')
    .innerJoin('org_unit', 'org_unit.id', 'school_category.org_unit_id')
    .select(['org_unit_id', 'short_name', 'category', 'from_on', 'until_on'])
    .where(sql<boolean>`org_unit.scope operator(public.<@) ${plan.scope}::public.ltree`)
    .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>=', today)]))
    .orderBy('short_name')
    .orderBy('from_on')
    .execute();
  const held = rows.map((row) => ({
    orgUnitId: row.org_unit_id,
    name: row.short_name,
    category: SchoolCategory.shape.category.parse(row.category),
    fromOn: row.from_on,
    untilOn: row.until_on,
  }));
  return participantQuestions({ participations, held, actOn: plan.actOn ?? today, today });
}
