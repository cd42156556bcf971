import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { registerImportContract } from '@opora/domain/registry/register-import-contract.ts';
import { inSystem, type TestOffice } from './office-for-tests.ts';
import { addTestPerson, signInOverHttp } from './people-for-tests.ts';
import { activityDraft, planDraft } from './plan-for-tests.ts';
import { makeSampleThings, pathOf, type SampleThings } from './sample-things.ts';
import { sampleUpload } from './sample-upload.ts';
import type { TestServer } from './server-for-tests.ts';

/**
 * Rows of the northern municipality in every table of the schema: through the product where a person makes them, and by hand what only
 * jobs, the provider of an OpenID Connect or the first start make. A new table needs a line here: `tenants.test.ts` fails without.
 */
export async function fillOffice(server: TestServer, office: TestOffice): Promise<void> {
  const things = await makeSampleThings(server, office);
  const id = (name: string): string => things.get(name) ?? '';
  const as = await office.signIn('administrator', office.north);
  const send = async (path: string, body: object) => {
    const answer = await server.send('POST', `/api${path}`, { as, body });
    if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  };
  await send(`/activities/${id('activityId')}/comments`, { text: 'Готово', instanceId: null });
  await send(`/instances/${id('instanceId')}/start`, { version: 2 });
  const school = `/identification-runs/${id('otherRunId')}/schools/${office.northSchool.id}`;
  await send(`${school}/disclosures`, { reason: 'Проверка основания' });
  const mark = { kind: 'taken-off', ground: 'Исполнено' };
  await send(`/activities/${id('activityId')}/control-marks`, mark);
  await send('/bulk-acts/assign', { instanceIds: [id('instanceId')], personId: null });
  const party = { raw: 'Школа', role: 'lead', orgUnitId: office.northSchool.id, personId: null } as const;
  const plan = { schoolIds: [office.northSchool.id], activities: [activityDraft({ parties: [party] })] };
  await send('/plans', planDraft(office.north.id, plan));
  await send(`/people/${id('personId')}/link`, {});
  await enrolSecondFactor(server, office);
  await applyRegister(server, as, things);
  await editDraft(server, as, things);
  await plantWhatNobodyEnters(server, office, things);
}

/** A wrong password leaves a counter; the code of an app is another test's matter. */
async function enrolSecondFactor(server: TestServer, office: TestOffice): Promise<void> {
  const person = await addTestPerson(server, office.northSchool);
  await signInOverHttp(server, { ...person, password: 'не-тот-пароль' });
  await inSystem(server, (tx) =>
    sql`insert into recovery_code values (gen_random_uuid(), ${person.id}, ${office.northSchool.scope}, 'хеш', null)`.execute(
      tx,
    ),
  );
}

async function applyRegister(server: TestServer, as: string, things: SampleThings): Promise<void> {
  const { path } = registerImportContract.uploadRegister;
  const csv = 'Название;Муниципалитет\nШкола № 77;Северный район\n';
  const draft = await server.send('POST', `/api${path}`, { as, ...sampleUpload('r.csv', csv) });
  const apply = registerImportContract.applyRegister;
  const to = pathOf(apply, new Map([...things, ['importId', draft.body.id]]));
  const applied = await server.send(apply.method, to, { as, body: { version: draft.body.version } });
  if (applied.status !== 200) throw new Error(`${to}: ${JSON.stringify(applied.body)}`);
}

async function editDraft(server: TestServer, as: string, things: SampleThings): Promise<void> {
  const path = `/api/plans/drafts/${things.get('draftId')}`;
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const { draft } = (await server.send('GET', path, { as })).body;
    if (draft.state === 'read') {
      const edits = [{ kind: 'set-goal', value: 'Поддержать школы' }];
      await server.send('PATCH', path, { as, body: { version: draft.version, edits } });
      return;
    }
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error('the draft was not read in half a minute');
}

async function plantWhatNobodyEnters(
  server: TestServer,
  office: TestOffice,
  things: SampleThings,
): Promise<void> {
  const { scope, id: unit } = office.northSchool;
  const person = things.get('personId');
  const draft = things.get('draftId');
  const instance = things.get('instanceId');
  const at = server.parts.clock();
  const digest = randomUUID();
  const examImport = randomUUID();
  const campaign = randomUUID();
  const submission = randomUUID();
  const rows = [
    sql`insert into oidc_binding values (gen_random_uuid(), ${person}, ${scope}, 'https://id.example.org', 'я')`,
    sql`insert into sign_in_policy values (gen_random_uuid(), ${scope}, '{observer}', 1)`,
    // Promised to another server for as long as the test lasts, or it would be read and gone.
    sql`insert into plan_draft_reading values (${draft}, ${scope}, 1, ${new Date('2999-01-01')}, null, null, ${at})`,
    sql`insert into production_year values (gen_random_uuid(), ${unit}, ${scope}, 2040, 'Правительство')`,
    sql`insert into school_term values (gen_random_uuid(), ${unit}, ${scope}, 2040, 'term', 1, '2040-09-01', '2040-10-25')`,
    sql`insert into reminder_rules values (gen_random_uuid(), ${unit}, ${scope}, '{7}', 14, '{3}', ${person}, ${at}, 1, 'week')`,
    sql`insert into reminder_settings values (${person}, ${scope}, true, null, '{7}', ${person}, ${at}, 1)`,
    sql`insert into digest values (${digest}, ${person}, ${scope}, '2026-03-02', '{}', 1, ${at}, null)`,
    sql`insert into digest_mail values (${digest}, ${scope}, 'expired', 1, ${at}, ${at}, null, ${at}, null)`,
    sql`insert into absence values (gen_random_uuid(), ${person}, ${scope}, '2026-03-01', '2026-03-09', null)`,
    sql`insert into reminder_run values (gen_random_uuid(), ${scope}, '2026-03-02', ${at}, 1)`,
    sql`insert into instance_gone values (gen_random_uuid(), ${things.get('planId')}, ${things.get('activityId')}, ${scope}, '{}', null, null, null, 'planned', null, ${at})`,
    sql`insert into calendar_feed values (gen_random_uuid(), ${person}, ${scope}, null, 'хеш', ${at})`,
    sql`insert into carry_over values (gen_random_uuid(), ${things.get('planId')}, ${things.get('activityId')}, ${scope}, '', ${draft}, 1, null, null, ${person}, ${at})`,
    sql`insert into narrative_edit values (gen_random_uuid(), ${things.get('planId')}, ${scope}, null, '2026-01-01', '2026-03-31', 'done', 'Проведено', '', ${person}, ${at})`,
    sql`insert into plan_dating_change values (gen_random_uuid(), ${things.get('datingId')}, ${scope}, ${instance}, null, null, null, '2026-03-12')`,
    sql`insert into attendance select gen_random_uuid(), id, activity_id, plan_id, ${unit}, ${scope}, true, 3, ${person}, ${at} from instance where id = ${instance}`,
    sql`insert into exam_import values (${examImport}, ${scope}, ${person}, ${at}, 'Отчёт', '', 'applied', '{}', '{}', null, ${at}, 1)`,
    sql`insert into exam_part values (gen_random_uuid(), ${examImport}, ${unit}, ${scope}, 2026, 'ОГЭ', 9, 'математика', '{}', ${at})`,
    sql`insert into exam_count values (gen_random_uuid(), ${unit}, ${scope}, 2026, 'ОГЭ', 9, 'математика', 20, 3)`,
    sql`insert into exam_scale values (gen_random_uuid(), ${scope}, 2026, 'ОГЭ', 9, 'математика', 1, 8, null, null, null, 'Письмо', ${person}, ${at})`,
    sql`insert into question_look values (gen_random_uuid(), ${things.get('planId')}, ${scope}, ${scope}, 'evidence', array[${instance}]::uuid[], ${at}, null)`,
    sql`insert into context_weights values (gen_random_uuid(), ${unit}, ${scope}, 1, 'Веса', 'Приказ', '{"X10":-1}', ${person}, ${at})`,
    sql`insert into context_approval values (gen_random_uuid(), ${scope}, '1', '2026-03-02', '2026-03-02', null, '{}', '[]', ${person}, ${at}, null)`,
    sql`insert into indicator_definition values (gen_random_uuid(), ${unit}, ${scope}, 'Z001', 1, '{}', ${person}, ${at})`,
    sql`insert into campaign values (${campaign}, ${unit}, ${scope}, 'Сбор', 'SY2025', '[]', 'region', '2026-03-01', '2026-03-10', '2026-03-20', 'open', ${person}, ${at}, 1)`,
    sql`insert into submission (id, campaign_id, org_unit_id, scope, assigned_on, stage, is_returned, rounds, asked_count, given_count, version)
      values (${submission}, ${campaign}, ${unit}, ${scope}, '2026-03-01', 'school', false, 0, 2, 1, 1)`,
    sql`insert into submission_step values (gen_random_uuid(), ${submission}, ${scope}, 'return', 'municipality', 'school', 'Проверьте', ${person}, ${unit}, ${at})`,
    sql`insert into indicator_value values (gen_random_uuid(), ${unit}, ${scope}, 'SY2025', 'R11', 1, 'given', 42, 200, '42/21%', 'typed', ${submission}, ${person}, ${at}, 1)`,
    sql`insert into indicator_change values (gen_random_uuid(), 'SY2025', ${scope})`,
    sql`insert into value_import values (${campaign}, ${scope}, 'SY2025', 'Свод.xlsx', 'applied', '{}', ${person}, ${at}, ${at}, 1)`,
    sql`insert into value_import_content values (${campaign}, ${scope}, '{}', '[]')`,
    sql`insert into submission_answer values (gen_random_uuid(), ${submission}, ${scope}, 'change-R11', '42', 'Набор вырос', ${person}, ${at})`,
    sql`insert into indicator_target values (gen_random_uuid(), ${unit}, ${scope}, 'SY2025', 'R11', 38, 100, 'Программа', ${person}, ${at}, 1)`,
    sql`insert into conclusion values (gen_random_uuid(), ${unit}, ${scope}, 'SY2025', 'R11', 'worsened', 'kept', 'Доля снизилась', '', true, ${person}, ${at}, 1, '[]')`,
    sql`insert into indicator_report values (gen_random_uuid(), ${unit}, ${scope}, 'dynamics', 'Динамика', '{}', ${at}, '[]', '{}', ${'0'.repeat(64)}, true, ${person}, ${at})`,
    sql`insert into escalation values (${instance}, 1, ${scope}, ${at})`,
  ];
  await inSystem(server, async (tx) => {
    for (const row of rows) await row.execute(tx);
  });
}
