import type { APIRequestContext, Page } from '@playwright/test';
import { addDays } from '../packages/domain/basics/calendar-date.ts';
import type { ActivityDraft } from '../packages/domain/plans/plan-draft.ts';
import { activityDraft, planDraft, windowDeadline } from '../packages/server/testing/plan-for-tests.ts';
import { demoPassword, expect, expectAccessible, signedIn, test } from './journey.ts';
import { officeToday as today } from './office-zone.ts';

// Two people, each signing in, on a busy machine.

const printed = (date: string): string => date.split('-').toReversed().join('.');

test('a municipality requires, a school drafts its plan from it and carries it out, progress goes up, and a change above leaves it behind', async ({
  browser,
  demoServer,
}) => {
  const { url } = demoServer;
  const above = await signedIn(browser, url, 'lugovskoy@demo.opora');
  const school = await signedIn(browser, url, 'director@demo.opora');
  const planId = await addPlan(above, url, [{ title: 'Декада математики', deadline: due(20), expected: [] }]);
  await above.goto(`${url}/plans/${planId}/requirements`);
  await above.getByRole('button', { name: 'Добавить требование' }).click();
  await above.getByRole('combobox', { name: 'Мероприятие' }).click();
  await above.getByRole('option', { name: /Декада математики/ }).click();
  await above.getByLabel('От кого требуется').selectOption('От школ');
  await above.getByRole('button', { name: 'Сохранить' }).click();
  const asked = above.getByRole('region', { name: /Декада математики/ });
  await expect(asked).toContainText('От всех школ');
  await expect(asked).toContainText('СОШ с. Берёзовый Яр');

  await school.goto(`${url}/tasks`);
  const waiting = school.getByRole('region', { name: /Требуется сверху/ });
  await waiting.getByRole('link', { name: /Декада математики/ }).click();
  await school.getByLabel('В какой план').selectOption('Новый план');
  await school.getByRole('button', { name: /^Подготовить мероприятие: .*Декада математики/ }).click();
  await expect(school.getByRole('region', { name: 'Исходный документ' })).toContainText('Декада математики');
  await school.getByRole('button', { name: 'Утвердить план' }).click();
  await school.getByRole('dialog').getByRole('button', { name: 'Утвердить план' }).click();
  await school.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
  await school.getByRole('row', { name: /Декада математики/ }).click();
  await school.getByRole('button', { name: 'Отправить на проверку' }).click();
  await expect(school.getByText('Решение принимает не тот, кто отправил')).toBeVisible();
  await move(above.request, url, new URL(school.url()).pathname.split('/').at(-1) ?? '', 'accept');

  await above.reload();
  await expect(asked).toContainText(/Отвечают: 1 из \d+.* исполнили 1/);
  await expectAccessible(above);
  await asked.getByRole('button', { name: 'Изменить' }).click();
  await above.getByRole('textbox', { name: 'До какого дня' }).fill(printed(addDays(today, 10)));
  await above.getByRole('button', { name: 'Сохранить' }).click();
  await expect(asked).toContainText('Не учли изменение (1): СОШ с. Берёзовый Яр');
  await school.goto(`${url}/tasks`);
  await expect(waiting).toContainText('изменилось после вашего ответа');
  await waiting.getByRole('link', { name: /Декада математики/ }).click();
  const card = school.getByRole('region', { name: /Декада математики/ });
  await expect(card).toContainText('Изменилось после того, как вы ответили');
  await card.getByRole('button', { name: 'Учтено' }).click();
  await expect(card).not.toContainText('Изменилось после того, как вы ответили');
});

test('what was not done goes into the next year with its reason, and what was done is told from the records', async ({
  browser,
  demoServer,
}) => {
  const { url } = demoServer;
  const page = await signedIn(browser, url, 'lugovskoy@demo.opora');
  const rows = [
    { no: '1', title: 'Семинар для учителей химии', deadline: due(3), expected: [] },
    { no: '2', title: 'Стажировка учителей химии', deadline: due(5), expected: [] },
  ];
  const planId = await addPlan(page, url, rows);
  await move(page.request, url, planId, 'submit');
  // Nobody accepts what she has sent herself.
  const { request } = await browser.newContext();
  const data = { email: 'region@demo.opora', password: demoPassword };
  await request.post(`${url}/api/sign-in`, { ...headers(url), data });
  await move(request, url, planId, 'accept');
  await page.goto(`${url}/plans/${planId}/carry-over`);
  await expect(page.getByText('Семинар для учителей химии')).toHaveCount(0);
  await page.getByLabel('Перенести: 2 Стажировка учителей химии').check();
  await page.getByLabel('Причина: 2 Стажировка учителей химии').fill('Школа-лидер на ремонте');
  await page.getByRole('button', { name: /^Подготовить план/ }).click();
  await expect(page.getByText('Стажировка учителей химии').first()).toBeVisible();
  await page.waitForURL(/\/plans\/drafts\//);
  await page.goto(`${url}/plans/${planId}/carry-over`);
  await expect(page.getByText(/Перенесено в черновик.*причина: Школа-лидер на ремонте/)).toBeVisible();

  await page.goto(`${url}/plans/${planId}/narrative?from=${addDays(today, -30)}&until=${addDays(today, 30)}`);
  await expect(page.getByText(/^Во исполнение приказа.* № 15/)).toBeVisible();
  await expect(page.getByText(/семинар для учителей химии/i).first()).toBeVisible();
  await expectAccessible(page);
});

const due = (days: number) => {
  const end = addDays(today, days);
  return windowDeadline(`до ${printed(end)}`, { start: null, end });
};

const headers = (url: string) => ({ headers: { origin: url } });

/** Moves what the first activity of a plan asks for. */
async function move(
  request: APIRequestContext,
  url: string,
  planId: string,
  name: 'submit' | 'accept',
): Promise<void> {
  const { activities } = await (await request.get(`${url}/api/plans/${planId}`)).json();
  const [instance] = await (await request.get(`${url}/api/activities/${activities[0].id}/instances`)).json();
  const data = { version: instance.version, note: null };
  const answer = await request.post(`${url}/api/instances/${instance.id}/${name}`, { ...headers(url), data });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** A plan of the municipality, in force since yesterday. */
async function addPlan(page: Page, url: string, rows: readonly Partial<ActivityDraft>[]): Promise<string> {
  const units = await (await page.request.get(`${url}/api/org-units`, headers(url))).json();
  const municipality = units.find((unit: { shortName: string }) => unit.shortName === 'Луговской район');
  const data = planDraft(municipality.id, {
    title: 'План предметных недель',
    activities: rows.map((row) => activityDraft(row)),
    actOn: addDays(today, -1),
    periodStartsOn: addDays(today, -30),
    periodEndsOn: addDays(today, 60),
  });
  const answer = await page.request.post(`${url}/api/plans`, { ...headers(url), data });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()).planId;
}
