import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { ExamCount } from '@opora/domain/results/exam-count.ts';
import type { UnitCells } from '@opora/domain/results/hide-territory.ts';
import { compareProcedures, type Procedure, procedureKey } from '@opora/domain/results/procedure.ts';
import { cellsOf, type CountedParts } from '@opora/domain/results/result-cells.ts';
import type { ProcedureYears } from '@opora/domain/results/results-contract.ts';
import type { Db } from '../platform/database.ts';
import { comparedOf } from './exam-count-queries.ts';

export type YearProcedure = Procedure & { readonly year: number };

export type UnitResults = UnitCells & {
  readonly id: string;
  readonly name: string;
  readonly scope: string;
  readonly year: number;
  readonly procedure: Procedure;
  readonly count: CountedParts;
};

/** Procedures and their years of which there are results in sight: read row by row, for who sees few schools. */
export async function listProcedureYears(db: Db): Promise<ProcedureYears[]> {
  const rows = await db
    .selectFrom('exam_count')
    .select(['exam_subject as subject', 'kind', 'grade', 'year'])
    .groupBy(['exam_subject', 'kind', 'grade', 'year'])
    .execute();
  return inYears(rows);
}

/** The same of the whole region, by one look into the index for each procedure and year and not one for each school. */
export async function listRegionProcedureYears(db: Db): Promise<ProcedureYears[]> {
  const { rows } = await sql<YearProcedure>`
    with recursive known (subject, kind, grade, year) as (
      (
        select exam_subject, kind, grade, year from exam_count
        order by exam_subject, kind, grade, year limit 1
      )
      union all
      select next.exam_subject, next.kind, next.grade, next.year from known cross join lateral (
        select exam_subject, exam_count.kind, exam_count.grade, exam_count.year from exam_count
        where (exam_subject, exam_count.kind, exam_count.grade, exam_count.year)
          > (known.subject, known.kind, known.grade, known.year)
        order by exam_subject, exam_count.kind, exam_count.grade, exam_count.year limit 1
      ) as next
    )
    select subject, kind, grade, year from known`.execute(db);
  return inYears(rows);
}

function inYears(rows: readonly YearProcedure[]): ProcedureYears[] {
  return [...Map.groupBy(rows, procedureKey).values()]
    .flatMap(([first, ...others]) =>
      first === undefined
        ? []
        : [
            {
              kind: first.kind,
              grade: first.grade,
              subject: first.subject,
              years: [first, ...others].map(({ year }) => year).toSorted((one, other) => one - other),
            },
          ],
    )
    .toSorted(compareProcedures);
}

/** So many works in so many years. */
export type WorksAsked = { readonly procedures: readonly Procedure[]; readonly years: readonly number[] };

type UnitFilter =
  | { readonly chosen: YearProcedure }
  | { readonly works: WorksAsked; readonly orgUnitIds: readonly string[] }
  /** Of these schools what is compared with the chosen. */
  | { readonly around: YearProcedure; readonly orgUnitIds: readonly string[] };

/** Results of schools; of one procedure and year by name. */
export async function listUnitResults(db: Db, filter: UnitFilter): Promise<UnitResults[]> {
  const all = db
    .selectFrom('exam_count')
    .innerJoin('org_unit', 'org_unit.id', 'exam_count.org_unit_id')
    .select(['exam_count.org_unit_id', 'exam_count.scope', 'org_unit.short_name'])
    .select(['year', 'exam_count.kind', 'grade', 'exam_subject', 'participants', 'below', 'marks'])
    .select(['journal_lowered', 'journal_confirmed', 'journal_raised'])
    .select(['journal_lowered_far', 'journal_raised_far']);
  const rows = await (
    'chosen' in filter
      ? all
          .where('year', '=', filter.chosen.year)
          .where('exam_count.kind', '=', filter.chosen.kind)
          .where('grade', '=', filter.chosen.grade)
          .where('exam_subject', '=', filter.chosen.subject)
          .orderBy(sql`short_name collate by_number`)
          .orderBy('exam_count.org_unit_id')
      : all
          .where('exam_count.org_unit_id', '=', sql<string>`any(${filter.orgUnitIds}::uuid[])`)
          .where('works' in filter ? isOneOf(filter.works) : isAround(filter.around))
  ).execute();
  return rows.map((row) => {
    const count = {
      participants: row.participants,
      below: row.below,
      marks: row.marks === null ? null : ExamCount.shape.marks.parse(row.marks),
      ...comparedOf(row),
    };
    return {
      id: row.org_unit_id,
      name: row.short_name,
      scope: row.scope,
      territory: territoryOf(row.scope),
      year: row.year,
      procedure: { kind: row.kind, grade: row.grade, subject: row.exam_subject },
      count,
      cells: cellsOf(count),
    };
  });
}

/** The same procedure in other years, other grades of the year, and the same pupils in other years and works. */
function isAround({ subject, kind, grade, year }: YearProcedure): RawBuilder<SqlBool> {
  return sql<SqlBool>`exam_subject = ${subject} and (
    (exam_count.kind = ${kind} and (grade = ${grade} or year = ${year}))
    or year - grade = ${year - grade}::integer
  )`;
}

function isOneOf({ procedures, years }: WorksAsked): RawBuilder<SqlBool> {
  return sql<SqlBool>`(exam_subject, exam_count.kind, grade, year) in (
    select subject, kind, grade, year from unnest(
      ${procedures.map(({ subject }) => subject)}::text[], ${procedures.map(({ kind }) => kind)}::text[],
      ${procedures.map(({ grade }) => grade)}::integer[]) as work (subject, kind, grade)
    cross join unnest(${years}::integer[]) as year)`;
}

/** A municipality, or a school that stands right under the region. */
export const territoryOf = (scope: string): string => scope.split('.', 2).join('.');

export type TerritorySum = UnitCells & YearProcedure & { /** That took part. */ readonly schools: number };

/**
 * Sums of each municipality by procedure and year, of one procedure, of what is compared with one, or of all. Rows that say different things (no marks, no journal) are added up
 * apart, so that what is made of a row can be made of a sum.
 */
export async function listTerritorySums(
  db: Db,
  filter: Partial<Procedure> & { readonly around?: YearProcedure; readonly works?: WorksAsked },
): Promise<TerritorySum[]> {
  let query = db
    .selectFrom('exam_count')
    .select(['year', 'kind', 'grade', 'exam_subject'])
    .select(sql<string>`public.subpath(scope, 0, 2)::text`.as('territory'))
    .select(sql<number>`sum(participants)::int`.as('participants'))
    .select(sql<number>`count(*) filter (where participants > 0)::int`.as('schools'))
    .select(sql<number | null>`sum(below)::int`.as('below'))
    .select(sql<boolean>`coalesce(marks[1] <> below, false)`.as('differs'))
    .select(
      [1, 2, 3, 4].map((at) => sql<number | null>`sum(marks[${sql.lit(at)}])::int`.as(`mark_${at + 1}`)),
    )
    .select(sql<number | null>`sum(journal_lowered)::int`.as('lowered'))
    .select(sql<number | null>`sum(journal_confirmed)::int`.as('confirmed'))
    .select(sql<number | null>`sum(journal_raised)::int`.as('raised'))
    .select(sql<number | null>`sum(journal_lowered_far)::int`.as('lowered_far'))
    .select(sql<number | null>`sum(journal_raised_far)::int`.as('raised_far'))
    .groupBy(['year', 'kind', 'grade', 'exam_subject', sql`public.subpath(scope, 0, 2)`])
    .groupBy([
      sql`below is null`,
      sql`marks is null`,
      sql`coalesce(marks[1] <> below, false)`,
      sql`journal_lowered is null`,
      sql`journal_lowered_far is null`,
    ]);
  if (filter.subject !== undefined) query = query.where('exam_subject', '=', filter.subject);
  if (filter.around !== undefined) query = query.where(isAround(filter.around));
  if (filter.works !== undefined) query = query.where(isOneOf(filter.works));
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.grade !== undefined) query = query.where('grade', '=', filter.grade);
  const rows = await query.orderBy('year').orderBy('kind').orderBy('grade').orderBy('exam_subject').execute();
  return rows.map((row) => {
    const {
      mark_2: two,
      mark_3: three,
      mark_4: four,
      mark_5: five,
    } = row as typeof row & Record<`mark_${2 | 3 | 4 | 5}`, number | null>;
    return {
      year: row.year,
      kind: row.kind,
      grade: row.grade,
      subject: row.exam_subject,
      id: row.territory,
      territory: row.territory,
      schools: row.schools,
      cells: cellsOf({
        participants: row.participants,
        below: row.below,
        marks:
          row.differs || two === null || three === null || four === null || five === null
            ? null
            : [two, three, four, five],
        ...comparedOf({
          journal_lowered: row.lowered,
          journal_confirmed: row.confirmed,
          journal_raised: row.raised,
          journal_lowered_far: row.lowered_far,
          journal_raised_far: row.raised_far,
        }),
      }),
    };
  });
}

/** Pupils by primary score over all schools that have them; empty where none has. */
export async function sumScores(db: Db, chosen: YearProcedure): Promise<number[]> {
  const { rows } = await sql<{ score: number; pupils: number }>`
    select (place - 1)::int as score, sum(pupils)::int as pupils
    from exam_count, unnest(scores) with ordinality as bin (pupils, place)
    where year = ${chosen.year} and kind = ${chosen.kind} and grade = ${chosen.grade}
      and exam_subject = ${chosen.subject}
    group by place order by place`.execute(db);
  return rows.map(({ pupils }) => pupils);
}

export type TaskSum = { readonly task: string; readonly points: number; readonly pointsMax: number };

export async function sumTasks(db: Db, chosen: YearProcedure): Promise<TaskSum[]> {
  const { rows } = await sql<TaskSum>`
    select task, sum(points)::int as points, sum("pointsMax")::int as "pointsMax"
    from exam_count, jsonb_to_recordset(task_points) as one (task text, points int, "pointsMax" int)
    where year = ${chosen.year} and kind = ${chosen.kind} and grade = ${chosen.grade}
      and exam_subject = ${chosen.subject}
    group by task`.execute(db);
  return rows;
}

/** The region and what stands right under it, by name. */
export async function listTerritoryUnits(
  db: Db,
): Promise<{ id: string; name: string; scope: string; kind: string }[]> {
  return db
    .selectFrom('org_unit')
    .select(['id', 'short_name as name', 'scope', 'kind'])
    .where(sql<boolean>`public.nlevel(scope) <= 2`)
    .orderBy(sql`short_name collate by_number`)
    .execute();
}

/** Schools and branches at and below a node. */
export async function listIdsBelow(db: Db, scope: string): Promise<string[]> {
  const rows = await db
    .selectFrom('org_unit')
    .select('id')
    .where(sql<boolean>`scope operator(public.<@) ${scope}::public.ltree`)
    .where('kind', 'in', ['school', 'branch'])
    .execute();
  return rows.map(({ id }) => id);
}

/** Kinds of the organisations at these nodes. */
export async function listUnitKinds(db: Db, scopes: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('org_unit')
    .select('kind')
    .where('scope', '=', sql<string>`any(${scopes}::public.ltree[])`)
    .execute();
  return rows.map(({ kind }) => kind);
}

/** Scales of a procedure and year that the office entered, as far as they hold for who asks. */
export async function listEnteredScales(
  db: Db,
  chosen: YearProcedure,
): Promise<{ version: number; marks: number[] | null; source: string }[]> {
  return db
    .selectFrom('exam_scale')
    .select(['version', 'marks', 'source'])
    .where('year', '=', chosen.year)
    .where('kind', '=', chosen.kind)
    .where('grade', '=', chosen.grade)
    .where('exam_subject', '=', chosen.subject)
    .orderBy('version', 'desc')
    .execute();
}
