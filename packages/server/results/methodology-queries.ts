import { formatSurnameFirst } from '@opora/domain/basics/format.ts';
import type { OfferedMethodology } from '@opora/domain/results/identification-contract.ts';
import { Methodology } from '@opora/domain/results/methodology.ts';
import type { Db, Tx } from '../platform/database.ts';

/** Of the offices around, the latest version of each first. */
export async function listMethodologies(db: Db): Promise<OfferedMethodology[]> {
  const rows = await selectMethodologies(db).orderBy('code').orderBy('methodology.version', 'desc').execute();
  return rows.map(present);
}

export async function findMethodology(db: Db, id: string): Promise<OfferedMethodology | undefined> {
  const row = await selectMethodologies(db).where('methodology.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

/** The latest version under the code, whoever's it is, with the owner's scope. */
export async function findLatestVersion(
  db: Db,
  code: string,
): Promise<{ readonly version: number; readonly scope: string } | undefined> {
  return db
    .selectFrom('methodology')
    .select(['version', 'scope'])
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

type NewMethodology = {
  readonly id: string;
  readonly orgUnitId: string;
  readonly scope: string;
  readonly methodology: Methodology;
  readonly by: { readonly personId: string; readonly now: Date };
};

/** The database refuses a version that is there already. */
export async function insertMethodology(
  tx: Tx,
  { id, orgUnitId, scope, methodology, by }: NewMethodology,
): Promise<void> {
  await tx
    .insertInto('methodology')
    .values({
      id,
      org_unit_id: orgUnitId,
      scope,
      code: methodology.code,
      version: methodology.version,
      content: JSON.stringify(methodology),
      made_by: by.personId,
      made_at: by.now,
    })
    .execute();
}

function selectMethodologies(db: Db) {
  return db
    .selectFrom('methodology')
    .leftJoin('person', 'person.id', 'methodology.made_by')
    .select(['methodology.id', 'methodology.org_unit_id', 'methodology.content', 'methodology.made_at'])
    .select(['person.surname', 'person.given_name', 'person.patronymic']);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectMethodologies>['executeTakeFirstOrThrow']>>;

function present(row: Row): OfferedMethodology {
  return {
    id: row.id,
    orgUnitId: row.org_unit_id,
    madeBy: nameOf(row),
    madeAt: row.made_at.toISOString(),
    methodology: Methodology.parse(row.content),
  };
}

/** Null for somebody whom the person may not see. */
export function nameOf(row: {
  readonly surname: string | null;
  readonly given_name: string | null;
  readonly patronymic: string | null;
}): string | null {
  const { surname, given_name: givenName, patronymic } = row;
  return surname === null || givenName === null
    ? null
    : formatSurnameFirst({ surname, givenName, patronymic });
}
