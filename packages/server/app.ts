import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { accountsContract } from '@opora/domain/accounts/accounts-contract.ts';
import { auditContract } from '@opora/domain/accounts/audit-contract.ts';
import { oidcContract } from '@opora/domain/accounts/oidc-contract.ts';
import { peopleContract } from '@opora/domain/accounts/people-contract.ts';
import type { Contract } from '@opora/domain/basics/contract.ts';
import { Refusal } from '@opora/domain/basics/refusal.ts';
import { carryOverContract } from '@opora/domain/cascade/carry-over-contract.ts';
import { cascadeContract } from '@opora/domain/cascade/cascade-contract.ts';
import { checkContract } from '@opora/domain/indicators/check-contract.ts';
import { indicatorContract } from '@opora/domain/indicators/indicator-contract.ts';
import { campaignContract } from '@opora/domain/indicators/campaign-contract.ts';
import { dynamicsContract } from '@opora/domain/indicators/dynamics-contract.ts';
import { indicatorReportContract } from '@opora/domain/indicators/report-contract.ts';
import { narrativeContract } from '@opora/domain/documents/narrative-contract.ts';
import { hearingsContract } from '@opora/domain/decisions/hearings-contract.ts';
import { overviewContract } from '@opora/domain/overview/overview-contract.ts';
import { schoolCycleContract } from '@opora/domain/plans/school-cycle-contract.ts';
import { planExportContract } from '@opora/domain/plans/plan-export-contract.ts';
import { datesContract } from '@opora/domain/plans/dates-contract.ts';
import { bulkContract } from '@opora/domain/plans/bulk-contract.ts';
import { editionsContract } from '@opora/domain/plans/editions-contract.ts';
import { importContract } from '@opora/domain/plans/import-contract.ts';
import { controlContract } from '@opora/domain/plans/control-contract.ts';
import { feedsContract } from '@opora/domain/plans/feeds-contract.ts';
import { instancesContract } from '@opora/domain/plans/instances-contract.ts';
import { searchContract } from '@opora/domain/overview/search-contract.ts';
import { attendanceContract } from '@opora/domain/plans/attendance-contract.ts';
import { questionsContract } from '@opora/domain/plans/questions-contract.ts';
import { contextContract } from '@opora/domain/results/context-contract.ts';
import { liveContract } from '@opora/domain/plans/live-contract.ts';
import { plansContract } from '@opora/domain/plans/plans-contract.ts';
import { passportContract } from '@opora/domain/results/passport-contract.ts';
import { calendarsContract } from '@opora/domain/registry/calendars-contract.ts';
import { registerImportContract } from '@opora/domain/registry/register-import-contract.ts';
import { registryContract } from '@opora/domain/registry/registry-contract.ts';
import { identificationContract } from '@opora/domain/results/identification-contract.ts';
import { noteContract } from '@opora/domain/results/note/note-contract.ts';
import { formContract } from '@opora/domain/indicators/form-contract.ts';
import { valueImportContract } from '@opora/domain/indicators/value-import-contract.ts';
import { resultsContract } from '@opora/domain/results/results-contract.ts';
import { examScaleContract } from '@opora/domain/results/exam-scale-contract.ts';
import { examImportContract } from '@opora/domain/results/exam-import-contract.ts';
import { remindersContract } from '@opora/domain/reminders/reminders-contract.ts';
import { unreadContract } from '@opora/domain/reminders/unread-contract.ts';
import { mountAccounts } from './accounts/accounts-routes.ts';
import { mountAudit } from './accounts/audit-routes.ts';
import { identifyBySession } from './accounts/identify.ts';
import { mountOidc } from './accounts/oidc-routes.ts';
import { mountPeople } from './accounts/people-routes.ts';
import { bindApprovedDraft, mountCarryOver } from './cascade/carry-over-routes.ts';
import { mountCascade } from './cascade/cascade-routes.ts';
import { mountChecks } from './indicators/check-routes.ts';
import { mountIndicators } from './indicators/indicator-routes.ts';
import { mountCampaigns } from './indicators/campaign-routes.ts';
import { mountDynamics } from './indicators/dynamics-routes.ts';
import { mountIndicatorReports } from './indicators/report-routes.ts';
import { mountNarrative } from './documents/narrative-routes.ts';
import { mountHearings } from './decisions/hearings-routes.ts';
import { mountOverview } from './overview/overview-routes.ts';
import { mountSchoolCycle } from './plans/school-cycle-routes.ts';
import { mountSearch } from './overview/search-routes.ts';
import { mountExamScales } from './results/exam-scale-routes.ts';
import { mountExamImport } from './results/exam-import-routes.ts';
import { createHttpServer } from './platform/http-server.ts';
import { openLive } from './platform/live.ts';
import { openApiDocument } from './platform/open-api.ts';
import type { ServerParts } from './platform/server-parts.ts';
import { plansSource } from './plans/plans-source.ts';
import { mountPlanExport } from './plans/plan-export-routes.ts';
import { mountDates } from './plans/dates-routes.ts';
import { openIndicatorLineReader } from './plans/read-indicator-lines.ts';
import { announcePlans, followAndAnnounce } from './plans/announce-plans.ts';
import { mountBulk } from './plans/bulk-routes.ts';
import { mountEditions } from './plans/editions-routes.ts';
import { mountImport } from './plans/import-routes.ts';
import { mountControl } from './plans/control-routes.ts';
import { mountFeeds } from './plans/feeds-routes.ts';
import { mountInstances } from './plans/instances-routes.ts';
import { mountContext } from './results/context-routes.ts';
import { mountLive } from './plans/live-routes.ts';
import { mountPlans } from './plans/plans-routes.ts';
import { mountAttendance } from './plans/attendance-routes.ts';
import { mountQuestions } from './plans/questions-routes.ts';
import { listPlanUses } from './plans/unit-use-queries.ts';
import { mountCalendars } from './registry/calendars-routes.ts';
import { mountRegisterImport } from './registry/register-import-routes.ts';
import { mountRegistry } from './registry/registry-routes.ts';
import { mountIdentification } from './results/identification-routes.ts';
import { mountPassports } from './results/passport-routes.ts';
import { mountReminders } from './reminders/reminders-routes.ts';
import { mountNote } from './results/note-routes.ts';
import { resultsSource } from './indicators/results-source.ts';
import { mountValueImport } from './indicators/value-import-routes.ts';
import { mountForms } from './indicators/form-routes.ts';
import { mountResults } from './results/results-routes.ts';
import { openWorkbookWriter } from './results/write-workbook.ts';

/** Every operation of the product: the OpenAPI document and the test of strangers walk this list. */
export const contracts: Readonly<Record<string, Contract>> = {
  accounts: accountsContract,
  oidc: oidcContract,
  people: peopleContract,
  audit: auditContract,
  registry: registryContract,
  calendars: calendarsContract,
  registerImport: registerImportContract,
  identification: identificationContract,
  passports: passportContract,
  results: resultsContract,
  examImport: examImportContract,
  examScales: examScaleContract,
  note: noteContract,
  indicators: indicatorContract,
  formChecks: checkContract,
  campaigns: campaignContract,
  forms: formContract,
  dynamics: dynamicsContract,
  indicatorReports: indicatorReportContract,
  valueImport: valueImportContract,
  plans: plansContract,
  planExport: planExportContract,
  editions: editionsContract,
  import: importContract,
  instances: instancesContract,
  dates: datesContract,
  bulk: bulkContract,
  attendance: attendanceContract,
  questions: questionsContract,
  context: contextContract,
  live: liveContract,
  feeds: feedsContract,
  cascade: cascadeContract,
  control: controlContract,
  carryOver: carryOverContract,
  unreadReminders: unreadContract,
  reminders: remindersContract,
  narrative: narrativeContract,
  hearings: hearingsContract,
  overview: overviewContract,
  schoolCycle: schoolCycleContract,
  search: searchContract,
};

const webDirectory = join(import.meta.dirname, '../../dist/web');

/** The whole application over the given parts, not yet listening. */
export async function createApp(parts: ServerParts): Promise<FastifyInstance> {
  const app = await createHttpServer(parts.settings);
  const means = { parts, identify: identifyBySession(parts) };
  const live = openLive(parts.database);
  // Before the listening socket closes: a stream would keep its connection, and the server, for ever.
  app.addHook('preClose', () => live.close());
  const workbooks = openWorkbookWriter();
  app.addHook('onClose', () => workbooks.close());
  const followUnits = followAndAnnounce(live);
  const announcing = { ...means, afterWrite: announcePlans(live) };
  app.get('/api/health', async () => ({ ready: true }));
  app.get('/api/openapi.json', async () => openApiDocument(contracts));
  mountAccounts(app, means);
  mountOidc(app, means);
  mountPeople(app, means);
  mountAudit(app, means);
  mountRegistry(app, { ...means, listLaterUses: listPlanUses, followUnits });
  mountCalendars(app, means);
  mountRegisterImport(app, { ...means, followUnits });
  mountIdentification(app, { ...means, workbooks });
  mountPassports(app, means);
  mountResults(app, { ...means, workbooks });
  mountExamImport(app, means);
  mountExamScales(app, means);
  mountNote(app, means);
  mountIndicators(app, means);
  mountChecks(app, means);
  mountCampaigns(app, means);
  mountForms(app, { ...means, documents: openIndicatorLineReader() });
  const sources = { results: resultsSource, plans: plansSource };
  mountDynamics(app, { ...means, sources });
  mountIndicatorReports(app, { ...means, workbooks, sources });
  mountValueImport(app, means);
  mountPlans(app, announcing);
  mountPlanExport(app, means);
  mountEditions(app, announcing);
  mountImport(app, { ...announcing, afterApproval: bindApprovedDraft });
  mountInstances(app, announcing);
  mountDates(app, announcing);
  mountBulk(app, announcing);
  mountLive(app, { ...means, live });
  mountContext(app, means);
  mountAttendance(app, announcing);
  mountQuestions(app, announcing);
  mountFeeds(app, means);
  mountCascade(app, announcing);
  mountControl(app, announcing);
  mountCarryOver(app, announcing);
  mountReminders(app, means);
  mountNarrative(app, means);
  mountHearings(app, { ...announcing, live });
  mountOverview(app, means);
  mountSchoolCycle(app, means);
  mountSearch(app, means);
  if (existsSync(webDirectory)) await serveWeb(app);
  return app;
}

/** Where the page tells its scripts the nonce without which the browser takes no style element. */
const styleNoncePlace = '__style_nonce__';

/** Files of the bundle carry a hash in their names and are kept by the browser; every other path gets the page, which has its own routes: a page left open over an update must not be given HTML for a script that is gone. */
async function serveWeb(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: webDirectory,
    wildcard: false,
    immutable: true,
    preCompressed: true,
    maxAge: '365d',
    index: false,
  });
  const page = await readFile(join(webDirectory, 'index.html'), 'utf8');
  app.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' || /^\/(api|assets)\//.test(request.url)) throw new Refusal('not-found');
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page.replace(styleNoncePlace, reply.cspNonce.style));
  });
}
