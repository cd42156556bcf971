import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { findChromium } from '../scripts/find-chromium.ts';
import { withServer } from './running-server.ts';
import { officeZone } from './office-zone.ts';

// `npm run screenshots` takes a picture of every page of the demonstration, wide and narrow, into docs/screenshots/.
const directory = join(import.meta.dirname, '../docs/screenshots');
const password = 'опора-для-школы';
const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 844 } } as const;

type Shot = {
  readonly name: string;
  /** Who looks; null: nobody is signed in. */
  readonly as: string | null;
  readonly path: string;
};

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;
const emptyState: Session = { cookies: [], origins: [] };

await withServer({ OPORA_DEMO: '1' }, async ({ url }) => {
  const executablePath = findChromium(process.env);
  if (executablePath === null) throw new Error('Нет браузера: задайте CHROMIUM_PATH');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  mkdirSync(directory, { recursive: true });
  const sessions = new Map<string, Session>();
  // One sign-in a person: the server takes more of them for an attack.
  const signedIn = async (email: string): Promise<Session> => {
    const session = sessions.get(email) ?? (await signIn(browser, url, email));
    sessions.set(email, session);
    return session;
  };
  for (const shot of await shots(browser, url)) {
    for (const [size, viewport] of Object.entries(sizes)) {
      const storageState = shot.as === null ? emptyState : await signedIn(shot.as);
      const place = { viewport, locale: 'ru-RU', timezoneId: officeZone, storageState };
      const context = await browser.newContext(place);
      const page = await context.newPage();
      await page.goto(url + shot.path);
      await page.waitForLoadState('networkidle');
      // A page that loads in parts is still for a moment between them.
      await page.getByRole('heading').first().waitFor();
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: join(directory, `${shot.name}-${size}.png`) });
      await context.close();
    }
  }
  await browser.close();
});

/** A draft to look at: the demonstration's own document, brought once more. Gives its id when it is read. */
async function readAgain(context: BrowserContext, url: string): Promise<string> {
  const name = 'dorozhnaya-karta-lugovskoy-rayon.docx';
  const buffer = readFileSync(join(import.meta.dirname, '../demo', name));
  const file = { name, mimeType: 'application/octet-stream', buffer };
  const path = `${url}/api/plans/drafts`;
  const [{ id }] = await (await context.request.post(path, { multipart: { file } })).json();
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const drafts: { id: string; state: string }[] = await (await context.request.get(path)).json();
    if (drafts.some((draft) => draft.id === id && draft.state === 'read')) return id;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error('the document was not read in half a minute');
}

async function signIn(browser: Browser, url: string, email: string): Promise<Session> {
  const context = await browser.newContext();
  const answer = await context.request.post(`${url}/api/sign-in`, { data: { email, password } });
  if (!answer.ok()) throw new Error(`${email}: ${await answer.text()}`);
  const state = await context.storageState();
  await context.close();
  return state;
}

async function shots(browser: Browser, url: string): Promise<Shot[]> {
  const coordinator = 'lugovskoy@demo.opora';
  const context = await browser.newContext();
  await context.request.post(`${url}/api/sign-in`, { data: { email: coordinator, password } });
  const plans: { id: string; actNumber: string }[] = await (
    await context.request.get(`${url}/api/plans`)
  ).json();
  const units: { id: string; kind: string }[] = await (
    await context.request.get(`${url}/api/org-units`)
  ).json();
  const known = plans.find(({ actNumber }) => actNumber === '214')?.id ?? '';
  const regional = plans.find(({ actNumber }) => actNumber === '1187')?.id ?? '';
  const { activities } = await (await context.request.get(`${url}/api/plans/${known}`)).json();
  const { datings } = await (await context.request.get(`${url}/api/plans/${known}/dates`)).json();
  const dating = datings[0]?.id ?? '';
  const draft = await readAgain(context, url);
  const ownResults = await ownResultsPath(browser, url);
  const hearings: { id: string; state: string }[] = await (
    await context.request.get(`${url}/api/hearings`)
  ).json();
  const lists: { id: string; state: string }[] = await (
    await context.request.get(`${url}/api/identification-runs`)
  ).json();
  const campaigns: { id: string; state: string }[] = await (
    await context.request.get(`${url}/api/campaigns`)
  ).json();
  const asked = campaigns.find(({ state }) => state === 'open')?.id ?? '';
  const campaign = `/monitoring/campaigns/${asked}`;
  const approved = lists.find(({ state }) => state === 'approved')?.id ?? '';
  const hearingIn = (state: string) => `/hearings/${hearings.find((each) => each.state === state)?.id ?? ''}`;
  // One that every school has to do: the most that a panel shows.
  const activity = activities.find(({ perSchool }: { perSchool: boolean }) => perSchool)?.id ?? '';
  await context.close();
  const plan = `/plans/${known}`;
  const school = `/schools/${units.find(({ kind }) => kind === 'school')?.id ?? ''}`;
  return [
    { name: 'sign-in', as: null, path: '/' },
    { name: 'overview', as: 'region@demo.opora', path: '/' },
    { name: 'tasks', as: 'curator@demo.opora', path: '/tasks' },
    { name: 'reminders', as: coordinator, path: '/reminders' },
    { name: 'schools', as: coordinator, path: '/schools' },
    { name: 'school', as: coordinator, path: school },
    { name: 'results', as: 'region@demo.opora', path: '/results' },
    { name: 'school-results', as: 'director@demo.opora', path: ownResults },
    { name: 'campaigns', as: coordinator, path: '/monitoring' },
    { name: 'campaign', as: coordinator, path: campaign },
    { name: 'campaign-new', as: coordinator, path: `/monitoring/campaigns/new?copy=${asked}` },
    { name: 'completeness', as: coordinator, path: '/monitoring/completeness' },
    { name: 'plans', as: coordinator, path: '/plans' },
    { name: 'plan-table', as: coordinator, path: plan },
    { name: 'plan-timeline', as: coordinator, path: `${plan}?view=timeline` },
    { name: 'plan-calendar', as: coordinator, path: `${plan}?view=calendar` },
    { name: 'plan-matrix', as: coordinator, path: `${plan}?view=matrix` },
    { name: 'plan-board', as: coordinator, path: `${plan}?view=board` },
    { name: 'plan-activity', as: coordinator, path: `${plan}?activity=${activity}` },
    { name: 'plan-questions', as: 'region@demo.opora', path: `${plan}?view=questions` },
    { name: 'plan-control', as: coordinator, path: `${plan}/control` },
    { name: 'plan-editions', as: coordinator, path: `${plan}/editions` },
    { name: 'plan-dates', as: coordinator, path: `${plan}/dates` },
    { name: 'plan-schedule', as: coordinator, path: `${plan}/dates?schedule=${dating}` },
    { name: 'narrative', as: coordinator, path: `${plan}/narrative` },
    { name: 'hearings', as: coordinator, path: '/hearings' },
    { name: 'hearing', as: coordinator, path: hearingIn('planned') },
    { name: 'hearing-protocol', as: coordinator, path: hearingIn('held') },
    { name: 'methodologies', as: 'region@demo.opora', path: '/results/methodologies' },
    { name: 'lists', as: 'region@demo.opora', path: '/results/runs' },
    { name: 'list', as: 'region@demo.opora', path: `/results/runs/${approved}` },
    { name: 'indicators', as: 'region@demo.opora', path: '/monitoring/indicators' },
    { name: 'requirements', as: 'region@demo.opora', path: `/plans/${regional}/requirements` },
    { name: 'carry-over', as: coordinator, path: `${plan}/carry-over` },
    { name: 'requirements-above', as: coordinator, path: '/requirements' },
    { name: 'requirements-school', as: 'director@demo.opora', path: '/requirements' },
    { name: 'import', as: coordinator, path: '/plans/import' },
    { name: 'draft', as: coordinator, path: `/plans/drafts/${draft}` },
    { name: 'context', as: 'region@demo.opora', path: '/results/context' },
    { name: 'exam-imports', as: coordinator, path: '/results/imports' },
    { name: 'exam-scales', as: coordinator, path: '/results/scales' },
    { name: 'dynamics', as: coordinator, path: '/monitoring/dynamics' },
    { name: 'start-control', as: coordinator, path: '/monitoring/dynamics?view=start-control' },
    { name: 'indicator-reports', as: coordinator, path: '/monitoring/reports' },
    { name: 'passports', as: coordinator, path: '/results/passports' },
    { name: 'passport', as: 'director@demo.opora', path: '/results/passports' },
    { name: 'organisations', as: coordinator, path: '/organisations' },
    { name: 'calendars', as: 'region@demo.opora', path: '/calendars' },
    { name: 'people', as: coordinator, path: '/people' },
    { name: 'audit', as: coordinator, path: '/audit' },
    { name: 'account', as: coordinator, path: '/account' },
  ];
}

/** Results of the school whose director of the demonstration looks. */
async function ownResultsPath(browser: Browser, url: string): Promise<string> {
  const context = await browser.newContext();
  await context.request.post(`${url}/api/sign-in`, { data: { email: 'director@demo.opora', password } });
  const { schools }: { schools: { id: string }[] } = await (
    await context.request.get(`${url}/api/results/territory`)
  ).json();
  await context.close();
  return `/results/schools/${schools[0]?.id ?? ''}`;
}
