import type { Browser, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './journey.ts';

const password = 'опора-для-школы';

/** A person at a computer of her own. */
async function openAs(browser: Browser, url: string, email: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'ru-RU' });
  const page = await context.newPage();
  const answer = await page.request.post(`${url}/api/sign-in`, { data: { email, password } });
  expect(answer.status()).toBe(200);
  return page;
}

const field = (page: Page, name: string) => page.getByRole('textbox', { name });

test('two people edit one activity, and nothing of either is lost', async ({ browser, demoServer }) => {
  const { url } = demoServer;
  const [one, other] = [
    await openAs(browser, url, 'kamenka@demo.opora'),
    await openAs(browser, url, 'region@demo.opora'),
  ];
  const plans = await (await one.request.get(`${url}/api/plans`)).json();
  const { id } = plans.find((plan: { ownerName: string }) => plan.ownerName.includes('Каменск'));
  const plan = await (await one.request.get(`${url}/api/plans/${id}`)).json();
  const activity = plan.activities.find((each: { no: string }) => each.no === '11');
  for (const page of [one, other]) {
    await page.goto(`${url}/plans/${id}?activity=${activity.id}`);
    await page.getByRole('button', { name: 'Изменить мероприятие' }).click();
  }

  await field(one, 'Мероприятие').fill('Проверка объективности оценивания');
  await field(other, 'Срок').fill('До 25.12.2026');
  await one.getByRole('button', { name: 'Сохранить' }).click();
  await expect(one.getByRole('button', { name: 'Изменить мероприятие' })).toBeVisible();

  // The other is told while she is still typing, and her own words stay.
  await expect(other.getByText('Пока вы правили, запись изменил другой человек')).toBeVisible();
  await expect(other.getByText(/Последняя правка: Мельников/)).toBeVisible();
  await expect(field(other, 'Мероприятие')).toHaveValue('Проверка объективности оценивания');
  await expect(field(other, 'Срок')).toHaveValue('До 25.12.2026');
  await expectAccessible(other);
  await other.getByRole('button', { name: 'Сохранить' }).click();
  await expect(other.getByRole('button', { name: 'Изменить мероприятие' })).toBeVisible();

  // The first sees it without reloading; what both change is asked about.
  await expect(one.getByText('До 25.12.2026').first()).toBeVisible();
  for (const page of [one, other]) await page.getByRole('button', { name: 'Изменить мероприятие' }).click();
  await field(one, 'Срок').fill('До 28.12.2026');
  await field(other, 'Срок').fill('До 29.12.2026');
  await one.getByRole('button', { name: 'Сохранить' }).click();
  await expect(other.getByText(/«Срок.*» изменили вы оба. Что оставить?/)).toBeVisible();
  await expect(other.getByRole('button', { name: 'Сохранить' })).toBeDisabled();
  await expectAccessible(other);
  await other.getByRole('button', { name: 'Оставить моё' }).click();
  await other.getByRole('button', { name: 'Сохранить' }).click();
  await expect(one.getByText('До 29.12.2026').first()).toBeVisible();
});

test('a list follows what somebody else does to many at once, and he takes it back', async ({
  browser,
  demoServer,
}) => {
  const { url } = demoServer;
  const page = await openAs(browser, url, 'kamenka@demo.opora');
  const second = await openAs(browser, url, 'kamenka@demo.opora');
  await page.goto(`${url}/tasks`);
  await second.goto(`${url}/tasks`);
  await expect(second.getByText('Просрочено · 1')).toBeVisible();

  await page.locator('[data-mark]').first().focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('Отмечено: 2')).toBeVisible();
  await page.getByRole('button', { name: 'Отложить' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Новый последний день' }).fill('31.12.2026');
  await dialog.getByRole('textbox', { name: 'Причина' }).fill('Карантин в школах округа');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Отложить: 2' }).click();
  const notice = page.locator('.notice');
  await expect(notice.getByText('Отложено: 2 исполнения')).toBeVisible();

  await expect(second.getByText('Просрочено · 1')).toBeHidden();
  await notice.getByRole('button', { name: 'Отменить' }).click();
  await expect(second.getByText('Просрочено · 1')).toBeVisible();
  await expect(page.getByText('отменено', { exact: true })).toBeVisible();
});
