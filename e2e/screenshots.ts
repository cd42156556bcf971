import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from '../scripts/find-chromium.ts';
import { type RunningServer, withServer } from './running-server.ts';
import { officeZone } from './office-zone.ts';

// `npm run screenshots` takes a picture of every page of the demonstration, wide and narrow, into docs/screenshots/;
// `npm run screenshots dynamics form` only of those whose names begin so; OPORA_URL: of a demonstration that runs already.
const directory = join(import.meta.dirname, '../docs/screenshots');
const password = 'опора-для-школы';
/** Beginnings of the names of the pages that are wanted; none: all. */
const names = process.argv.slice(2);
const isWanted = (name: string): boolean => names.length === 0 || names.some((each) => name.startsWith(each));
const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 844 } } as const;

type Shot = {
  readonly name: string;
  /** Who looks; null: nobody is signed in. */
  readonly as: string | null;
  readonly path: string;
};

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;
const emptyState: Session = { cookies: [], origins: [] };

/** A demonstration that runs already, so that none has to be started. */
const running = process.env['OPORA_URL'];
await (running === undefined ? withServer({ OPORA_DEMO: '1' }, takeAll) : takeAll({ url: running }));

async function takeAll({ url }: RunningServer): Promise<void> {
  const executablePath = findChromium(process.env);
  if (executablePath === null) throw new Error('Нет браузера: задайте CHROMIUM_PATH');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  mkdirSync(directory, { recursive: true });
  const wanted = (await shots(browser, url)).filter(({ name }) => isWanted(name));
  if (wanted.length === 0) throw new Error(`Нет таких страниц: ${names.join(', ')}`);
  // One place a person and a size: the pages of one after another find the program loaded already.
  const people = [...Map.groupBy(wanted, ({ as }) => as)];
  const places = people.flatMap(([as, own]) =>
    Object.entries(sizes).map(([size, viewport]) => ({ as, own, size, viewport })),
  );
  // Half of the places with each hand: while one page waits for its numbers, the other is drawn.
  const hands = [places.filter((_, at) => at % 2 === 0), places.filter((_, at) => at % 2 === 1)];
  // One sign-in a person: the server takes more of them for an attack.
  const sessions = new Map<string | null, Session>([[null, emptyState]]);
  for (const [as] of people) {
    // oxlint-disable-next-line no-await-in-loop -- one after another, as the server asks
    if (as !== null) sessions.set(as, await signIn(browser, url, as));
  }
  await Promise.all(
    hands.map(async (own) => {
      for (const { as, own: shown, size, viewport } of own) {
        const storageState = sessions.get(as) ?? emptyState;
        const look = { viewport, locale: 'ru-RU', timezoneId: officeZone, storageState };
        // oxlint-disable no-await-in-loop -- one page after another
        const context = await browser.newContext(look);
        const page = await context.newPage();
        for (const { name, path } of shown) await takePicture(page, url + path, `${name}-${size}.png`);
        await context.close();
        // oxlint-enable no-await-in-loop
      }
    }),
  );
  await browser.close();
}

async function takePicture(page: Page, address: string, file: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading').first().waitFor();
  // A page that loads in parts is still for a moment between them; where parts are still to come their places are drawn.
  await page.waitForLoadState('networkidle');
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
  await page.screenshot({ path: join(directory, file) });
}

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
  const draft = isWanted('draft') ? await readAgain(context, url) : '';
  const monitoring = await monitoringShots(context, url, coordinator);
  const ownResults = await ownResultsPath(browser, url);
  const hearings: { id: string; state: string }[] = await (
    await context.request.get(`${url}/api/hearings`)
  ).json();
  const lists: { id: string; state: string }[] = await (
    await context.request.get(`${url}/api/identification-runs`)
  ).json();
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
    ...monitoring,
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
    { name: 'requirements', as: 'region@demo.opora', path: `/plans/${regional}/requirements` },
    { name: 'carry-over', as: coordinator, path: `${plan}/carry-over` },
    { name: 'requirements-above', as: coordinator, path: '/requirements' },
    { name: 'requirements-school', as: 'director@demo.opora', path: '/requirements' },
    { name: 'import', as: coordinator, path: '/plans/import' },
    { name: 'draft', as: coordinator, path: `/plans/drafts/${draft}` },
    { name: 'context', as: 'region@demo.opora', path: '/results/context' },
    { name: 'exam-imports', as: coordinator, path: '/results/imports' },
    { name: 'exam-scales', as: coordinator, path: '/results/scales' },
    { name: 'passports', as: coordinator, path: '/results/passports' },
    { name: 'passport', as: 'director@demo.opora', path: '/results/passports' },
    { name: 'organisations', as: coordinator, path: '/organisations' },
    { name: 'calendars', as: 'region@demo.opora', path: '/calendars' },
    { name: 'people', as: coordinator, path: '/people' },
    { name: 'audit', as: coordinator, path: '/audit' },
    { name: 'account', as: coordinator, path: '/account' },
  ];
}

/** Pages of monitoring, of the campaign of schools that is under way. */
async function monitoringShots({ request }: BrowserContext, url: string, as: string): Promise<Shot[]> {
  const get = async <T>(path: string): Promise<T> => (await request.get(`${url}/api/${path}`)).json();
  const campaigns = await get<{ id: string; state: string; asks: string }[]>('campaigns');
  const asked = campaigns.find(({ state, asks }) => state === 'open' && asks === 'school')?.id ?? '';
  const { forms } = await get<{ forms: { id: string; stage: string; isReturned: boolean }[] }>(
    `campaigns/${asked}`,
  );
  const returned = forms.find(({ isReturned }) => isReturned)?.id ?? '';
  const sent = forms.find(({ stage }) => stage === 'municipality')?.id ?? '';
  const [report] = await get<{ id: string }[]>('indicators/reports');
  return [
    { name: 'campaigns', as, path: '/monitoring' },
    { name: 'campaign', as, path: `/monitoring/campaigns/${asked}` },
    { name: 'campaign-new', as, path: `/monitoring/campaigns/new?copy=${asked}` },
    { name: 'completeness', as, path: '/monitoring/completeness' },
    // The one that came back to her.
    { name: 'form', as: 'school@demo.opora', path: `/monitoring/forms/${returned}` },
    { name: 'form-read', as, path: `/monitoring/forms/${sent}` },
    { name: 'indicators', as: 'region@demo.opora', path: '/monitoring/indicators' },
    { name: 'dynamics', as, path: '/monitoring/dynamics' },
    { name: 'dynamics-school', as: 'director@demo.opora', path: '/monitoring/dynamics' },
    { name: 'start-control', as, path: '/monitoring/dynamics?view=start-control' },
    { name: 'conclusions', as, path: '/monitoring/dynamics?view=conclusions' },
    { name: 'indicator-reports', as, path: '/monitoring/reports' },
    { name: 'indicator-report', as, path: `/monitoring/reports?report=${report?.id ?? ''}` },
    { name: 'value-imports', as, path: '/monitoring/imports' },
    { name: 'value-import', as, path: `/monitoring/imports/${await bringValues(request, url)}` },
  ];
}

/** A table of values to look at before it is loaded: a school that is not known, a number that is none. */
async function bringValues(request: BrowserContext['request'], url: string): Promise<string> {
  const rows = [
    'Школа;S05 n;S05 N;S13 n;S13 N',
    'СОШ № 1;7;14;12;14',
    'СОШ № 2;9;18;абв;18',
    'СОШ пос. Дальний;3;9;8;9',
  ];
  const file = {
    name: 'Кадры, Луговской район.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\n')),
  };
  const period = `SY${new Date().getMonth() < 8 ? new Date().getFullYear() - 1 : new Date().getFullYear()}`;
  const answer = await request.post(`${url}/api/value-imports`, { multipart: { period, file } });
  if (!answer.ok()) throw new Error(await answer.text());
  return (await answer.json()).id;
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
