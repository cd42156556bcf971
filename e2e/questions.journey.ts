import type { Page } from '@playwright/test';
import type { PlanDraft } from '../packages/domain/plans/plan-draft.ts';
import { activityDraft, planDraft, windowDeadline } from '../packages/server/testing/plan-for-tests.ts';
import { expect, expectAccessible, signedIn, test } from './journey.ts';

const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//journey//RU',
  ...event('1', 'Курсы для директоров', '20270310'),
  ...event('2', 'Курсы для завучей', '20270324'),
  ...event('3', 'Выставка котов', '20270325'),
  'END:VCALENDAR',
  '',
].join('\r\n');

function event(uid: string, summary: string, day: string): string[] {
  return ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${summary}`, `DTSTART;VALUE=DATE:${day}`, 'END:VEVENT'];
}

test('a calendar of an institute gives many rows their dates at once, and takes them back', async ({
  browser,
  demoServer,
}) => {
  const page = await signedIn(browser, demoServer.url, 'lugovskoy@demo.opora');
  const deadline = windowDeadline('По графику института', null);
  const titles = ['Курсы для директоров', 'Курсы для завучей'];
  const activities = titles.map((title, at) => activityDraft({ no: `${at + 1}`, title, deadline }));
  const planId = await addPlan(page, demoServer.url, { activities, periodEndsOn: '2027-06-30' });
  await page.goto(`${demoServer.url}/plans/${planId}/dates`);
  await expect(page.getByText(/1 срок без даты из 1/)).toHaveCount(2);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Загрузить график' }).click();
  const buffer = Buffer.from(calendar);
  await (await chooser).setFiles({ name: 'grafik.ics', mimeType: 'text/calendar', buffer });
  await expect(page.getByRole('status').getByText(/Отвечают плану 2 из 3 событий/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Проставить 2 срока' }).click();
  await expect(page.getByText(/проставлено 2/)).toBeVisible();
  await page.goto(`${demoServer.url}/plans/${planId}`);
  await expect(page.getByRole('row', { name: /Курсы для завучей.*24\.03\.2027/ })).toBeVisible();
  await page.goto(`${demoServer.url}/plans/${planId}/dates`);
  await page.getByRole('button', { name: 'Отменить' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Отменить', exact: true }).last().click();
  await expect(page.getByText(/1 срок без даты из 1/)).toHaveCount(2);
});

test('one file under two schools is a question with its usual explanation, which who accepts takes', async ({
  browser,
  demoServer,
}) => {
  const { url } = demoServer;
  const page = await signedIn(browser, url, 'lugovskoy@demo.opora');
  const units = await (await page.request.get(`${url}/api/org-units`, { headers: { origin: url } })).json();
  const schoolIds = ['ООШ с. Сухой Лог', 'ООШ с. Верхний Бор'].map(
    (name) => units.find((unit: { shortName: string }) => unit.shortName === name).id,
  );
  const deadline = windowDeadline('Индивидуально', { start: null, end: '2027-03-31' }, { perSchool: true });
  const activities = [activityDraft({ title: 'Совет отцов', deadline, expected: [] })];
  const planId = await addPlan(page, url, { schoolIds, activities });
  await confirmAll(page, url, planId);

  const curator = await signedIn(browser, url, 'curator@demo.opora');
  await curator.goto(`${url}/plans/${planId}?view=questions`);
  const card = curator.getByRole('article');
  await expect(card).toContainText('Один и тот же файл');
  await expect(card).toContainText('Обычное объяснение');
  await expect(card).toContainText('ООШ с. Сухой Лог');
  await expectAccessible(curator);
  await card.getByRole('button', { name: 'Принять пояснение по всем' }).click();
  await card.getByLabel('Чем объясняется').fill('Совет был общим для двух школ');
  await card.getByRole('button', { name: 'Пояснение принято' }).last().click();
  await expect(curator.getByText('Вопросов нет.')).toBeVisible();
  await expect(curator.getByText('Закрытые вопросы: 2')).toBeVisible();
});

/** Gives the same file for each school and sends it. */
async function confirmAll(page: Page, url: string, planId: string): Promise<void> {
  const headers = { origin: url };
  const { activities } = await (await page.request.get(`${url}/api/plans/${planId}`)).json();
  const list = `${url}/api/activities/${activities[0].id}/instances`;
  for (const { id } of await (await page.request.get(list)).json()) {
    const file = { name: 'протокол.txt', mimeType: 'text/plain', buffer: Buffer.from('Протокол совета') };
    const sent = await page.request.post(`${url}/api/instances/${id}/evidence-files`, {
      headers,
      multipart: { file },
    });
    const { version } = await sent.json();
    const data = { version, note: null };
    const answer = await page.request.post(`${url}/api/instances/${id}/submit`, { headers, data });
    expect(answer.status(), await answer.text()).toBe(200);
  }
}

async function addPlan(page: Page, url: string, changes: Partial<PlanDraft>): Promise<string> {
  const headers = { origin: url };
  const units = await (await page.request.get(`${url}/api/org-units`, { headers })).json();
  const municipality = units.find((unit: { shortName: string }) => unit.shortName === 'Луговской район');
  const answer = await page.request.post(`${url}/api/plans`, {
    headers,
    data: planDraft(municipality.id, changes),
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()).planId;
}
