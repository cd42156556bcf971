import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestOffice, type TestOffice } from '../testing/office-for-tests.ts';
import { activityDraft, planDraft, windowDeadline } from '../testing/plan-for-tests.ts';
import { startTestServer, type TestServer } from '../testing/server-for-tests.ts';

let server: TestServer;
let office: TestOffice;
let as: string;

const fullName =
  'Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 33»';

beforeAll(async () => {
  server = await startTestServer();
  office = await openTestOffice(server);
  as = await office.signIn('administrator', office.region);
  await add(fullName, office.north.id);
  await add('МБОУ «СОШ № 34» с. Ёлкино', office.south.id);
});
afterAll(() => server.close());

async function add(name: string, parentId: string): Promise<void> {
  const nothing = { settlement: null, inn: null, ogrn: null, code: null, openedOn: null, closedOn: null };
  const body = { parentId, kind: 'school', name, shortName: name.slice(0, 100), ...nothing };
  expect((await server.send('POST', '/api/org-units', { as, body })).status).toBe(200);
}

const search = async (question: string, who = as) => {
  const { status, body } = await server.send('GET', `/api/search?question=${encodeURIComponent(question)}`, {
    as: who,
  });
  expect(status).toBe(200);
  return body;
};
const names = (found: { units: { name: string }[] }) => found.units.map((unit) => unit.name);

describe('a school is found', () => {
  it.each([
    ['СОШ № 33', fullName],
    ['сош33', fullName],
    ['средней школы 33', fullName],
    ['Средняя общеобразовательная школа № 34', 'МБОУ «СОШ № 34» с. Ёлкино'],
    ['елкино', 'МБОУ «СОШ № 34» с. Ёлкино'],
  ])('by %j', async (question, name) => {
    const found = await search(question);
    expect(names(found)[0]).toBe(name);
  });

  it('by what is alike when no name has all the words', async () => {
    const found = await search('елкнно');
    expect([found.isAlike, names(found)]).toEqual([true, ['МБОУ «СОШ № 34» с. Ёлкино']]);
  });

  it('by an alias, as soon as it is given', async () => {
    const body = { name: 'Ломоносовка' };
    await server.send('POST', `/api/org-units/${office.southSchool.id}/aliases`, { as, body });
    expect(names(await search('ломоносовка'))).toEqual([office.southSchool.name]);
  });

  it('only by who may see it', async () => {
    const neighbour = await office.signIn('municipal-coordinator', office.south);
    expect(names(await search('СОШ № 33', neighbour))).not.toContain(fullName);
    expect(names(await search('Северный район', neighbour))).not.toContain(office.north.name);
  });
});

describe('a person is found', () => {
  it('by the beginnings of her names, with where she works', async () => {
    await office.signIn('school-director', office.northSchool);
    const { people } = await search('иван анна');
    expect((await search('ИВАНОВА ПЕТРОВНА')).people).toEqual(people);
    expect(people[0]).toMatchObject({ name: 'Иванова Анна Петровна' });
    expect(people.map((person: { unitName: string }) => person.unitName)).toContain(
      office.northSchool.shortName,
    );
  });

  it('not by a neighbour', async () => {
    const neighbour = await office.signIn('school-director', office.southSchool);
    const { people } = await search('Иванова', neighbour);
    const units = people.map((person: { unitName: string }) => person.unitName);
    expect(units).not.toContain(office.northSchool.shortName);
  });
});

describe('a plan, its act and its activities are found', () => {
  let planId = '';
  const title = 'Об утверждении дорожной карты поддержки школ';
  beforeAll(async () => {
    const deadline = windowDeadline('до 30 мая', { start: null, end: '2026-05-30' });
    const activities = [
      activityDraft({ no: '2.7.', title: 'Круглый стол «Учимся у коллег»', deadline }),
      activityDraft({ no: '3.1.', title: 'Диагностика профессиональных дефицитов педагогов', deadline }),
    ];
    const body = planDraft(office.north.id, { title, actNumber: '109', actOn: '2026-02-05', activities });
    const owner = await office.signIn('municipal-coordinator', office.north);
    planId = (await server.send('POST', '/api/plans', { as: owner, body })).body.planId;
  });

  it.each(['приказ 109', '№ 109', 'от 05.02.2026', '5 февраля 2026 дорожная карта', 'дорожной карты'])(
    'the act by %j',
    async (question) => {
      const { plans } = await search(question);
      expect(plans[0]).toMatchObject({ id: planId, title, actNumber: '109', actOn: '2026-02-05' });
    },
  );

  it.each(['круглый стол', 'Учимся у коллег', '2.7', 'диагностика дефицитов'])(
    'the activity by %j',
    async (question) => {
      const { activities } = await search(question);
      expect(activities[0]).toMatchObject({ planId, planTitle: title });
    },
  );

  it.each([
    ['rheuksq cnjk', 'круглый стол'],
    ['ljhj;yfz rfhnf', 'дорожная карта'],
  ])('%j, typed under the other keyboard layout', async (typed, meant) => {
    const found = await search(typed);
    expect(found.readAs).toBe(meant);
    expect([...found.plans, ...found.activities]).not.toEqual([]);
  });

  it.each(['диогностика дифицитов', 'дефецитов', 'прафессиональных'])(
    'the activity by %j, with a slip',
    async (typed) => {
      const found = await search(typed);
      expect(found.isAlike).toBe(true);
      expect(found.activities.map(({ no }: { no: string }) => no)).toContain('3.1.');
    },
  );

  it('only by who may see them: along the line of the plan', async () => {
    const has = async (who: string) => {
      const { plans, activities } = await search('круглый стол', who);
      return [plans.length, activities.length];
    };
    expect(await has(await office.signIn('school-director', office.northSchool))).toEqual([0, 1]);
    const neighbour = await office.signIn('municipal-coordinator', office.south);
    expect(await has(neighbour)).toEqual([0, 0]);
    for (const question of ['приказ 109', 'дефецитов', 'дорожной карте']) {
      const { plans, activities } = await search(question, neighbour);
      expect([...plans, ...activities]).toEqual([]);
    }
  });

  it('no more once it is taken out of the plan', async () => {
    const { activities } = await search('круглый стол');
    const owner = await office.signIn('municipal-coordinator', office.north);
    const body = { version: 1 };
    const { status } = await server.send('POST', `/api/activities/${activities[0].id}/remove`, {
      as: owner,
      body,
    });
    expect(status).toBe(200);
    expect((await search('круглый стол')).activities).toEqual([]);
  });
});

it('signs of a pattern find nothing but themselves', async () => {
  const nothing = { units: [], people: [], plans: [], activities: [], isAlike: false, readAs: null };
  expect(await search('%')).toEqual(nothing);
  expect((await server.send('GET', '/api/search?question=', { as })).status).toBe(400);
});

describe('among forty thousand schools', () => {
  let owner: pg.Client;
  beforeAll(async () => {
    owner = new pg.Client({ connectionString: server.ownerUrl });
    await owner.connect();
    await owner.query('set search_path = region, public');
    await owner.query(
      `insert into org_unit (id, parent_id, scope, kind, name, short_name, version, search_text)
       select gen_random_uuid(), $1, ($2 || '.g' || n)::ltree, 'school', 'Школа № ' || n, 'Школа № ' || n, 1,
         ' municipalnoe byxdjetnoe obwehozovatelnoe uqrejdenie wkola ' || n || ' mbou '
       from generate_series(1, 40000) as n`,
      [office.north.id, office.north.scope],
    );
    await owner.query('vacuum analyze org_unit');
  });
  afterAll(() => owner.end());

  it('the index of words is used', async () => {
    const { rows } = await owner.query(
      `explain select id from org_unit
       where search_text like '% 29999%' and search_text like all (array['% 29999%', '% wkol%'])`,
    );
    expect(rows.map((row) => String(row['QUERY PLAN'])).join('\n')).toContain('org_unit_search');
  });

  it('the index of titles is used', async () => {
    await owner.query(
      `insert into activity (id, plan_id, scope, position, printed_no, title, deadline, per_school, version)
       select gen_random_uuid(), plan.id, plan.scope, n, n::text, 'Семинар для школьных команд ' || n, '{}', false, 1
       from plan, generate_series(1, 20000) as n`,
    );
    await owner.query('vacuum analyze activity');
    const { rows } = await owner.query(
      `explain select id from activity where removed_on is null and search_text like '% 19999%'`,
    );
    expect(rows.map((row) => String(row['QUERY PLAN'])).join('\n')).toContain('activity_search');
  });

  it.each(['школа 29999', 'мбоу 12345', 'школа', 'семинар 19999', 'семенар каманд'])(
    '%j finds something among forty thousand',
    async (question) => {
      const found = await search(question);
      expect(found.units.length + found.activities.length).toBeGreaterThan(0);
    },
  );
});
