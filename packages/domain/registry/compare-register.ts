import { foldText } from '../basics/fold-text.ts';
import type { ScopePath } from '../basics/actor.ts';
import { legalEntityIndex } from './legal-entity-index.ts';
import { repeatFinder, unitMatcher } from './match-register-row.ts';
import { municipalityIndex } from './municipality-index.ts';
import type { OrgUnit, OrgUnitAlias, OrgUnitFields } from './org-unit.ts';
import type { RegisterProblem } from './register-problem.ts';
import { shortNameOfRow, type ReadRegister, type RegisterRow } from './register-row.ts';
import type { SchoolType } from './school-type.ts';
import type { ParentOfStep, Refused, RegisterStep } from './register-step.ts';

export type RegisterComparison = {
  readonly steps: readonly RegisterStep[];
  readonly problems: readonly RegisterProblem[];
};

export type KnownRegister = {
  readonly units: readonly OrgUnit[];
  readonly aliases: readonly OrgUnitAlias[];
  /** Types of schools by their ids; one that is not among them has none that is known. */
  readonly types: ReadonlyMap<string, SchoolType | null>;
  readonly addMunicipalities: boolean;
  /** May the person add and change units at and below this place? */
  readonly mayManage: (scope: ScopePath) => boolean;
};

const order: Readonly<Record<RegisterRow['kind'], number>> = {
  municipality: 0,
  authority: 1,
  institute: 1,
  school: 1,
  branch: 2,
};

/**
 * Compares a register with the tree. A row is the unit with its code, else with its ИНН and name, else with its name at the same place.
 * An empty cell changes nothing; a row never moves a unit and never changes its kind.
 */
export function compareRegister(register: ReadRegister, known: KnownRegister): RegisterComparison {
  const steps: RegisterStep[] = [];
  const problems: RegisterProblem[] = [...register.problems];
  const rows = [...register.rows].sort(
    (one, other) => order[one.kind] - order[other.kind] || one.row - other.row,
  );
  const places = municipalityPlaces(known, steps);
  const legalEntities = legalEntityIndex(known.units, register.rows);
  const findUnit = unitMatcher(known.units);
  const repeats = repeatFinder();

  const take = (row: RegisterRow): Refused | null => {
    const parent = row.kind === 'branch' ? legalEntities.parentOf(row) : places.of(row);
    if ('code' in parent) return parent;
    const match = findUnit(row, parent);
    if (match === 'ambiguous') return { field: 'name', code: 'ambiguous' };
    const otherRow = repeats(row, parent, match);
    if (otherRow !== null) return { field: 'name', code: 'duplicate', otherRow };
    const step = match === null ? addition(row, parent, known) : comparisonWith(row, parent, match, known);
    if ('code' in step) return step;
    steps.push(step);
    if (row.kind === 'municipality') places.add(row.name, steps.length - 1);
    if (row.kind === 'school') legalEntities.add(row, step, steps.length - 1);
    return null;
  };

  for (const row of rows) {
    const refused = take(row);
    if (refused !== null) problems.push(problemOf(row, refused));
  }
  return { steps, problems: problems.sort((one, other) => one.row - other.row) };
}

function addition(row: RegisterRow, parent: ParentOfStep, known: KnownRegister): RegisterStep | Refused {
  // What stands below an added unit stands below something the person manages.
  if ('known' in parent && !known.mayManage(parent.known.scope)) return { field: null, code: 'not-yours' };
  return {
    action: 'add',
    row: row.row,
    parent,
    schoolType: row.schoolType,
    fields: { ...rest(row), name: row.name, shortName: shortNameOfRow(row) },
  };
}

function comparisonWith(
  row: RegisterRow,
  parent: ParentOfStep,
  unit: OrgUnit,
  known: KnownRegister,
): RegisterStep | Refused {
  if (unit.kind !== row.kind) return { field: 'kind', code: 'kind-differs' };
  if (!('known' in parent) || parent.known.id !== unit.parentId) {
    return { field: row.kind === 'branch' ? 'parent' : 'municipality', code: 'place-differs' };
  }
  const told = rest(row);
  const fields: OrgUnitFields = {
    kind: unit.kind,
    name: foldText(row.name) === foldText(unit.name) ? unit.name : row.name,
    shortName: row.shortName ?? unit.shortName,
    settlement: told.settlement ?? unit.settlement,
    inn: told.inn ?? unit.inn,
    ogrn: told.ogrn ?? unit.ogrn,
    code: told.code ?? unit.code,
    openedOn: told.openedOn ?? unit.openedOn,
    closedOn: told.closedOn ?? unit.closedOn,
  };
  // Each field of `fields` is a field of the unit.
  const isSame = Object.entries(fields).every(
    ([field, value]) => unit[field as keyof OrgUnitFields] === value,
  );
  const typeBefore = known.types.get(unit.id) ?? null;
  const schoolType = row.schoolType ?? typeBefore;
  if (isSame && schoolType === typeBefore) return { action: 'keep', row: row.row, unit };
  if (!known.mayManage(unit.scope)) return { field: null, code: 'not-yours' };
  if (fields.openedOn !== null && fields.closedOn !== null && fields.closedOn < fields.openedOn) {
    return { field: 'closedOn', code: 'closed-before-opened' };
  }
  return { action: 'change', row: row.row, unit, fields, schoolType, typeBefore };
}

function rest(row: RegisterRow): Omit<OrgUnitFields, 'name' | 'shortName'> {
  const { kind, settlement, inn, ogrn, code, openedOn, closedOn } = row;
  return { kind, settlement, inn, ogrn, code, openedOn, closedOn };
}

/** Where a row that is not a branch stands; a municipality that may be added becomes a step of its own. */
function municipalityPlaces(known: KnownRegister, steps: RegisterStep[]) {
  const find = municipalityIndex(known.units, known.aliases);
  const region = known.units.find((unit) => unit.kind === 'region');
  const all = known.units.filter((unit) => unit.kind === 'municipality');
  const home = all.length === 1 && !known.mayManage(region?.scope ?? '') ? all[0] : undefined;
  const added = new Map<string, number>();
  const add = (name: string, step: number) => added.set(foldText(name), step);
  const of = (row: RegisterRow): ParentOfStep | Refused => {
    if (region === undefined) return { field: null, code: 'not-yours' };
    if (row.kind === 'municipality') return { known: region };
    if (row.municipality === null) {
      if (home !== undefined) return { known: home };
      return row.kind === 'school'
        ? { field: 'municipality', code: 'municipality-missing' }
        : { known: region };
    }
    const place = find(row.municipality);
    if (place !== undefined) return { known: place };
    const name = row.municipality;
    const step = added.get(foldText(name));
    if (step !== undefined) return { step };
    if (!known.addMunicipalities) return { field: 'municipality', code: 'municipality-unknown' };
    if (!known.mayManage(region.scope)) return { field: 'municipality', code: 'not-yours' };
    add(name, steps.length);
    steps.push({
      action: 'add',
      row: row.row,
      parent: { known: region },
      schoolType: null,
      fields: municipalityFields(name),
    });
    return { step: steps.length - 1 };
  };
  return { of, add };
}

function municipalityFields(name: string): OrgUnitFields {
  const nothing = { settlement: null, inn: null, ogrn: null, code: null, openedOn: null, closedOn: null };
  return { kind: 'municipality', name, shortName: name.slice(0, 120), ...nothing };
}

function problemOf(row: RegisterRow, { field, code, otherRow }: Refused): RegisterProblem {
  const value = field === null ? row.name : (row[field] ?? '');
  return { row: row.row, field, value, code, otherRow: otherRow ?? null };
}
