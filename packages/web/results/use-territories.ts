import { can } from '@opora/domain/basics/can.ts';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { useMe } from '../accounts/use-me.ts';
import { useOrgUnits } from '../registry/use-registry.ts';

/** The region and municipalities whose lists the person may make. */
export function useTerritories(): OrgUnit[] {
  const me = useMe().data;
  const units = useOrgUnits().data ?? [];
  const own = units.filter(
    (unit) =>
      (unit.kind === 'region' || unit.kind === 'municipality') &&
      me !== undefined &&
      can(me, 'identification.manage', unit),
  );
  // The widest first: who may make the region's list mostly makes that one.
  return own.toSorted((one, other) => Number(other.kind === 'region') - Number(one.kind === 'region'));
}
