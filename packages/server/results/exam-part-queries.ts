import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { PartCount } from '@opora/domain/results/exam-reading.ts';
import type { ExamPart } from '@opora/domain/results/merge-parts.ts';
import { type Procedure, procedureKey } from '@opora/domain/results/procedure.ts';
import type { Db, Tx } from '../platform/database.ts';
import { inBatches } from '../platform/in-batches.ts';

/** A school, procedure and year. */
export type CountKey = { readonly orgUnitId: string; readonly year: number; readonly procedure: Procedure };

export function countKeyText({ orgUnitId, year, procedure }: CountKey): string {
  return `${orgUnitId}\t${year}\t${procedureKey(procedure)}`;
}

const KeptCount = PartCount.extend({ scaleVersion: z.number().int().nullable() });

/** Parts of the applied imports that speak of these, the oldest first. */
export async function listParts(db: Db, keys: readonly CountKey[]): Promise<Map<string, ExamPart[]>> {
  const wanted = new Set(keys.map(countKeyText));
  const byKey = new Map<string, ExamPart[]>();
  if (wanted.size === 0) return byKey;
  const rows = await db
    .selectFrom('exam_part')
    .select(['org_unit_id', 'year', 'kind', 'grade', 'exam_subject', 'count'])
    .where('org_unit_id', '=', (eb) =>
      eb.fn.any(eb.val([...new Set(keys.map(({ orgUnitId }) => orgUnitId))])),
    )
    .where('year', '=', (eb) => eb.fn.any(eb.val([...new Set(keys.map(({ year }) => year))])))
    .orderBy('applied_at')
    .orderBy('exam_import_id')
    .execute();
  for (const row of rows) {
    const procedure = { kind: row.kind, grade: row.grade, subject: row.exam_subject };
    const key = countKeyText({ orgUnitId: row.org_unit_id, year: row.year, procedure });
    if (!wanted.has(key)) continue;
    const { scaleVersion, ...count } = KeptCount.parse(row.count);
    byKey.set(key, [...(byKey.get(key) ?? []), { count, scaleVersion }]);
  }
  return byKey;
}

/** What one import says, by its keys. */
export async function listKeysOfImport(db: Db, importId: string): Promise<CountKey[]> {
  const rows = await db
    .selectFrom('exam_part')
    .select(['org_unit_id', 'year', 'kind', 'grade', 'exam_subject'])
    .where('exam_import_id', '=', importId)
    .execute();
  return rows.map((row) => ({
    orgUnitId: row.org_unit_id,
    year: row.year,
    procedure: { kind: row.kind, grade: row.grade, subject: row.exam_subject },
  }));
}

/** What parts speak of one kind of work, year and grade at and below a node. */
export async function listKeysOfGrade(
  db: Db,
  of: { readonly scope: string; readonly year: number; readonly kind: string; readonly grade: number },
): Promise<(CountKey & { readonly scope: string })[]> {
  const rows = await db
    .selectFrom('exam_part')
    .select(['org_unit_id', 'scope', 'year', 'kind', 'grade', 'exam_subject'])
    .distinct()
    .where('year', '=', of.year)
    .where('kind', '=', of.kind)
    .where('grade', '=', of.grade)
    .where(sql<boolean>`scope operator(public.<@) ${of.scope}::public.ltree`)
    .execute();
  return rows.map((row) => ({
    orgUnitId: row.org_unit_id,
    scope: row.scope,
    year: row.year,
    procedure: { kind: row.kind, grade: row.grade, subject: row.exam_subject },
  }));
}

export async function insertParts(
  tx: Tx,
  of: { readonly importId: string; readonly appliedAt: Date },
  parts: readonly (CountKey & ExamPart & { readonly scope: string })[],
): Promise<void> {
  await inBatches(parts, (batch) =>
    tx
      .insertInto('exam_part')
      .values(
        batch.map(({ orgUnitId, scope, year, procedure, count, scaleVersion }) => ({
          id: randomUUID(),
          exam_import_id: of.importId,
          applied_at: of.appliedAt,
          org_unit_id: orgUnitId,
          scope,
          year,
          kind: procedure.kind,
          grade: procedure.grade,
          exam_subject: procedure.subject,
          count: JSON.stringify({ ...count, scaleVersion }),
        })),
      )
      .execute(),
  );
}

export async function deleteParts(tx: Tx, importId: string): Promise<void> {
  await tx.deleteFrom('exam_part').where('exam_import_id', '=', importId).execute();
}

/**
 * Keeps whoever makes counts anew out of each other's way until the transaction ends: each reads all parts of a school before it writes its counts.
 */
export async function holdCounts(tx: Tx, orgUnitIds: readonly string[]): Promise<void> {
  const ids = [...new Set(orgUnitIds)].sort();
  await sql`select pg_advisory_xact_lock(hashtextextended('exam_count ' || id, 0)) from unnest(${ids}::text[]) as id`.execute(
    tx,
  );
}
