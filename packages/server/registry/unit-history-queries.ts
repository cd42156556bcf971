import { sql } from 'kysely';
import { formatSurnameFirst } from '@opora/domain/basics/format.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import type { UnitHistoryEntry } from '@opora/domain/registry/registry-contract.ts';
import type { Db } from '../platform/database.ts';

const subjects: Readonly<Record<string, UnitHistoryEntry['subject']>> = {
  org_unit: 'unit',
  org_unit_alias: 'alias',
  school_category: 'category',
  project_membership: 'project',
};

/** Columns of the house and not of the person. */
const unsaid = new Set([
  'id',
  'org_unit_id',
  'parent_id',
  'scope',
  'version',
  'search_text',
  'folded',
  'identification_run_id',
]);

/** Every row about a unit carries the unit's own scope, so its history is found by that. */
export async function listOrgUnitHistory(db: Db, unit: OrgUnit): Promise<UnitHistoryEntry[]> {
  const rows = await db
    .selectFrom('audit')
    .leftJoin('person', 'person.id', 'audit.actor_id')
    .select(['audit.at', 'table_name', 'change', 'old_row', 'new_row', 'surname', 'given_name', 'patronymic'])
    .where(sql<boolean>`audit.scope = ${unit.scope}::public.ltree`)
    .where('table_name', 'in', Object.keys(subjects))
    .orderBy('audit.at', 'desc')
    .limit(200)
    .execute();
  return rows.flatMap((row): UnitHistoryEntry[] => {
    const subject = subjects[row.table_name];
    const fields = changedFields(row.old_row, row.new_row);
    if (subject === undefined || fields.length === 0) return [];
    return [
      {
        at: row.at.toISOString(),
        by:
          row.surname === null || row.given_name === null
            ? null
            : formatSurnameFirst({
                surname: row.surname,
                givenName: row.given_name,
                patronymic: row.patronymic,
              }),
        subject,
        // The column's check constraint holds the same list.
        change: row.change as UnitHistoryEntry['change'],
        fields,
      },
    ];
  });
}

function changedFields(before: unknown, after: unknown): UnitHistoryEntry['fields'] {
  const [old, fresh] = [asRow(before), asRow(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
    .filter((name) => !unsaid.has(name) && (old[name] ?? null) !== (fresh[name] ?? null))
    .map((name) => ({ name: camelCase(name), before: words(old[name]), after: words(fresh[name]) }));
}

/** The audit keeps rows as PostgreSQL writes them: an object of columns, or nothing. */
function asRow(row: unknown): Readonly<Record<string, unknown>> {
  return typeof row === 'object' && row !== null ? { ...row } : {};
}

const words = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const camelCase = (column: string): string =>
  column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
