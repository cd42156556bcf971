import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** The row's scope is one of the nodes or lies below one. */
export function isWithinAny(column: string, scopes: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} <@ any (string_to_array(${scopes.join(' ')}, ' ')::ltree[])`;
}
