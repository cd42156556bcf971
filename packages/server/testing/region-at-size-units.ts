import { randomUUID } from 'node:crypto';
import type { Role } from '@opora/domain/basics/actor.ts';
import type { OrgUnit, OrgUnitKind } from '@opora/domain/registry/org-unit.ts';
import { rootScope } from '../platform/system-entry.ts';

export type SizedPerson = {
  readonly id: string;
  readonly unit: OrgUnit;
  readonly surname: string;
  readonly givenName: string;
  readonly post: string;
  /** Null: works there and has no role. */
  readonly role: Role | null;
  readonly on: OrgUnit;
};

export type SizedMunicipality = {
  readonly unit: OrgUnit;
  readonly authority: OrgUnit;
  readonly coordinator: SizedPerson;
  readonly schools: readonly OrgUnit[];
};

/** The tree and the people of an invented region, not yet in any database. */
export type SizedUnits = {
  readonly region: OrgUnit;
  readonly ministry: OrgUnit;
  readonly institute: OrgUnit;
  readonly municipalities: readonly SizedMunicipality[];
  readonly units: readonly OrgUnit[];
  readonly people: readonly SizedPerson[];
  /** Who heads each school, by the school's id. */
  readonly heads: ReadonlyMap<string, string>;
};

const surnames = ['Иванова', 'Петрова', 'Сидорова', 'Кузнецова', 'Соколова', 'Лебедева', 'Новикова'];
const stems = ['Берёз', 'Кленов', 'Речн', 'Луг', 'Озёр', 'Камен', 'Полян', 'Сосн', 'Степн', 'Ключ'];
const givenNames = ['Анна', 'Мария', 'Елена', 'Ольга', 'Татьяна'];

/** `municipalities` with `schoolsOfEach` schools; each school has a director and two people without a role. */
export function planRegion(municipalities: number, schoolsOfEach: number): SizedUnits {
  const region = unit('region', 'Приозёрная область', null, 'region');
  const ministry = unit('authority', 'Министерство образования Приозёрной области', region, 'ministry');
  const institute = unit('institute', 'Институт развития образования Приозёрной области', region, 'iro');
  const units = [region, ministry, institute];
  const people = [
    person(0, ministry, 'Консультант', 'regional-coordinator', region),
    person(1, ministry, 'Администратор', 'administrator', region),
    person(2, institute, 'Методист', 'methodologist', institute),
    person(3, institute, 'Наблюдатель', 'observer', region),
  ];
  const heads = new Map<string, string>();
  const made = Array.from({ length: municipalities }, (_, at): SizedMunicipality => {
    const name = `${pick(stems, at)}ский муниципальный округ № ${at + 1}`;
    const municipality = unit('municipality', name, region, `m${at + 1}`);
    const authority = unit('authority', `Управление образования: ${name}`, municipality, 'uo');
    const coordinator = person(at, authority, 'Начальник отдела', 'municipal-coordinator', municipality);
    const schools = Array.from({ length: schoolsOfEach }, (_, n) => school(municipality, at * 100 + n + 1));
    people.push(coordinator);
    for (const [n, one] of schools.entries()) {
      const director = person(at + n, one, 'Директор', 'school-director', one);
      heads.set(one.id, director.id);
      people.push(director, person(at + n + 1, one, 'Учитель', null, one));
      people.push(person(at + n + 2, one, 'Заместитель директора', null, one));
    }
    // A curator looks after a few schools, and so holds several roles.
    const curator = person(at + 3, authority, 'Методист', null, authority);
    people.push(curator, ...schools.slice(0, 5).map((on) => ({ ...curator, role: 'curator' as const, on })));
    units.push(municipality, authority, ...schools);
    return { unit: municipality, authority, coordinator, schools };
  });
  return { region, ministry, institute, municipalities: made, units, people, heads };
}

function school(municipality: OrgUnit, number: number): OrgUnit {
  const settlement = `с. ${pick(stems, number)}ое`;
  const name = `Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № ${number}» ${settlement}`;
  const short = {
    shortName: `МБОУ СОШ № ${number} ${settlement}`,
    settlement,
    code: `edu${100_000 + number}`,
  };
  return { ...unit('school', name, municipality, `s${number}`), ...short };
}

function unit(kind: OrgUnitKind, name: string, parent: OrgUnit | null, label: string): OrgUnit {
  return {
    id: randomUUID(),
    kind,
    name,
    shortName: name.slice(0, 120),
    parentId: parent?.id ?? null,
    scope: parent === null ? rootScope : `${parent.scope}.${label}`,
    settlement: null,
    inn: null,
    ogrn: null,
    code: null,
    openedOn: null,
    closedOn: null,
    version: 1,
  };
}

// oxlint-disable-next-line max-params -- one row of a table of people
function person(at: number, own: OrgUnit, post: string, role: Role | null, on: OrgUnit): SizedPerson {
  return {
    id: randomUUID(),
    unit: own,
    surname: pick(surnames, at),
    givenName: pick(givenNames, at),
    post,
    role,
    on,
  };
}

function pick(list: readonly string[], at: number): string {
  return list[at % list.length] ?? '';
}
