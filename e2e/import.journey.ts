import { planDocx } from '../packages/server/testing/plan-document-for-tests.ts';
import { expect, expectAccessible, test } from './journey.ts';

const [email, password] = ['lugovskoy@demo.opora', 'опора-для-школы'];

test('a specialist drops an order, mends its doubtful deadline, loses nothing by a reload, and approves the plan', async ({
  page,
  demoServer,
}) => {
  await page.goto(`${demoServer.url}/plans/import`);
  await page.getByLabel(/почта/i).fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.getByRole('button', { name: 'Войти' }).click();

  // The list of drafts is here: the page under the sign-in is in place.
  await expect(page.getByRole('columnheader', { name: 'Документ' })).toBeVisible();
  await page.locator('input[type=file]').setInputFiles({
    name: 'Приказ 15.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(planDocx()),
  });
  const row = page.getByRole('row', { name: /Приказ 15/ });
  await expect(row).toContainText('на проверке', { timeout: 30_000 });
  await expect(row).toContainText('3 мероприятия');
  await row.getByRole('link').click();

  await expect(page.getByText(/Осталось \d+ сомнени/)).toBeVisible();
  await expect(page.getByText('Назначить кураторов').first()).toBeVisible();
  const deadline = page.getByLabel('Срок', { exact: true });
  for (let step = 0; step < 12 && !(await deadline.isVisible()); step += 1) await page.keyboard.press('F8');
  await expect(deadline).toHaveValue('срок уточняется');
  await expect(page.getByText('срок не понят')).toBeVisible();
  await deadline.fill('март 2026');
  await expect(page.getByText(/понято так:.*марта 2026/)).toBeVisible();
  await expectAccessible(page);

  await page.reload();
  await page.getByRole('region', { name: 'Исходный документ' }).getByText('Назначить кураторов').click();
  await expect(deadline).toHaveValue('март 2026');
  await expect(page.getByText('срок не понят')).toHaveCount(0);

  await page.getByRole('button', { name: /сопоставлено/ }).click();
  const whom = page.getByRole('combobox', { name: 'МБОУ СОШ № 1', exact: true });
  await whom.click();
  await whom.fill('Лаптева');
  await page.getByRole('option', { name: /Лаптева/ }).click();
  await expect(page.getByText('Сохранено', { exact: false }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Утвердить план' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Утвердить план' }).click();
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
  const planId = page.url().split('/').at(-1);
  const plan = await page.request.get(`${demoServer.url}/api/plans/${planId}`);
  const { activities } = await plan.json();
  expect(activities).toHaveLength(3);
  expect(activities[1].parties).toMatchObject([
    { raw: 'МБОУ СОШ № 1', meant: expect.stringMatching('Лаптева') },
  ]);
});
