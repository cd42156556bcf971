import { randomUUID } from 'node:crypto';
import type { Operation } from '@opora/domain/basics/contract.ts';
import { indicatorReportContract } from '@opora/domain/indicators/report-contract.ts';
import { datesContract } from '@opora/domain/plans/dates-contract.ts';
import { cascadeContract } from '@opora/domain/cascade/cascade-contract.ts';
import { editionsContract } from '@opora/domain/plans/editions-contract.ts';
import { importContract } from '@opora/domain/plans/import-contract.ts';
import { bulkContract } from '@opora/domain/plans/bulk-contract.ts';
import { feedsContract } from '@opora/domain/plans/feeds-contract.ts';
import { instancesContract } from '@opora/domain/plans/instances-contract.ts';
import { identificationContract } from '@opora/domain/results/identification-contract.ts';
import { valueImportContract } from '@opora/domain/indicators/value-import-contract.ts';
import { questionsContract } from '@opora/domain/plans/questions-contract.ts';
import { plansContract } from '@opora/domain/plans/plans-contract.ts';
import { calendarsContract } from '@opora/domain/registry/calendars-contract.ts';
import { registerImportContract } from '@opora/domain/registry/register-import-contract.ts';
import { contextContract } from '@opora/domain/results/context-contract.ts';
import { campaignContract } from '@opora/domain/indicators/campaign-contract.ts';
import { indicatorContract } from '@opora/domain/indicators/indicator-contract.ts';
import { shippedIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import { registryContract } from '@opora/domain/registry/registry-contract.ts';
import { insertExamCounts } from '../results/exam-count-queries.ts';
import { addTestForm } from './form-for-tests.ts';
import { inSystem, type TestOffice } from './office-for-tests.ts';
import { examImportContract } from '@opora/domain/results/exam-import-contract.ts';
import { addTestPerson, signInOverHttp } from './people-for-tests.ts';
import { activityDraft, planDraft } from './plan-for-tests.ts';
import { uploadRegister } from './register-for-tests.ts';
import { makeAmendments, makeHearings } from './sample-acts.ts';
import { sampleInput } from './sample-input.ts';
import { sampleUpload } from './sample-upload.ts';
import type { Answer, SendOptions, TestServer } from './server-for-tests.ts';

/** Ids of things of the northern municipality, by the name of the parameter or body field that takes them. */
export type SampleThings = ReadonlyMap<string, string>;

/**
 * One real thing for every name of an id in any contract; the test of strangers fails for a name that is missing here. Make yours
 * through the product itself, in the northern municipality.
 */
export async function makeSampleThings(server: TestServer, office: TestOffice): Promise<SampleThings> {
  const as = await office.signIn('administrator', office.region);
  const things = new Map([
    ['orgUnitId', office.northSchool.id],
    ['parentId', office.north.id],
    ['year', '2031'],
    ['ownerUnitId', office.north.id],
    ['territoryId', office.north.id],
    ['period', 'SY2025'],
    ['indicator', 'R11'],
  ]);
  const send = async (operation: Operation, options: SendOptions) => {
    const path = pathOf(operation, things);
    const answer = await server.send(operation.method, path, { as, ...options });
    if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const make = (operation: Operation, body?: object) => {
    const sent = body ?? (operation.body === undefined ? {} : sampleInput(operation.body, things));
    return send(operation, { body: sent as object });
  };

  const person = await addTestPerson(server, office.northSchool, [
    { role: 'school-director', unit: office.northSchool },
  ]);
  const other = await addTestPerson(server, office.northSchool);
  things.set('personId', person.id).set('toPersonId', other.id);
  const { cookie } = await signInOverHttp(server, person);
  things.set('sessionId', (await server.send('GET', '/api/me/sessions', { as: cookie })).body[0].id);
  const roles = (await server.send('GET', `/api/people/${person.id}`, { as })).body.roles;
  things.set('assignmentId', roles[0].id).set('roleId', roles[0].id);

  things.set('aliasId', (await make(registryContract.addAlias)).id);
  things.set('categoryId', (await make(registryContract.addSchoolCategory)).id);
  things.set('membershipId', (await make(registryContract.addProjectMembership)).id);

  things.set('dayId', (await make(calendarsContract.addCalendarDay)).id);

  const question = { schoolYear: 2025, set: { kind: 'all' }, weights: {}, hardestShare: 0.3 };
  const act = { actNumber: '7', actOn: '2026-03-02', fromOn: '2026-03-02', untilOn: null };
  const orgUnitIds = [office.northSchool.id];
  const approved = await make(contextContract.approveContext, { question, orgUnitIds, ...act });
  things.set('approvalId', approved.approvalId);

  things.set('importId', await makeRegisterDraft(server, as));
  things.set('planId', (await make(plansContract.createPlan, planDraft(office.north.id))).planId);
  const { address } = await make(feedsContract.makeFeed);
  things.set('feedFile', address.slice(address.lastIndexOf('/') + 1));
  things.set('feedId', (await send(feedsContract.listFeeds, {}))[0].id);
  const plan = await send(plansContract.getPlan, {});
  things.set('sectionId', plan.sections[0].id).set('activityId', plan.activities[0].id);
  things.set('schoolIds', office.northSchool.id);
  things.set('beforeId', plan.activities[0].id);
  things.set('instanceId', (await send(instancesContract.listInstances, {}))[0].id);
  const instanceId = things.get('instanceId') ?? '';
  things.set('instanceIds', instanceId);
  const instanceIds = [instanceId];
  const named = await make(bulkContract.assignMany, { instanceIds, personId: null });
  things.set('bulkActId', named.bulkActId);
  const given = await send(instancesContract.giveEvidenceFile, sampleUpload('a.txt', 'Справка'));
  things.set('evidenceId', given.evidence[0].id).set('expectedResultId', given.expected[0].id);

  const schedule = sampleUpload('g.csv', 'Мероприятие;Дата\nСеминар;12.03.2026\n');
  things.set('datingId', (await send(datesContract.uploadSchedule, schedule)).id);

  things.set('questionId', await makeQuestion(send, office));
  const asked = { level: 'school', who: { choice: 'all' }, dueOn: null, expected: [], isCancelled: false };
  things.set('requirementId', (await make(cascadeContract.addRequirement, asked)).requirementId);
  const declining = { orgUnitId: office.northSchool.id, reason: 'Проводит район' };
  things.set('declineId', (await make(cascadeContract.declineRequirement, declining)).declineId);
  const { requirementId } = await make(cascadeContract.addRequirement, asked);
  things.set('requirementId', requirementId).set('requirementIds', requirementId);
  things.set('answerId', await makeAnswer(make, office.northSchool.id));

  things.set('amendmentId', await makeAmendments(send));
  things.set('editionId', (await send(editionsContract.listEditions, {})).editions[0].id);

  const reported = { orgUnitId: office.north.id, kind: 'dynamics' };
  things.set('reportId', (await make(indicatorReportContract.makeIndicatorReport, reported)).id);

  const formOf = { territory: office.north, school: office.northSchool };
  things.set('submissionId', await addTestForm(server, formOf));

  await makeHearings(send, things);
  await makeCampaigns(send, things, office);
  await makeRuns(send, things, server, office);

  // What somebody brings belongs to the node of her role.
  const coordinator = { as: await office.signIn('municipal-coordinator', office.north) };
  const pasted = { ...coordinator, body: { text: 'Приказ от 02.03.2026 № 1\nО плане' } };
  things.set('draftId', (await send(importContract.pastePlanDraft, pasted)).id);
  const [definition] = shippedIndicators;
  const added = await send(indicatorContract.addIndicator, { ...coordinator, body: { ...definition } });
  things.set('indicatorCode', added.code);
  const register = sampleUpload('r.csv', 'Название;Вид\nШкола № 5;школа\n');
  const imported = await send(registerImportContract.uploadRegister, { ...coordinator, ...register });
  things.set('importId', imported.id);
  const values = sampleUpload('v.csv', 'Школа;D01\nМБОУ СОШ № 1;200\n', { period: 'SY2025' });
  const loaded = await send(valueImportContract.uploadValues, { ...coordinator, ...values });
  things.set('valueImportId', loaded.id);
  const flat =
    'year;procedure;grade;subject;school;participants;below\n2026;ОГЭ;9;математика;МБОУ СОШ № 1;20;3\n';
  const results = sampleUpload('results.csv', flat);
  const read = await send(examImportContract.uploadExamResults, { ...coordinator, ...results });
  things.set('examImportId', read.id);
  return things;
}

// oxlint-disable-next-line typescript/no-explicit-any -- fields of several operations' answers are read
type SendAny = (operation: Operation, options: SendOptions) => Promise<any>;

/** A document dated after the day on which it was given; gives the id of the question about it. */
async function makeQuestion(send: SendAny, office: TestOffice): Promise<string> {
  const on = (operation: Operation, name: string, id: string): Operation => ({
    ...operation,
    path: operation.path.replace(`:${name}`, id) as Operation['path'],
  });
  const draft = planDraft(office.north.id, { activities: [activityDraft({ expected: [] })] });
  const { planId } = await send(plansContract.createPlan, { body: draft });
  const { activities } = await send(on(plansContract.getPlan, 'planId', planId), {});
  const [{ id }] = await send(on(instancesContract.listInstances, 'activityId', activities[0].id), {});
  const document = { kind: 'document', expectedResultId: null, type: 'Акт', number: '1', on: '2026-03-09' };
  await send(on(instancesContract.giveEvidence, 'instanceId', id), { body: { ...document, title: null } });
  await send(on(instancesContract.submitInstance, 'instanceId', id), { body: { version: 1, note: null } });
  const [question] = await send(on(questionsContract.listQuestions, 'planId', planId), {});
  return question.id;
}
type Make = (operation: Operation, body?: object) => Promise<Answer['body']>;

/** The school's own plan answers what the municipality asks of it; gives the id of the answer. */
async function makeAnswer(make: Make, schoolId: string): Promise<string> {
  const { planId } = await make(plansContract.createPlan, planDraft(schoolId));
  const path: Operation['path'] = `/plans/${planId}`;
  const [activity] = (await make({ ...plansContract.getPlan, path })).activities;
  const answer = { orgUnitId: schoolId, activityId: activity.id };
  return (await make(cascadeContract.addAnswer, answer)).answerId;
}

/** An open campaign of the northern municipality with a form of its school. */
async function makeCampaigns(
  send: SendAny,
  things: Map<string, string>,
  { north, northSchool }: TestOffice,
): Promise<void> {
  const body = { ...sampleCampaign, orgUnitId: north.id, schoolIds: [northSchool.id] };
  things.set('campaignId', (await send(campaignContract.makeCampaign, { body })).campaignId);
  await send(campaignContract.openCampaign, { body: { version: 1 } });
}

/** What cannot be made from the schema alone. */
export const sampleCampaign = {
  title: 'Сбор',
  period: 'SY2025',
  sections: [{ title: 'Раздел', indicators: [{ code: 'R24', version: 1 }] }],
  approvedBy: 'municipality',
  opensOn: '2026-03-01',
  lateAfter: '2026-03-10',
  closedAfter: '2026-03-20',
};

/** An approved list of the northern municipality and a draft of the next, with a result that they rest on. */
async function makeRuns(
  send: SendAny,
  things: Map<string, string>,
  server: TestServer,
  { north, northSchool }: TestOffice,
): Promise<void> {
  await inSystem(server, (tx) =>
    insertExamCounts(
      tx,
      [2025, leastYear].map((year) => ({
        ...sampleCount,
        year,
        id: randomUUID(),
        orgUnitId: northSchool.id,
        scope: northSchool.scope,
      })),
    ),
  );
  const rule = {
    threshold: 0.3,
    minParticipants: 10,
    yearsPooled: 1,
    minProceduresInYear: 2,
    repeatYears: 2,
  };
  const methodology = { ...rule, combine: 'and', title: 'Своя методика', standing: 'Образец', sources: {} };
  const saved = { orgUnitId: north.id, after: null, methodology };
  things.set('methodologyId', (await send(identificationContract.saveMethodology, { body: saved })).id);
  const body = { orgUnitId: north.id, year: 2025, methodology: { kind: 'shipped', code: 'rule-2025' } };
  const make = async () => {
    const { runId } = await send(identificationContract.makeRun, { body });
    things.set('runId', runId);
    return runId;
  };
  things.set('otherRunId', await make());
  const act = { actNumber: '17', actOn: '2026-03-02', fromOn: '2026-03-02', untilOn: null };
  const approved = { ...act, version: 1, endEarlier: true };
  await send(identificationContract.approveRun, { body: approved });
  await make();
}

/** What is sent where a contract asks for a year from 2000. */
const leastYear = 2000;

const sampleCount = {
  procedure: { kind: 'ОГЭ', grade: 9, subject: 'математика' },
  participants: 20,
  below: 3,
  marks: null,
  scores: null,
  journal: null,
  gaps: null,
  tasks: null,
  scaleVersion: null,
};

async function makeRegisterDraft(server: TestServer, as: string): Promise<string> {
  const answer = await uploadRegister(server, as, 'Название;Муниципалитет\nШкола;Северный район\n');
  return answer.body.id;
}

/** The operation's path with the things in place of its parameters; throws for a parameter that has none. */
export function pathOf(operation: Operation, things: SampleThings): string {
  const path = operation.path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const id = things.get(name);
    if (id === undefined)
      throw new Error(`sample-things.ts has no thing for «:${name}» of ${operation.path}: add one`);
    return id;
  });
  return `/api${path}`;
}
