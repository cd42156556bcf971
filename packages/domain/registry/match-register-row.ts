import { foldText } from '../basics/fold-text.ts';
import type { OrgUnit } from './org-unit.ts';
import type { RegisterRow } from './register-row.ts';
import type { ParentOfStep } from './register-step.ts';

/** Finds the unit that a row is about: by code, by ИНН and name, by name at the same place. */
export function unitMatcher(units: readonly OrgUnit[]) {
  const byCode = new Map(units.flatMap((unit) => (unit.code === null ? [] : [[unit.code, unit] as const])));
  const byInnAndName = Map.groupBy(units, (unit) => innAndName(unit));
  const byPlaceAndName = Map.groupBy(units, (unit) => `${unit.parentId ?? ''} ${foldText(unit.name)}`);
  return (row: RegisterRow, parent: ParentOfStep): OrgUnit | 'ambiguous' | null => {
    const coded = row.code === null ? undefined : byCode.get(row.code);
    if (coded !== undefined) return coded;
    const mayBe = (unit: OrgUnit): boolean =>
      !differ(unit.code, row.code) && !differ(unit.inn, row.inn) && unit.kind === row.kind;
    const named = row.inn === null ? [] : (byInnAndName.get(innAndName(row)) ?? []);
    const place = 'known' in parent ? `${parent.known.id} ${foldText(row.name)}` : '';
    const found = [named, byPlaceAndName.get(place) ?? []]
      .map((candidates) => candidates.filter(mayBe))
      .find((candidates) => candidates.length > 0);
    const [unit, another] = found ?? [];
    if (another !== undefined) return 'ambiguous';
    return unit ?? null;
  };
}

/** Tells the earlier row that the same unit stands in, or null. */
export function repeatFinder() {
  const byUnit = new Map<string, number>();
  const byCode = new Map<string, number>();
  const byPlaceAndName = new Map<string, RegisterRow[]>();
  return (row: RegisterRow, parent: ParentOfStep, unit: OrgUnit | null): number | null => {
    const place = 'known' in parent ? parent.known.id : `step ${parent.step}`;
    const key = `${row.kind} ${place} ${foldText(row.name)}`;
    const namesakes = byPlaceAndName.get(key) ?? [];
    const same = namesakes.find((other) => !differ(other.code, row.code) && !differ(other.inn, row.inn));
    const earlier =
      (unit === null ? undefined : byUnit.get(unit.id)) ??
      (row.code === null ? undefined : byCode.get(row.code)) ??
      same?.row ??
      null;
    if (earlier !== null) return earlier;
    byPlaceAndName.set(key, [...namesakes, row]);
    if (row.code !== null) byCode.set(row.code, row.row);
    if (unit !== null) byUnit.set(unit.id, row.row);
    return null;
  };
}

const innAndName = (thing: { readonly inn: string | null; readonly name: string }): string =>
  `${thing.inn ?? ''} ${foldText(thing.name)}`;

/** Both are known, and they are not the same. */
function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}
