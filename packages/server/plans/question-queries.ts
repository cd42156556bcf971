import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Actor } from '@opora/domain/basics/actor.ts';
import {
  type EvidenceQuestion,
  mayAnswer,
  maySeeQuestion,
  maySettle,
  QuestionFacts,
  type QuestionPlace,
} from '@opora/domain/plans/evidence-question.ts';
import type { EvidenceQuestion as QuestionRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { inBatches } from '../platform/in-batches.ts';
import { personName } from './person-name.ts';

export type StoredQuestion = Selectable<QuestionRow>;

type Wanted = { readonly planId: string; readonly instanceId?: string } | { readonly questionId: string };

const anyId = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

const standing = (db: Db) =>
  db
    .selectFrom('evidence_question as question')
    .innerJoin('plan', 'plan.id', 'question.plan_id')
    .leftJoin('org_unit as place', 'place.scope', 'question.scope')
    .leftJoin('person as answerer', 'answerer.id', 'question.answered_by_id')
    .leftJoin('person as settler', 'settler.id', 'question.settled_by_id')
    .selectAll('question')
    .select(['plan.controller_id', 'place.short_name as place_name'])
    .select([personName('answerer').as('answerer_name'), personName('settler').as('settler_name')])
    .where('question.gone_at', 'is', null);

/** Questions that stand and that the actor may see, the latest first. */
export async function listQuestions(db: Db, actor: Actor, wanted: Wanted): Promise<EvidenceQuestion[]> {
  const rows = await standing(db)
    .$if('questionId' in wanted, (query) =>
      query.where('question.id', '=', 'questionId' in wanted ? wanted.questionId : ''),
    )
    .$if('planId' in wanted, (query) =>
      query.where('question.plan_id', '=', 'planId' in wanted ? wanted.planId : ''),
    )
    .$if('instanceId' in wanted, (query) =>
      query.where(
        sql<boolean>`${'instanceId' in wanted ? wanted.instanceId : ''}::uuid = any(question.instance_ids)`,
      ),
    )
    .orderBy('asked_at', 'desc')
    .orderBy('group_key')
    .orderBy('place_name')
    .execute();
  const seen = rows.filter((row) => maySeeQuestion(actor, placeOf(row)));
  const instances = await listNamed(
    db,
    seen.flatMap((row) => row.instance_ids.slice(0, instancesShown)),
  );
  return seen.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    groupKey: row.group_key,
    facts: QuestionFacts.parse(row.facts),
    concerns: row.place_name ?? '',
    instances: row.instance_ids.slice(0, instancesShown).flatMap((id) => instances.get(id) ?? []),
    instanceCount: row.instance_ids.length,
    askedAt: row.asked_at.toISOString(),
    answer: remark(row.answer, row.answerer_name, row.answered_at),
    settled: remark(row.settled_note, row.settler_name, row.settled_at),
    isOpen: row.settled_fingerprint !== row.fingerprint,
    mayAnswer: mayAnswer(actor, placeOf(row)),
    maySettle: maySettle(actor, placeOf(row)),
    version: row.version,
  }));
}

const instancesShown = 30;

const placeOf = (row: StoredQuestion & { readonly controller_id: string | null }): QuestionPlace => ({
  scope: row.scope,
  givenByIds: row.given_by_ids,
  controllerId: row.controller_id,
});

const remark = (text: string | null, by: string | null, at: Date | null) =>
  text === null || at === null ? null : { text, by, at: at.toISOString() };

type Named = EvidenceQuestion['instances'][number];

async function listNamed(db: Db, ids: readonly string[]): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('instance')
    .innerJoin('activity', 'activity.id', 'instance.activity_id')
    .select(['instance.id', 'instance.activity_id', 'activity.printed_no', 'activity.title'])
    .where('instance.id', '=', anyId(ids))
    .execute();
  return new Map(
    rows.map(({ id, activity_id: activityId, printed_no: no, title }) => [id, { id, activityId, no, title }]),
  );
}

/** What decides who may act on a question; undefined when it is over or may not be seen. */
export async function findQuestion(
  db: Db,
  id: string,
): Promise<(QuestionPlace & { readonly fingerprint: string }) | undefined> {
  const row = await standing(db).where('question.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : { ...placeOf(row), fingerprint: row.fingerprint };
}

/** False when somebody else was faster. */
export async function updateQuestion(
  tx: Tx,
  id: string,
  seen: number,
  changes: Updateable<QuestionRow>,
): Promise<boolean> {
  const result = await tx
    .updateTable('evidence_question')
    .set({ ...changes, version: seen + 1 })
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export type QuestionGroup = { readonly kind: string; readonly groupKey: string };

/** Of plans, and of matters wherever they stand; those that are over too. */
export async function listStoredQuestions(
  db: Db,
  planIds: readonly string[],
  groups: readonly QuestionGroup[],
): Promise<StoredQuestion[]> {
  const ofPlans = db.selectFrom('evidence_question').selectAll().where('plan_id', '=', anyId(planIds));
  const keys = groups.map(({ groupKey }) => groupKey);
  const kinds = [...new Set(groups.map(({ kind }) => kind))];
  const ofGroups = db
    .selectFrom('evidence_question')
    .selectAll()
    .where('kind', '=', sql<string>`any(${kinds})`)
    .where('group_key', '=', sql<string>`any(${keys})`);
  const rows = [...(await ofPlans.execute()), ...(keys.length === 0 ? [] : await ofGroups.execute())];
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

/** Two that look at once ask the same: the second one's rows are not needed. */
export async function insertQuestions(tx: Tx, rows: Insertable<QuestionRow>[]): Promise<void> {
  await inBatches(rows, (batch) =>
    tx
      .insertInto('evidence_question')
      .values(batch)
      .onConflict((conflict) => conflict.constraint('evidence_question_once').doNothing())
      .execute(),
  );
}
