import { z } from 'zod';
import { isCalendarDate } from '../basics/calendar-date.ts';
import { Refusal } from '../basics/refusal.ts';
import { isInnOfOrganisation, isOgrn } from './taxpayer-number.ts';

/** Kinds of nodes of the organisation tree. A branch (филиал) is an object of its own below its legal entity. */
export const OrgUnitKind = z.enum(['region', 'authority', 'institute', 'municipality', 'school', 'branch']);
export type OrgUnitKind = z.infer<typeof OrgUnitKind>;

/** Which kinds may stand directly below which. */
const parents: Readonly<Record<OrgUnitKind, readonly OrgUnitKind[]>> = {
  region: [],
  authority: ['region', 'municipality'],
  institute: ['region', 'municipality'],
  municipality: ['region'],
  school: ['region', 'municipality'],
  branch: ['school'],
};

export function mayStandBelow(kind: OrgUnitKind, parent: OrgUnitKind): boolean {
  return parents[kind].includes(parent);
}

/** A school or a branch of one: an object of its own wherever schools are counted by object. */
export function isSchool(unit: { readonly kind: OrgUnitKind }): boolean {
  return unit.kind === 'school' || unit.kind === 'branch';
}

const text = (max: number) => z.string().trim().max(max);
const optionalText = (max: number) =>
  text(max)
    .nullable()
    .transform((value) => (value === '' ? null : value));
export const CalendarDateText = z.string().refine(isCalendarDate);

/** What a person enters of an organisation. */
export const OrgUnitFields = z.object({
  kind: OrgUnitKind,
  name: text(500).min(1),
  shortName: text(120).min(1),
  settlement: optionalText(200),
  inn: optionalText(10),
  ogrn: optionalText(15),
  /** Login of the school in the federal system of quality assessment: `edu` and digits. */
  code: optionalText(40),
  openedOn: CalendarDateText.nullable(),
  closedOn: CalendarDateText.nullable(),
});
export type OrgUnitFields = z.infer<typeof OrgUnitFields>;

export const OrgUnit = OrgUnitFields.extend({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  scope: z.string(),
  /** Grows with each change; sent back with an edit so that two people do not overwrite each other. */
  version: z.number().int(),
});
export type OrgUnit = z.infer<typeof OrgUnit>;

/** How documents call the unit beside its two names: «ДО», «школа № 1». */
export const OrgUnitAlias = z.object({ id: z.uuid(), orgUnitId: z.uuid(), name: text(200).min(1) });
export type OrgUnitAlias = z.infer<typeof OrgUnitAlias>;

/** Schools are counted twice, by legal entity and by object (with branches), wherever they are counted. */
export type SchoolCount = { readonly legalEntities: number; readonly objects: number };

/** Units closed before `on` or opened after it do not count. */
export function countSchools(
  units: readonly Pick<OrgUnit, 'kind' | 'openedOn' | 'closedOn'>[],
  on: string,
): SchoolCount {
  const open = units.filter((unit) => isOpen(unit, on));
  const legalEntities = open.filter((unit) => unit.kind === 'school').length;
  return { legalEntities, objects: legalEntities + open.filter((unit) => unit.kind === 'branch').length };
}

export function isOpen(unit: Pick<OrgUnit, 'openedOn' | 'closedOn'>, on: string): boolean {
  return (unit.openedOn === null || unit.openedOn <= on) && (unit.closedOn === null || unit.closedOn >= on);
}

/** Throws the refusal that fits; `parentKind` is null when the place in the tree does not change. */
export function checkOrgUnit(unit: OrgUnitFields, parentKind: OrgUnitKind | null): void {
  if (parentKind !== null && !mayStandBelow(unit.kind, parentKind)) throw new Refusal('registry-parent-kind');
  if (unit.inn !== null && !isInnOfOrganisation(unit.inn)) throw new Refusal('registry-inn-wrong');
  if (unit.ogrn !== null && !isOgrn(unit.ogrn)) throw new Refusal('registry-ogrn-wrong');
  if (unit.openedOn !== null && unit.closedOn !== null && unit.closedOn < unit.openedOn) {
    throw new Refusal('registry-closed-before-opened');
  }
}
