import { foldText } from '../basics/fold-text.ts';
import type { OrgUnit, OrgUnitAlias } from './org-unit.ts';

/** Words that say what kind of municipality it is and are written in many ways: «МР», «муниципальный район», «р-н». */
const kindWords =
  /(^|[\s.,-])(муниципальн\S*|городско\S*|сельск\S*|образован\S*|район\S*|р-н|округ\S*|город|г|мо|мр|го|мкр)(?=$|[\s.,-])/g;

export type MunicipalityIndex = (name: string) => OrgUnit | undefined;

/** Finds a municipality (or the region itself) by any of its names, with or without the words of its kind when that is enough to tell it. */
export function municipalityIndex(
  units: readonly OrgUnit[],
  aliases: readonly OrgUnitAlias[],
): MunicipalityIndex {
  const places = units.filter((unit) => unit.kind === 'municipality' || unit.kind === 'region');
  const byId = new Map(places.map((unit) => [unit.id, unit]));
  const whole = new Map<string, OrgUnit>();
  const core = new Map<string, OrgUnit | null>();
  const names = [
    ...places.flatMap((unit) => [unit.name, unit.shortName].map((name) => ({ name, unit }))),
    ...aliases.flatMap(({ name, orgUnitId }) => {
      const unit = byId.get(orgUnitId);
      return unit === undefined ? [] : [{ name, unit }];
    }),
  ];
  for (const { name, unit } of names) {
    whole.set(foldText(name), unit);
    const key = coreOf(name);
    const known = core.get(key);
    // The town and the district around it may share the word: then it tells neither.
    core.set(key, known === undefined || known?.id === unit.id ? unit : null);
  }
  return (name) => whole.get(foldText(name)) ?? core.get(coreOf(name)) ?? undefined;
}

function coreOf(name: string): string {
  const folded = foldText(name);
  const core = folded
    .replaceAll(kindWords, ' ')
    .replaceAll(/[^\p{L}\p{N}-]+/gu, ' ')
    .trim();
  return core === '' ? folded : core;
}
