import { type RawBuilder, sql } from 'kysely';

/** «Иванова А. П.» with no-break spaces; null when the joined person is not there or may not be seen. */
export function personName(alias: string): RawBuilder<string | null> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<string | null>`${column('surname')} || U&'\\00A0' || left(${column('given_name')}, 1) || '.'
    || coalesce(U&'\\00A0' || left(${column('patronymic')}, 1) || '.', '')`;
}
