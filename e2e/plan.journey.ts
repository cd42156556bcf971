import type { Browser, Page } from '@playwright/test';
import { addDays } from '../packages/domain/basics/calendar-date.ts';
import { activityDraft, planDraft, windowDeadline } from '../packages/server/testing/plan-for-tests.ts';
import { expect, expectAccessible, test } from './journey.ts';

// Three people, each signing in, and a scan of accessibility on every page: more than one journey's usual time on a busy machine.
test.setTimeout(180_000);

const password = 'опора-для-школы';
const title = 'Встреча с родителями выпускников';

test('a school confirms with what the plan expects, the curator returns it with a note, the school mends it, it is accepted', async ({
  browser,
  demoServer,
}) => {
  const { url } = demoServer;
  const planId = await addPlan(await signedIn(browser, url, 'lugovskoy@demo.opora'), url);
  const school = await signedIn(browser, url, 'director@demo.opora');
  const curator = await signedIn(browser, url, 'curator@demo.opora');

  await school.goto(`${url}/tasks`);
  await expectAccessible(school);
  await school.getByRole('link', { name: new RegExp(title) }).click();
  const send = school.getByRole('button', { name: 'Отправить на проверку' });
  await send.click();
  await expect(school.getByRole('alert')).toContainText('Не отправлено: 1 результат без подтверждения');
  await expectAccessible(school);
  await school.getByRole('alert').getByRole('button', { name: 'Протокол встречи' }).click();
  const proof = school.getByRole('group', { name: 'Протокол встречи' });
  await expect(proof.locator(':focus')).toHaveCount(1);
  await proof.getByLabel('Номер').fill('7');
  await proof.getByLabel('Дата', { exact: true }).fill('02.03.2026');
  await school.reload();
  await expect(proof.getByLabel('Номер')).toHaveValue('7');
  await send.click();
  await expect(school.getByText('Решение принимает не тот, кто отправил')).toBeVisible();

  await openDecision(curator, url);
  await expect(curator.getByText('от 02.03.2026 № 7')).toBeVisible();
  await curator.getByRole('button', { name: 'Вернуть на доработку' }).click();
  await curator.getByLabel('Что исправить').fill('Нет подписи классного руководителя');
  await curator.getByRole('button', { name: 'Вернуть на доработку' }).click();
  await expect(curator.getByText('возвращали 1 раз')).toBeVisible();

  await school.goto(`${url}/tasks`);
  await expect(school.getByText('Вернули: «Нет подписи классного руководителя»')).toBeVisible();
  await school.getByRole('link', { name: new RegExp(title) }).click();
  await school.getByLabel(/Что передать проверяющему/).fill('Подписано, приложено заново');
  await send.click();
  await expect(school.getByText('Решение принимает не тот, кто отправил')).toBeVisible();

  await openDecision(curator, url);
  await curator.getByRole('button', { name: 'Принять' }).click();
  await expect(curator.getByText('Принято').first()).toBeVisible();

  await curator.goto(`${url}/plans/${planId}?view=matrix`);
  const cell = curator.getByRole('button', { name: /1\/1.*принято/ });
  await expect(cell).toBeVisible();
  await expectAccessible(curator);
  await cell.focus();
  await curator.keyboard.press('Enter');
  await expect(curator.getByRole('heading', { name: new RegExp(title) })).toBeFocused();
  await school.goto(`${url}/tasks`);
  await expect(school.getByRole('link', { name: new RegExp(title) })).toHaveCount(0);
});

test('every view of a plan is read without a mouse and without a violation, at 1280 and at 390 px', async ({
  browser,
  demoServer,
}) => {
  const page = await signedIn(browser, demoServer.url, 'lugovskoy@demo.opora');
  const planId = await addPlan(page, demoServer.url);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const view of ['table', 'timeline', 'calendar', 'matrix']) {
      await page.goto(`${demoServer.url}/plans/${planId}?view=${view}`);
      await expect(page.getByRole('tab', { selected: true })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    }
  }
  await page.goto(`${demoServer.url}/plans/${planId}?view=timeline`);
  await page.getByRole('button', { name: new RegExp(title) }).focus();
  await page.keyboard.press('t');
  await expect(page.getByRole('row', { name: new RegExp(title) })).toBeVisible();
});

async function signedIn(browser: Browser, url: string, email: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'ru-RU' });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel(/почта/i).fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.getByRole('button', { name: 'Войти' }).click();
  await expect(page.getByRole('link', { name: 'Мои задачи' })).toBeVisible();
  return page;
}

/** A plan of one activity that the director's school has to carry out within some days. */
async function addPlan(page: Page, url: string): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const own = { headers: { origin: url } };
  const units = await (await page.request.get(`${url}/api/org-units`, own)).json();
  const school = units.find((unit: { name: string }) => unit.name.includes('Берёзовый Яр'));
  const municipality = units.find((unit: { id: string }) => unit.id === school.parentId);
  const window = { start: null, end: addDays(today, 3) };
  const activity = activityDraft({
    title,
    deadline: windowDeadline('Индивидуально', window, { perSchool: true }),
    expected: ['Протокол встречи'],
  });
  const data = planDraft(municipality.id, {
    schoolIds: [school.id],
    activities: [activity],
    actOn: today,
    periodStartsOn: null,
    periodEndsOn: null,
  });
  const answer = await page.request.post(`${url}/api/plans`, { ...own, data });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()).planId;
}

async function openDecision(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/tasks`);
  const waiting = page.getByRole('region', { name: /Ждёт вашего решения/ });
  await waiting.getByRole('link', { name: new RegExp(title) }).click();
}
