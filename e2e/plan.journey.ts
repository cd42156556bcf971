import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { addDays } from '../packages/domain/basics/calendar-date.ts';
import type { ActivityDraft } from '../packages/domain/plans/plan-draft.ts';
import { activityDraft, planDraft, windowDeadline } from '../packages/server/testing/plan-for-tests.ts';
import { expect, expectAccessible, test, signedIn } from './journey.ts';
import { officeToday } from './office-zone.ts';

// Three people, each signing in, and a scan of accessibility on every page: more than one journey's usual time on a busy machine.

const title = 'Встреча с родителями выпускников';

test('a school confirms with what the plan expects, the curator returns it with a note, the school mends it, it is accepted, the controller sees it', async ({
  browser,
  demoServer,
}) => {
  const { url } = demoServer;
  const controller = await signedIn(browser, url, 'lugovskoy@demo.opora');
  const planId = await addPlan(controller, url);
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

  await controller.goto(`${url}/tasks`);
  await controller.getByRole('region', { name: 'На вашем контроле' }).getByRole('link').last().click();
  await controller.goto(`${url}/plans/${planId}/control`);
  const point = controller.getByRole('row', { name: new RegExp(title) });
  await expect(point).toContainText(/(?<!не )исполнено/);
  await expect(point).toContainText('от 02.03.2026 № 7');
  await point.getByRole('rowheader').focus();
  await controller.keyboard.press('Enter');
  await controller.getByLabel('Основание').fill('Исполнено в полном объёме');
  await expectAccessible(controller);
  await controller.getByRole('button', { name: 'Снять с контроля' }).click();
  await expect(point).toContainText('снято с контроля');
});

test('a coordinator moves a row by keyboard, says whom a printed name means, names who does it, and takes the table to Excel', async ({
  browser,
  demoServer,
}) => {
  const page = await signedIn(browser, demoServer.url, 'lugovskoy@demo.opora');
  const party = { raw: 'Школа у реки', role: 'lead' as const, orgUnitId: null, personId: null };
  const planId = await addPlan(page, demoServer.url, [
    { title: 'Первое дело', parties: [party] },
    { title: 'Второе дело', parties: [party] },
  ]);
  await page.goto(`${demoServer.url}/plans/${planId}`);
  const rows = page.getByRole('row').filter({ hasText: ' дело' });
  await expect(rows).toHaveText([/Первое дело/, /Второе дело/]);
  await rows.first().getByRole('rowheader').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(rows).toHaveText([/Второе дело/, /Первое дело/]);
  await expect(rows.last().getByRole('rowheader')).toBeFocused();
  await page.getByRole('button', { name: 'Отменить' }).click();
  await expect(rows).toHaveText([/Первое дело/, /Второе дело/]);

  await rows.first().getByRole('rowheader').focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary');
  await panel.getByRole('button', { name: 'Сопоставить: Школа у реки' }).click();
  await page.keyboard.type('Берёзовый');
  await page
    .getByRole('option', { name: /Берёзовый Яр/ })
    .first()
    .click();
  await expect(panel.getByText('в системе: СОШ с. Берёзовый Яр')).toBeVisible();
  await expect(page.getByText(/«Школа у реки» — .*: 2 мероприятия/)).toBeVisible();

  const counted = panel.getByRole('combobox', { name: 'Показатель по этому мероприятию' });
  await counted.fill('P05');
  await page.getByRole('option', { name: /^P05 · Школы, посещённые/ }).click();
  await expect(counted).toHaveValue(/^P05 · /);
  await counted.fill('P06');
  await page.getByRole('option', { name: /^P06 · / }).click();
  await expect(counted).toHaveValue(/^P06 · /);

  await panel.getByRole('button', { name: 'Назначить' }).click();
  await page.keyboard.type('директор');
  await expectAccessible(page);
  await page.getByRole('option', { name: /Лаптева/ }).click();
  await expect(panel.getByText(/Исполнитель: Лаптева/)).toBeVisible();

  await panel.getByRole('button', { name: 'Закрыть' }).click();
  await page.getByRole('button', { name: 'Выгрузить' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Excel (XLSX)' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  const { sheets } = await readXlsx(new Uint8Array(await readFile(await file.path())));
  expect(sheets[0]?.rows.slice(1).map(([name]) => name)).toEqual(['1.1 Первое дело', '1.1 Второе дело']);
});

test('every view of a plan is read without a mouse and without a violation, at 1280 and at 390 px', async ({
  browser,
  demoServer,
}) => {
  const page = await signedIn(browser, demoServer.url, 'lugovskoy@demo.opora');
  const planId = await addPlan(page, demoServer.url);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const view of ['table', 'timeline', 'calendar', 'matrix', 'board']) {
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

test('arrows walk between the cards of the board, and Enter opens one', async ({ browser, demoServer }) => {
  const page = await signedIn(browser, demoServer.url, 'lugovskoy@demo.opora');
  const planId = await addPlan(page, demoServer.url, [{ title: 'Первое дело' }, { title: 'Второе дело' }]);
  await page.goto(`${demoServer.url}/plans/${planId}?view=board`);
  const card = (name: string) => page.getByRole('button', { name: new RegExp(`^[\\d. ]*${name}$`) });
  await card('Первое дело').focus();
  await page.keyboard.press('ArrowDown');
  await expect(card('Второе дело')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary')).toContainText('Второе дело');
});

/** A plan of activities, one when nothing else is asked, that the director's school has to carry out within some days. */
async function addPlan(
  page: Page,
  url: string,
  changes: readonly Partial<ActivityDraft>[] = [{}],
): Promise<string> {
  const today = officeToday;
  const own = { headers: { origin: url } };
  const units = await (await page.request.get(`${url}/api/org-units`, own)).json();
  const school = units.find((unit: { name: string }) => unit.name.includes('Берёзовый Яр'));
  const municipality = units.find((unit: { id: string }) => unit.id === school.parentId);
  const { personId: controllerId } = await (await page.request.get(`${url}/api/me`, own)).json();
  const window = { start: null, end: addDays(today, 3) };
  const deadline = windowDeadline('Индивидуально', window, { perSchool: true });
  const activities = changes.map((change) =>
    activityDraft({ title, deadline, expected: ['Протокол встречи'], ...change }),
  );
  const data = planDraft(municipality.id, {
    schoolIds: [school.id],
    controllerId,
    activities,
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
