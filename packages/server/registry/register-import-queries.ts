import type { Selectable } from 'kysely';
import { z } from 'zod';
import { SheetTable } from '@opora/domain/basics/sheet-table.ts';
import { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { RegisterCounts, type RegisterImportEntry } from '@opora/domain/registry/register-import-contract.ts';
import { registerFields, RegisterLayout } from '@opora/domain/registry/register-layout.ts';
import { SchoolType } from '@opora/domain/registry/school-type.ts';
import { searchTextOf } from '@opora/domain/registry/school-name.ts';
import type { RegisterImport as RegisterImportRow } from '../platform/database.gen.ts';
import type { Db, Tx } from '../platform/database.ts';
import { inBatches } from '../platform/in-batches.ts';
import { orgUnitColumns } from './registry-queries.ts';
import { expectRows } from '../platform/expect-rows.ts';

export type RegisterImport = {
  readonly id: string;
  readonly scope: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly fileName: string;
  readonly state: RegisterImportEntry['state'];
  readonly sheets: readonly SheetTable[];
  readonly layout: RegisterLayout;
  readonly counts: RegisterCounts | null;
  readonly appliedAt: Date | null;
  readonly version: number;
};

/** Without their sheets, which are large. */
export async function listRegisterImports(db: Db, personId: string): Promise<RegisterImportEntry[]> {
  const rows = await db
    .selectFrom('register_import')
    .select(['id', 'file_name', 'state', 'created_at', 'applied_at', 'counts', 'version'])
    .where('created_by', '=', personId)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute();
  return rows.map(presentEntry);
}

export async function findRegisterImport(db: Db, id: string): Promise<RegisterImport | undefined> {
  const row = await db.selectFrom('register_import').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    ...presentEntry(row),
    scope: row.scope,
    createdBy: row.created_by,
    createdAt: row.created_at,
    appliedAt: row.applied_at,
    sheets: SheetTable.array().parse(row.sheets),
    layout: RegisterLayout.parse(withAllFields(row.layout)),
  };
}

export function entryOfImport(known: RegisterImport): RegisterImportEntry {
  const { id, fileName, state, counts, version } = known;
  return {
    id,
    fileName,
    state,
    counts,
    version,
    createdAt: known.createdAt.toISOString(),
    appliedAt: known.appliedAt?.toISOString() ?? null,
  };
}

export async function insertRegisterImport(tx: Tx, draft: RegisterImport): Promise<void> {
  await tx
    .insertInto('register_import')
    .values({
      ...columns(draft),
      id: draft.id,
      scope: draft.scope,
      created_by: draft.createdBy,
      created_at: draft.createdAt,
      file_name: draft.fileName,
      sheets: JSON.stringify(draft.sheets),
    })
    .execute();
}

/** Everything but the sheets, which are emptied when the import is no draft any more. False when somebody changed it meanwhile. */
export async function updateRegisterImport(tx: Tx, changed: RegisterImport): Promise<boolean> {
  const result = await tx
    .updateTable('register_import')
    .set({ ...columns(changed), ...(changed.state === 'draft' ? {} : { sheets: '[]' }) })
    .where('id', '=', changed.id)
    .where('version', '=', changed.version - 1)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteRegisterImport(tx: Tx, id: string): Promise<void> {
  expectRows(await tx.deleteFrom('register_import').where('id', '=', id).executeTakeFirst(), 1);
}

/** What an import did to a unit: `before` is null for one that it added. */
export type RegisterChange = {
  readonly unit: OrgUnit;
  readonly before: OrgUnit | null;
  /** The type that it gave a school, and the one that there was; null where it gave none. */
  readonly schoolType: TypeChange | null;
};

const TypeChange = z.object({ before: SchoolType.nullable(), after: SchoolType.nullable() });
type TypeChange = z.infer<typeof TypeChange>;

/** Rows of earlier imports have no types. */
const KeptUnit = OrgUnit.extend({ schoolType: TypeChange.nullable().default(null) });

/** Adds the units that are not there and overwrites those that are. Parents stand first. */
export async function saveOrgUnits(
  tx: Tx,
  units: readonly OrgUnit[],
  aliases: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  await inBatches(units, (batch) =>
    tx
      .insertInto('org_unit')
      .values(
        batch.map((unit) => ({
          ...orgUnitColumns(unit),
          search_text: searchTextOf(unit, aliases.get(unit.id)),
        })),
      )
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((excluded) => ({
          name: excluded.ref('excluded.name'),
          short_name: excluded.ref('excluded.short_name'),
          settlement: excluded.ref('excluded.settlement'),
          inn: excluded.ref('excluded.inn'),
          ogrn: excluded.ref('excluded.ogrn'),
          code: excluded.ref('excluded.code'),
          opened_on: excluded.ref('excluded.opened_on'),
          closed_on: excluded.ref('excluded.closed_on'),
          version: excluded.ref('excluded.version'),
          search_text: excluded.ref('excluded.search_text'),
        })),
      )
      .execute(),
  );
}

export async function insertRegisterChanges(
  tx: Tx,
  importId: string,
  changes: readonly (RegisterChange & { readonly id: string })[],
): Promise<void> {
  await inBatches(changes, (batch) => {
    const values = batch.map(({ id, unit, before, schoolType }) => ({
      id,
      register_import_id: importId,
      scope: unit.scope,
      org_unit_id: unit.id,
      before: before === null ? null : JSON.stringify({ ...before, schoolType }),
      version_after: unit.version,
    }));
    return tx.insertInto('register_import_change').values(values).execute();
  });
}

export type KeptChange = {
  readonly orgUnitId: string;
  readonly before: OrgUnit | null;
  readonly schoolType: TypeChange | null;
  readonly versionAfter: number;
};

export async function listRegisterChanges(db: Db, importId: string): Promise<KeptChange[]> {
  const rows = await db
    .selectFrom('register_import_change')
    .select(['org_unit_id', 'before', 'version_after'])
    .where('register_import_id', '=', importId)
    .execute();
  return rows.map((row) => {
    const kept = row.before === null ? null : KeptUnit.parse(row.before);
    return {
      orgUnitId: row.org_unit_id,
      before: kept === null ? null : OrgUnit.parse(kept),
      schoolType: kept?.schoolType ?? null,
      versionAfter: row.version_after,
    };
  });
}

/** All or none, in one statement: branches and their schools go together. */
export async function deleteOrgUnits(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const deleted = await tx
    .deleteFrom('org_unit')
    .where((eb) => eb('id', '=', eb.fn.any(eb.val(ids))))
    .executeTakeFirst();
  expectRows(deleted, ids.length);
}

function columns(draft: RegisterImport) {
  return {
    state: draft.state,
    layout: JSON.stringify(draft.layout),
    counts: draft.counts === null ? null : JSON.stringify(draft.counts),
    applied_at: draft.appliedAt,
    version: draft.version,
  };
}

type EntryRow = Pick<
  Selectable<RegisterImportRow>,
  'id' | 'file_name' | 'state' | 'created_at' | 'applied_at' | 'counts' | 'version'
>;

function presentEntry(row: EntryRow): RegisterImportEntry {
  return {
    id: row.id,
    fileName: row.file_name,
    // The column's check constraint holds the same list.
    state: row.state as RegisterImportEntry['state'],
    createdAt: row.created_at.toISOString(),
    appliedAt: row.applied_at?.toISOString() ?? null,
    counts: row.counts === null ? null : RegisterCounts.parse(row.counts),
    version: row.version,
  };
}

/** A draft laid out before a field came has no column for it. */
function withAllFields(layout: unknown): unknown {
  const { columns, ...others } = layout as RegisterLayout; // written by this file
  return {
    ...others,
    columns: { ...Object.fromEntries(registerFields.map((field) => [field, null])), ...columns },
  };
}
