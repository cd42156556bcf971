import { randomUUID } from 'node:crypto';
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { Procedure } from '@opora/domain/results/procedure.ts';
import { journalKinds } from '@opora/domain/results/exam-kind.ts';
import {
  type RunInputs,
  RunReasons,
  RunShown,
  type RunVerdict,
} from '@opora/domain/results/identification-run.ts';
import { coverVerdict, lessSure } from '@opora/domain/results/show-verdict.ts';
import type { ScopedThing } from '@opora/domain/basics/can.ts';
import { SchoolType } from '@opora/domain/registry/school-type.ts';
import { Verdict } from '@opora/domain/results/verdict.ts';
import { Certainty } from '@opora/domain/results/verdict-certainty.ts';
import type { IdentificationVerdict as VerdictRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import type { RunVerdictMade } from './run-in-parts.ts';

export type KeptInputs = RunInputs & { readonly school: string };

/** What the schools of a territory have counted of the years up to `year`; counts without a number below the minimum say nothing to a rule. */
export async function listRunInputs(
  db: Db,
  { scope, year, yearsKept }: { readonly scope: string; readonly year: number; readonly yearsKept: number },
): Promise<KeptInputs[]> {
  const rows = await db
    .selectFrom('exam_count')
    .innerJoin('org_unit', 'org_unit.id', 'exam_count.org_unit_id')
    .select(['exam_count.org_unit_id', 'org_unit.school_type'])
    .select(
      // In one order, so that the same counts are the same text.
      sql<unknown>`json_agg(json_build_object('year', year, 'procedure',
        json_build_object('kind', exam_count.kind, 'grade', grade, 'subject', exam_subject), 'participants', participants, 'below', below)
        order by year, exam_count.kind, grade, exam_subject)`.as('counts'),
    )
    .where(sql<boolean>`exam_count.scope operator(public.<@) ${scope}::public.ltree`)
    .where('below', 'is not', null)
    // Marks of a journal are no procedure.
    .where('exam_count.kind', 'not in', Object.values(journalKinds))
    .where('year', '<=', year)
    .where('year', '>', year - yearsKept)
    .groupBy(['exam_count.org_unit_id', 'org_unit.school_type'])
    .execute();
  return rows.map((row) => ({
    school: row.org_unit_id,
    type: row.school_type === null ? null : SchoolType.parse(row.school_type),
    // Written by the statement above.
    counts: row.counts as RunInputs['counts'],
  }));
}

type NewVerdicts = {
  readonly runId: string;
  readonly runScope: string;
  readonly verdicts: readonly RunVerdictMade[];
  readonly inputs: ReadonlyMap<string, RunInputs>;
  readonly scopes: ReadonlyMap<string, string>;
};

/** Reasons and inputs of so many schools are written as text in a few milliseconds. */
const verdictsAtOnce = 50;

export async function insertVerdicts(
  tx: Tx,
  { runId, runScope, verdicts, inputs, scopes }: NewVerdicts,
): Promise<void> {
  for (let from = 0; from < verdicts.length; from += verdictsAtOnce) {
    const batch = verdicts.slice(from, from + verdictsAtOnce);
    // oxlint-disable-next-line no-await-in-loop -- one connection; between the parts the server answers others
    await tx
      .insertInto('identification_verdict')
      .values(
        batch.map(({ school, verdict, certainty, listedProbability, measures, change, shown }) => ({
          id: randomUUID(),
          run_id: runId,
          org_unit_id: school,
          scope: scopes.get(school) ?? runScope,
          run_scope: runScope,
          is_published: false,
          verdict,
          certainty,
          listed_probability: listedProbability,
          reasons: JSON.stringify({ measures, change }),
          inputs: JSON.stringify(inputs.get(school)),
          shown: JSON.stringify(shown),
        })),
      )
      .execute();
  }
}

type Listed = {
  readonly run: { readonly id: string; readonly year: number };
  /** Of which schools the person sees the whole: others are as they are seen above the school level. */
  readonly isOwn: (thing: ScopedThing) => boolean;
};

/** One line each; which procedures were low is taken out in the database, the rest of the reasons stays there. */
export async function listVerdicts(db: Db, { run, isOwn }: Listed): Promise<RunVerdict[]> {
  const rows = await db
    .selectFrom('identification_verdict')
    .select(['org_unit_id', 'scope', 'verdict', 'certainty'])
    .select([
      sql<string | null>`shown ->> 'certainty'`.as('shown_certainty'),
      lowIn(sql`reasons`, run.year).as('low'),
      lowIn(sql`coalesce(shown -> 'reasons', reasons)`, run.year).as('low_shown'),
    ])
    .where('run_id', '=', run.id)
    .execute();
  return rows.map((row) => ({
    orgUnitId: row.org_unit_id,
    verdict: Verdict.parse(row.verdict),
    certainty: isOwn(row)
      ? Certainty.parse(row.certainty)
      : Certainty.parse(row.shown_certainty ?? lessSure(Certainty.parse(row.certainty))),
    low: Procedures.parse(isOwn(row) ? row.low : row.low_shown),
  }));
}

function lowIn(reasons: RawBuilder<unknown>, year: number): RawBuilder<unknown> {
  return sql<unknown>`jsonb_path_query_array(${reasons}, '$.measures[*] ? (@.low == true && @.year == $year).procedure',
    jsonb_build_object('year', ${year}::integer))`;
}

const Procedures = z.array(Procedure);

type Kept = Pick<RunVerdict, 'verdict' | 'certainty'> & { readonly listedProbability: number | null };

/** Everything that a run keeps of its schools. */
export async function listKept(
  db: Db,
  runId: string,
): Promise<
  (KeptInputs & {
    readonly reasons: unknown;
    readonly kept: Kept;
  })[]
> {
  const rows = await db
    .selectFrom('identification_verdict')
    .select(['org_unit_id', 'inputs', 'reasons', 'verdict', 'certainty', 'listed_probability'])
    .where('run_id', '=', runId)
    .execute();
  return rows.map((row) => ({
    // Written by this file; checked when it was made.
    ...(row.inputs as RunInputs),
    school: row.org_unit_id,
    reasons: row.reasons,
    kept: {
      verdict: Verdict.parse(row.verdict),
      certainty: Certainty.parse(row.certainty),
      listedProbability: row.listed_probability,
    },
  }));
}

export type SchoolVerdict = {
  readonly runId: string;
  readonly orgUnitId: string;
  readonly scope: string;
  readonly verdict: Verdict;
  readonly whole: RunShown;
  /** As it is seen above the school level. */
  readonly shown: RunShown;
};

/** Verdicts with their reasons: of one run or of one school, as far as row security shows them. */
export async function listSchoolVerdicts(
  db: Db,
  {
    runId,
    orgUnitId,
    verdict,
  }: { readonly runId?: string; readonly orgUnitId?: string; readonly verdict?: Verdict },
): Promise<SchoolVerdict[]> {
  let query = db.selectFrom('identification_verdict').selectAll();
  if (runId !== undefined) query = query.where('run_id', '=', runId);
  if (orgUnitId !== undefined) query = query.where('org_unit_id', '=', orgUnitId);
  if (verdict !== undefined) query = query.where('verdict', '=', verdict);
  return (await query.execute()).map(present);
}

function present(row: Selectable<VerdictRow>): SchoolVerdict {
  const whole = {
    certainty: Certainty.parse(row.certainty),
    listedProbability: row.listed_probability,
    reasons: RunReasons.parse(row.reasons),
  };
  return {
    runId: row.run_id,
    orgUnitId: row.org_unit_id,
    scope: row.scope,
    verdict: Verdict.parse(row.verdict),
    whole,
    shown: row.shown === null ? coverVerdict(whole) : RunShown.parse(row.shown),
  };
}

export async function listListedSchools(
  db: Db,
  runId: string,
): Promise<{ readonly orgUnitId: string; readonly scope: string }[]> {
  return db
    .selectFrom('identification_verdict')
    .select(['org_unit_id as orgUnitId', 'scope'])
    .where('run_id', '=', runId)
    .where('verdict', '=', 'listed')
    .execute();
}

/** From now on each school reads its own verdict. */
export async function publishVerdicts(tx: Tx, runId: string): Promise<void> {
  await tx
    .updateTable('identification_verdict')
    .set({ is_published: true })
    .where('run_id', '=', runId)
    .execute();
}
