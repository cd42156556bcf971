import type { OrgUnit } from '../registry/org-unit.ts';
import { searchWords } from '../registry/school-name.ts';
import type { FindSchool } from './passport-sheet.ts';

type Named = Pick<OrgUnit, 'id' | 'name' | 'shortName' | 'code'>;

/**
 * Finds a school by its code, one of its names or what documents call it: «ООШ №2» is «ООШ № 2». What was asked is remembered, for a table names its school
 * once for each value.
 */
export function schoolFinder(
  schools: readonly Named[],
  aliases: readonly { readonly orgUnitId: string; readonly name: string }[],
): FindSchool {
  const ids = new Set(schools.map(({ id }) => id));
  const byName = Map.groupBy(
    [
      ...schools.flatMap(({ id, name, shortName, code }) =>
        [name, shortName, code ?? ''].map((each) => ({ id, key: searchWords(each).join(' ') })),
      ),
      ...aliases
        .filter(({ orgUnitId }) => ids.has(orgUnitId))
        .map(({ orgUnitId, name }) => ({ id: orgUnitId, key: searchWords(name).join(' ') })),
    ].filter(({ key }) => key !== ''),
    ({ key }) => key,
  );
  const known = new Map<string, readonly string[]>();
  return (name) => {
    const found = known.get(name) ?? [
      ...new Set(byName.get(searchWords(name).join(' '))?.map(({ id }) => id)),
    ];
    known.set(name, found);
    return found;
  };
}
