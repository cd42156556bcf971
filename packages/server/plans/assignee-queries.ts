import { sql } from 'kysely';
import type { Assignee } from '@opora/domain/plans/instance.ts';
import type { Db } from '../platform/database.ts';
import { personName } from './person-name.ts';

const foundMax = 20;

/** People who work at one of the nodes, below or above it; those at the nodes themselves first, then from below upwards. */
export async function findAssignees(
  db: Db,
  { nodes, search }: { readonly nodes: readonly string[]; readonly search: string },
): Promise<Assignee[]> {
  const list = sql`string_to_array(${nodes.join(' ')}, ' ')::ltree[]`;
  const words = search.split(/\s+/).filter((word) => word !== '');
  const rows = await db
    .selectFrom('person')
    .innerJoin('org_unit', 'org_unit.id', 'person.org_unit_id')
    .select(['person.id', 'post', 'org_unit.short_name'])
    .select(personName('person').as('name'))
    .where(sql<boolean>`(person.scope <@ any (${list}) or person.scope @> any (${list}))`)
    .where((eb) => eb.and(words.map(hasWord)))
    .orderBy(sql`person.scope = any (${list})`, 'desc')
    .orderBy(sql`public.nlevel(person.scope)`, 'desc')
    .orderBy('surname')
    .orderBy('given_name')
    .orderBy('person.id')
    .limit(foundMax)
    .execute();
  return rows.map((row) => ({
    personId: row.id,
    name: row.name ?? '',
    post: row.post,
    orgUnitName: row.short_name,
  }));
}

function hasWord(word: string) {
  const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`concat_ws(' ', surname, given_name, patronymic, post, org_unit.short_name) ilike ${pattern}`;
}
