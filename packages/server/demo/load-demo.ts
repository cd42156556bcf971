import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OrgUnit } from '@opora/domain/registry/org-unit.ts';
import { hashPassword } from '../accounts/password-hash.ts';
import type { Tx } from '../platform/database.ts';
import type { ServerParts } from '../platform/server-parts.ts';
import { rootScope, systemEntry } from '../platform/system-entry.ts';
import { read, write } from '../platform/transaction.ts';
import { scopeLabel } from '../registry/add-org-unit.ts';
import { insertOrgUnit, listOrgUnits } from '../registry/registry-queries.ts';
import { loadDemoHearings } from './load-demo-hearings.ts';
import { loadDemoAmendment } from './load-demo-amendment.ts';
import { loadDemoCampaigns } from './load-demo-campaigns.ts';
import { loadDemoCascade } from './load-demo-cascade.ts';
import { loadDemoSchoolCascade } from './load-demo-school-cascade.ts';
import { loadDemoMunicipalCampaign } from './load-demo-municipal-campaign.ts';
import { loadDemoPlans } from './load-demo-plans.ts';
import { loadDemoPassports } from './load-demo-passports.ts';
import { loadDemoIndicators } from './load-demo-indicators.ts';
import { loadDemoLists } from './load-demo-lists.ts';
import { loadDemoResults } from './load-demo-results.ts';
import { loadDemoReminders } from './load-demo-reminders.ts';
import { type DemoRegion, demoPassword, readDemoRegion } from './demo-region.ts';

/**
 * Fills an empty database with the demonstration: the region, its plans, the reminders of its last days. Leaves one that holds anything
 * as it is. Throws when an earlier start was ended in the middle: half a demonstration would pass for a whole one.
 */
export async function loadDemoWhenEmpty(parts: ServerParts): Promise<void> {
  const { dataDirectory } = parts.settings;
  const unfinished = join(dataDirectory, 'demo-unfinished');
  const known = await read(parts.database, systemEntry, listOrgUnits);
  if (known.length > 0 && existsSync(unfinished)) throw new Error(brokenOff(dataDirectory));
  if (known.length > 0) return;
  await writeFile(unfinished, '');
  await loadRegion(parts);
  await loadDemoResults(parts);
  await loadDemoPassports(parts);
  await loadDemoLists(parts);
  await loadDemoIndicators(parts);
  await loadDemoCampaigns(parts);
  await loadDemoMunicipalCampaign(parts);
  await loadDemoPlans(parts);
  await loadDemoHearings(parts);
  await loadDemoCascade(parts);
  await loadDemoSchoolCascade(parts);
  await loadDemoAmendment(parts);
  await loadDemoReminders(parts);
  await rm(unfinished);
}

const brokenOff = (dataDirectory: string): string =>
  `Демонстрационный регион загружен не до конца: прошлый запуск прервали. Удалите папку ${dataDirectory} и запустите ещё раз.`;

async function loadRegion(parts: ServerParts): Promise<void> {
  const region = await readDemoRegion();
  const passwordHash = await hashPassword(demoPassword);
  const operating = { name: 'loadDemo', requestId: 'demo', at: parts.clock() };
  await write(parts.database, systemEntry, operating, async (tx) => {
    const units = await addUnits(tx, region.units);
    for (const person of region.people) await addPerson(tx, person, units, passwordHash);
  });
}

async function addUnits(tx: Tx, described: DemoRegion['units']): Promise<Map<string, OrgUnit>> {
  const units = new Map<string, OrgUnit>();
  for (const { key, parent, kind, name, shortName, settlement, code } of described) {
    const above = parent === undefined ? undefined : units.get(parent);
    const id = randomUUID();
    const scope = above === undefined ? rootScope : `${above.scope}.${scopeLabel(id)}`;
    const unit: OrgUnit = {
      id,
      parentId: above?.id ?? null,
      scope,
      kind,
      name,
      shortName,
      settlement: settlement ?? null,
      inn: null,
      ogrn: null,
      code: code ?? null,
      openedOn: null,
      closedOn: null,
      version: 1,
    };
    await insertOrgUnit(tx, unit);
    units.set(key, unit);
  }
  return units;
}

async function addPerson(
  tx: Tx,
  person: DemoRegion['people'][number],
  units: ReadonlyMap<string, OrgUnit>,
  passwordHash: string,
): Promise<void> {
  const works = unitOf(units, person.unit);
  const holds = unitOf(units, person.on);
  const id = randomUUID();
  await tx
    .insertInto('person')
    .values({
      id,
      org_unit_id: works.id,
      scope: works.scope,
      surname: person.surname,
      given_name: person.givenName,
      patronymic: person.patronymic,
      post: person.post,
      email: person.login,
      language: 'ru',
      version: 1,
    })
    .execute();
  await tx
    .insertInto('account')
    .values({
      id,
      scope: works.scope,
      password_hash: passwordHash,
      totp_secret: null,
      totp_confirmed_at: null,
    })
    .execute();
  await tx
    .insertInto('role_assignment')
    .values({
      id: randomUUID(),
      person_id: id,
      role: person.role,
      scope: holds.scope,
      org_unit_id: holds.id,
      from_on: '2020-09-01',
      until_on: null,
      acting: person.acting ?? false,
      in_place_of_id: null,
    })
    .execute();
}

function unitOf(units: ReadonlyMap<string, OrgUnit>, key: string): OrgUnit {
  const unit = units.get(key);
  if (unit === undefined) throw new Error(`demo/region.json: нет организации «${key}»`);
  return unit;
}

/** The people of the demonstration who are in this database: none in an office's own. */
export async function listDemoPeople(parts: ServerParts): Promise<DemoRegion['people']> {
  const { people } = await readDemoRegion();
  const logins = people.map(({ login }) => login);
  const known = await read(parts.database, systemEntry, (db) =>
    db.selectFrom('person').select('email').where('email', 'in', logins).execute(),
  );
  return people.filter(({ login }) => known.some(({ email }) => email === login));
}
