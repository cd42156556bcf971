import { sql } from 'kysely';
import { Indicator, type IndicatorVersion } from '@opora/domain/indicators/indicator.ts';
import type { Db, Tx } from '../platform/database.ts';

export type OwnDefinition = {
  readonly scope: string;
  readonly unitName: string;
  readonly indicator: Indicator;
};

/** Every version of every definition of offices above and below, as row security shows them. */
export async function listOwnDefinitions(db: Db): Promise<OwnDefinition[]> {
  const rows = await db
    .selectFrom('indicator_definition as definition')
    .leftJoin('org_unit as unit', 'unit.id', 'definition.org_unit_id')
    .select(['definition.scope', 'definition.content', 'unit.short_name'])
    .orderBy('definition.code')
    .orderBy('definition.version')
    .execute();
  return rows.map(({ scope, content, short_name: name }) => ({
    scope,
    unitName: name ?? '',
    indicator: Indicator.parse(content),
  }));
}

/** The newest version of a code; undefined where the person sees none. */
export async function findOwnDefinition(db: Db, code: string): Promise<OwnDefinition | undefined> {
  const all = await listOwnDefinitions(db);
  return all.findLast(({ indicator }) => indicator.code === code);
}

/** The unit that stands at a node. */
export async function findOfficeAt(db: Db, scope: string): Promise<string | undefined> {
  const row = await db.selectFrom('org_unit').select('id').where('scope', '=', scope).executeTakeFirst();
  return row?.id;
}

/** The number after the greatest of the whole region, which must be entered as such. */
export async function nextOfficeNumber(db: Db): Promise<number> {
  const row = await db
    .selectFrom('indicator_definition')
    .select(sql<number>`coalesce(max(substring(code from '^Z(\\d+)$')::integer), 0) + 1`.as('next'))
    .executeTakeFirstOrThrow();
  return row.next;
}

export type NewDefinition = {
  readonly id: string;
  readonly orgUnitId: string;
  readonly scope: string;
  readonly indicator: Indicator;
  readonly personId: string;
  readonly at: Date;
};

/** False where somebody else has put in the same version. */
export async function insertDefinition(tx: Tx, definition: NewDefinition): Promise<boolean> {
  const { id, orgUnitId, scope, indicator, personId, at } = definition;
  const { code, version }: IndicatorVersion = indicator;
  const row = await tx
    .insertInto('indicator_definition')
    .values({
      id,
      org_unit_id: orgUnitId,
      scope,
      code,
      version,
      content: JSON.stringify(indicator),
      made_by: personId,
      made_at: at,
    })
    .onConflict((conflict) => conflict.constraint('indicator_definition_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
