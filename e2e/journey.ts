import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page, test as plain } from '@playwright/test';
import { loadedDemonstration } from './load-demonstration.ts';
import { type RunningServer, withServer } from './running-server.ts';

export { expect } from '@playwright/test';

/**
 * Journeys run on the real server as `npm start` runs it. `demoServer` holds the demonstration region and is shared by the journeys of
 * one worker; `emptyServer` is a first start without it.
 */
export const test = plain.extend<object, { demoServer: RunningServer; emptyServer: RunningServer }>({
  demoServer: [
    async ({}, use) => withServer({ OPORA_DEMO: '1' }, use, process.env[loadedDemonstration]),
    { scope: 'worker', timeout: 200_000 },
  ],
  emptyServer: [
    async ({}, use) => withServer({ OPORA_DEMO: '0' }, use),
    { scope: 'worker', timeout: 200_000 },
  ],
});

/** No violation of WCAG 2.1 A and AA on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const result = await new AxeBuilder({ page })
    .options({
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
      resultTypes: ['violations'],
    })
    // Frames of other origins are left out so, and there are none; else each look opens one more page.
    .setLegacyMode(true)
    .analyze();
  const found = result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`,
  );
  expect(found).toEqual([]);
}

/** Of all people of the demonstration. */
export const demoPassword = 'опора-для-школы';

/** A page of a browser of her own, with somebody of the demonstration signed in; the form itself has journeys that fill it in. */
export async function signedIn(browser: Browser, url: string, email: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'ru-RU' });
  const page = await context.newPage();
  const data = { email, password: demoPassword };
  const answer = await context.request.post(`${url}/api/sign-in`, { headers: { origin: url }, data });
  expect(answer.status(), await answer.text()).toBe(200);
  await page.goto(url);
  await expect(page.getByRole('link', { name: 'Мои задачи' })).toBeVisible();
  return page;
}
