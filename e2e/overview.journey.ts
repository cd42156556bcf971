import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, expectAccessible, signedIn, test } from './journey.ts';

test('a regional coordinator sees what is late, opens it, and takes the plan as a document', async ({
  page,
  demoServer,
}) => {
  await page.goto(demoServer.url);
  await page.getByLabel('Электронная почта').fill('region@demo.opora');
  await page.locator('input[type=password]').fill('опора-для-школы');
  await page.getByRole('button', { name: 'Войти' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Обзор' })).toBeVisible();
  await expectAccessible(page);

  const municipalities = page.getByRole('region', { name: /^Муниципалитеты/ });
  await municipalities.getByRole('button', { name: 'Показать таблицей' }).click();
  await expect(municipalities.getByRole('columnheader', { name: 'Просрочено' })).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole('region', { name: 'Просрочено' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/plans\/[0-9a-f-]{36}/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Скачать или напечатать' }).click();
  await page.getByRole('menuitem', { name: 'Приложение к приказу (DOCX)' }).click();
  expect((await download).suggestedFilename()).toMatch(/№.*\.docx$/);
});

test('an address without a page, and a page that does not open, say what to do', async ({
  browser,
  demoServer,
}) => {
  const page = await signedIn(browser, demoServer.url, 'region@demo.opora');
  await page.goto(`${demoServer.url}/overview/2025`);
  await expect(page.getByRole('heading', { level: 1, name: 'Такой страницы нет' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Перейти к обзору' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Обзор' })).toBeVisible();

  const script = `**/${scriptOf('overview/calendars-page.tsx')}`;
  await page.route(script, (route) => route.abort());
  await page.goto(`${demoServer.url}/calendars`);
  await expect(page.getByRole('heading', { level: 1, name: 'Страница не открылась' })).toBeVisible();
  await expectAccessible(page);
  await page.unroute(script);
  await page.getByRole('button', { name: 'Обновить страницу' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Календари' })).toBeVisible();
});

/** The file of the built bundle that holds a page. */
function scriptOf(page: string): string {
  const manifest = join(import.meta.dirname, '../dist/web/.vite/manifest.json');
  return JSON.parse(readFileSync(manifest, 'utf8'))[page].file;
}
