import { foldText } from '../basics/fold-text.ts';
import { isWithin } from '../basics/actor.ts';
import { municipalityIndex } from '../registry/municipality-index.ts';
import { isSchool, type OrgUnit, type OrgUnitAlias } from '../registry/org-unit.ts';
import { searchWords, shortNameOf } from '../registry/school-name.ts';
import type { ReportUnit } from './reading/report.ts';

/** One text for one school of a file, so that it is chosen once for all its rows. */
export function reportUnitKey({ login, name, territory }: ReportUnit): string {
  return [login ?? '', foldText(name), foldText(territory ?? '')].join('\t');
}

export type UnitMatch =
  | { readonly how: 'code' | 'name'; readonly unit: OrgUnit }
  | { readonly how: 'ambiguous'; readonly candidates: readonly OrgUnit[] }
  | { readonly how: 'unknown' };

/** Words of the legal form: an office writes «СОШ № 1» as readily as «МБОУ СОШ № 1». */
const legalForm = /^(?:[кофв]?[гм]?[бак]?[нп]?оу|мо[аб]у|чоу|нчоу|ано|аноо|оо)$/;

/** Finds the school that a file names: by login, then by any of its names, within the named municipality where it is known. */
export function examUnitMatcher(
  units: readonly OrgUnit[],
  aliases: readonly OrgUnitAlias[],
): (unit: ReportUnit) => UnitMatch {
  const schools = units.filter(isSchool);
  const byCode = Map.groupBy(schools, ({ code }) => (code ?? '').toLowerCase());
  const namesOf = Map.groupBy(aliases, ({ orgUnitId }) => orgUnitId);
  const whole = new Map<string, Set<OrgUnit>>();
  const core = new Map<string, Set<OrgUnit>>();
  for (const unit of schools) {
    const names = [unit.name, unit.shortName, ...(namesOf.get(unit.id) ?? []).map(({ name }) => name)];
    for (const name of names) {
      put(whole, wholeName(name), unit);
      put(core, coreName(name), unit);
    }
  }
  const placeNamed = municipalityIndex(units, aliases);
  return (wanted) => {
    const coded = wanted.login === null ? [] : (byCode.get(wanted.login.toLowerCase()) ?? []);
    if (coded.length > 0) return oneOf(coded, 'code');
    const place = wanted.territory === null ? undefined : placeNamed(wanted.territory);
    const near = (found: Iterable<OrgUnit>): OrgUnit[] =>
      [...found].filter((unit) => place === undefined || isWithin(unit.scope, place.scope));
    // A school whose code is known and is another one is another school.
    const mayBe = (unit: OrgUnit): boolean =>
      wanted.login === null || unit.code === null || !wanted.login.startsWith('edu');
    const found = [whole.get(wholeName(wanted.name)), core.get(coreName(wanted.name))]
      .map((set) => near(set ?? []).filter(mayBe))
      .find((list) => list.length > 0);
    return found === undefined || wanted.name === '' ? { how: 'unknown' } : oneOf(found, 'name');
  };
}

function oneOf(found: readonly OrgUnit[], how: 'code' | 'name'): UnitMatch {
  const [unit, another] = found;
  if (unit === undefined) return { how: 'unknown' };
  return another === undefined ? { how, unit } : { how: 'ambiguous', candidates: found };
}

function put(index: Map<string, Set<OrgUnit>>, name: string, unit: OrgUnit): void {
  if (name === '') return;
  const known = index.get(name) ?? new Set();
  index.set(name, known.add(unit));
}

const wholeName = (name: string): string => searchWords(shortNameOf(name)).join(' ');

const coreName = (name: string): string =>
  searchWords(shortNameOf(name))
    .filter((word) => !legalForm.test(word))
    .join(' ');
