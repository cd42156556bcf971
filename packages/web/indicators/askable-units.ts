import { isWithin } from '@opora/domain/basics/actor.ts';
import type { AskedLevel } from '@opora/domain/indicators/campaign.ts';
import { isOpen, isSchool, type OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { today } from '../platform/today.ts';

type Asking = { readonly scope: string; readonly asks: AskedLevel };

/** Schools or municipalities of a territory that a collection may ask today. */
export const askableUnits = (units: readonly OrgUnit[], { scope, asks }: Asking): OrgUnit[] =>
  units.filter(
    (unit) =>
      (asks === 'school' ? isSchool(unit) : unit.kind === 'municipality') &&
      isOpen(unit, today()) &&
      isWithin(unit.scope, scope),
  );
