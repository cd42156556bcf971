import { type ExpressionBuilder, sql } from 'kysely';
import type {
  Confirmation,
  CountProof,
  DatedProof,
  DocumentProof,
  FileProof,
} from '@opora/domain/plans/ask-questions.ts';
import type { OrgUnitKind } from '@opora/domain/registry/org-unit.ts';
import { isoDateIn } from '../platform/clock.ts';
import type { DB } from '../platform/database.gen.ts';
import type { Db } from '../platform/database.ts';

/** What is looked through: instances that were just submitted, or a whole plan. */
export type LookedAt = { readonly instanceIds: readonly string[] } | { readonly planId: string };

const anyOf = (values: readonly string[]) => sql<string>`any(${[...values]})`;
const anyId = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

const ofLookedAt = (lookedAt: LookedAt) => (eb: ExpressionBuilder<DB, 'evidence'>) =>
  'planId' in lookedAt
    ? eb('evidence.plan_id', '=', lookedAt.planId)
    : eb('evidence.instance_id', '=', anyId(lookedAt.instanceIds));

export async function listPlansLookedAt(db: Db, lookedAt: LookedAt): Promise<string[]> {
  if ('planId' in lookedAt) return [lookedAt.planId];
  const rows = await db
    .selectFrom('instance')
    .select('plan_id')
    .distinct()
    .where('id', '=', anyId(lookedAt.instanceIds))
    .execute();
  return rows.map((row) => row.plan_id);
}

/** Evidence of what was submitted or accepted: before that it may still change. */
const proofs = (db: Db) =>
  db
    .selectFrom('evidence')
    .innerJoin('instance', 'instance.id', 'evidence.instance_id')
    .innerJoin('org_unit', 'org_unit.scope', 'evidence.scope')
    .where('instance.state', 'in', ['submitted', 'accepted'])
    .select((eb) => [
      'evidence.instance_id as instanceId',
      'evidence.activity_id as activityId',
      'evidence.plan_id as planId',
      'evidence.scope',
      // The column admits no other kinds (constraint of the tree).
      eb.ref('org_unit.kind').$castTo<OrgUnitKind>().as('unitKind'),
      'evidence.given_by_id as givenById',
    ]);

/** Every use of the files that are looked at, and of those of `alsoSha256`. */
export async function listFileProofs(
  db: Db,
  lookedAt: LookedAt,
  alsoSha256: readonly string[],
): Promise<FileProof[]> {
  const own = await db
    .selectFrom('evidence')
    .innerJoin('stored_file', 'stored_file.id', 'evidence.stored_file_id')
    .select('stored_file.sha256')
    .distinct()
    .where(ofLookedAt(lookedAt))
    .execute();
  const wanted = [...own.map(({ sha256 }) => sha256), ...alsoSha256];
  if (wanted.length === 0) return [];
  return proofs(db)
    .innerJoin('stored_file', 'stored_file.id', 'evidence.stored_file_id')
    .select(['stored_file.sha256', 'stored_file.name'])
    .where('stored_file.sha256', '=', anyOf(wanted))
    .orderBy('evidence.given_at')
    .execute();
}

const documents = (db: Db) =>
  proofs(db)
    .where('evidence.kind', '=', 'document')
    .select((eb) => [
      eb.fn.coalesce('evidence.document_type', sql.lit('')).as('type'),
      eb.fn.coalesce('evidence.document_number', sql.lit('')).as('number'),
      // A document has its date: the form demands it.
      sql<string>`evidence.document_on`.as('on'),
    ])
    .where('evidence.document_on', 'is not', null);

export async function listDatedProofs(db: Db, lookedAt: LookedAt): Promise<DatedProof[]> {
  const rows = await documents(db)
    .innerJoin('plan', 'plan.id', 'evidence.plan_id')
    .select(['evidence.given_at', 'instance.starts_on', 'plan.period_starts_on'])
    .where(ofLookedAt(lookedAt))
    .execute();
  return rows.map(({ given_at, starts_on, period_starts_on, ...proof }) => ({
    ...proof,
    startsOn: starts_on ?? period_starts_on,
    givenOn: isoDateIn(given_at),
  }));
}

/** Documents of these days, whosever they are. */
export async function listDocumentsOn(db: Db, days: readonly string[]): Promise<DocumentProof[]> {
  if (days.length === 0) return [];
  return documents(db)
    .where('evidence.document_on', '=', sql<string>`any(${[...days]}::date[])`)
    .execute();
}

export async function listCountProofs(db: Db, lookedAt: LookedAt): Promise<CountProof[]> {
  const rows = await proofs(db)
    .innerJoin('expected_result', 'expected_result.id', 'evidence.expected_result_id')
    .where('evidence.kind', '=', 'count')
    .where(ofLookedAt(lookedAt))
    .select((eb) => [
      eb.fn.coalesce('evidence.count_n', sql.lit(0)).as('n'),
      eb.fn.coalesce('evidence.count_total', sql.lit(0)).as('total'),
      'expected_result.raw as expected',
      eb
        .selectFrom('plan_school')
        .select((inner) => inner.fn.count<number>('org_unit_id').distinct().as('count'))
        .whereRef('plan_school.plan_id', '=', 'evidence.plan_id')
        .as('schools'),
    ])
    .execute();
  return rows.map((row) => ({ ...row, schools: row.schools ?? 0 }));
}

export type ConfirmedUnit = {
  readonly planId: string;
  readonly scope: string;
  readonly confirmations: readonly Confirmation[];
};

/** What was confirmed in each school of a plan, and for the plan as a whole; of instances only where these stand. */
export async function listConfirmations(db: Db, lookedAt: LookedAt): Promise<ConfirmedUnit[]> {
  const rows = await db
    .selectFrom('instance')
    .select(['id', 'plan_id', 'scope', 'due_on', 'submitted_at', 'submitted_by_id'])
    .where('state', 'in', ['submitted', 'accepted'])
    .where('submitted_at', 'is not', null)
    .where('due_on', 'is not', null)
    .where(await ofUnits(db, lookedAt))
    .execute();
  return [...Map.groupBy(rows, (row) => `${row.plan_id} ${row.scope}`).values()].flatMap((unit) => {
    const [first] = unit;
    if (first === undefined) return [];
    const confirmations = unit.flatMap(({ id, due_on, submitted_at, submitted_by_id }) =>
      due_on === null || submitted_at === null || submitted_by_id === null
        ? []
        : [{ instanceId: id, givenById: submitted_by_id, dueOn: due_on, at: submitted_at }],
    );
    return [{ planId: first.plan_id, scope: first.scope, confirmations }];
  });
}

async function ofUnits(db: Db, lookedAt: LookedAt) {
  if ('planId' in lookedAt) {
    return (eb: ExpressionBuilder<DB, 'instance'>) => eb('plan_id', '=', lookedAt.planId);
  }
  const units = await db
    .selectFrom('instance')
    .select(['plan_id', 'school_id'])
    .distinct()
    .where('id', '=', anyId(lookedAt.instanceIds))
    .execute();
  // One school at a time is found by its own index.
  return (eb: ExpressionBuilder<DB, 'instance'>) =>
    eb.or(
      units.map(({ plan_id: planId, school_id: schoolId }) =>
        eb.and([
          eb('plan_id', '=', planId),
          schoolId === null ? eb('school_id', 'is', null) : eb('school_id', '=', schoolId),
        ]),
      ),
    );
}
