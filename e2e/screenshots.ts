import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { findChromium } from '../scripts/find-chromium.ts';
import { withServer } from './running-server.ts';

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

await withServer({ OPORA_DEMO: '1' }, async ({ url }) => {
  const executablePath = findChromium(process.env);
  if (executablePath === null) throw new Error('Нет браузера: задайте CHROMIUM_PATH');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  mkdirSync(directory, { recursive: true });
  for (const shot of await shots(browser, url)) {
    for (const [size, viewport] of Object.entries(sizes)) {
      const context = await browser.newContext({ viewport, locale: 'ru-RU', timezoneId: 'Europe/Moscow' });
      const page = await context.newPage();
      if (shot.as !== null)
        await page.request.post(`${url}/api/sign-in`, { data: { email: shot.as, password } });
      await page.goto(url + shot.path);
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: join(directory, `${shot.name}-${size}.png`) });
      await context.close();
    }
  }
  await browser.close();
});

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
  const { activities, sourceDraftId: draft } = await (
    await context.request.get(`${url}/api/plans/${known}`)
  ).json();
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
    { name: 'plans', as: coordinator, path: '/plans' },
    { name: 'plan-table', as: coordinator, path: plan },
    { name: 'plan-timeline', as: coordinator, path: `${plan}?view=timeline` },
    { name: 'plan-calendar', as: coordinator, path: `${plan}?view=calendar` },
    { name: 'plan-matrix', as: coordinator, path: `${plan}?view=matrix` },
    { name: 'plan-activity', as: coordinator, path: `${plan}?activity=${activity}` },
    { name: 'plan-editions', as: coordinator, path: `${plan}/editions` },
    { name: 'import', as: coordinator, path: '/plans/import' },
    { name: 'draft', as: coordinator, path: `/plans/drafts/${draft}` },
    { name: 'organisations', as: coordinator, path: '/organisations' },
    { name: 'calendars', as: 'region@demo.opora', path: '/calendars' },
    { name: 'people', as: coordinator, path: '/people' },
    { name: 'audit', as: coordinator, path: '/audit' },
    { name: 'account', as: coordinator, path: '/account' },
  ];
}
