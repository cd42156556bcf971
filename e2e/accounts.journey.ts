import { TOTP } from 'otpauth';
import { expect, expectAccessible, test } from './journey.ts';

const password = 'тихая река утром';

test('from the first start to an invited person with a second factor, seen in the audit', async ({
  page,
  browser,
  emptyServer,
}) => {
  test.slow();
  await page.goto(`${emptyServer.url}/people`);
  await expect(page.getByRole('heading', { name: 'Первый запуск' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Название региона').fill('Озёрная область');
  await page.getByLabel('Фамилия').fill('Ларина');
  await page.getByLabel('Имя').fill('Вера');
  await page.getByLabel('Электронная почта').fill('larina@example.org');
  await page.getByRole('textbox', { name: 'Новый пароль' }).fill('Ларина2026');
  await page.getByRole('button', { name: 'Завести и войти' }).click();
  await expect(page.getByRole('alert')).toContainText('Добавьте другие слова');
  await page.getByRole('textbox', { name: 'Новый пароль' }).fill(password);
  await page.getByRole('button', { name: 'Завести и войти' }).click();

  // She comes where she wanted to go.
  await expect(page.getByRole('heading', { name: 'Люди и роли' })).toBeVisible();
  await page.getByRole('button', { name: 'Добавить человека' }).click();
  const panel = page.getByRole('complementary');
  await panel.getByLabel('Фамилия').fill('Белова');
  await panel.getByLabel('Имя').fill('Нина');
  await panel.getByLabel('Электронная почта').fill('belova@example.org');
  await panel.getByRole('combobox', { name: 'Организация' }).click();
  await page.getByRole('option', { name: 'Озёрная область' }).click();
  await panel.getByRole('button', { name: 'Добавить человека' }).click();
  await expect(panel.getByRole('heading', { name: 'Белова Нина' })).toBeVisible();
  await panel.getByRole('button', { name: 'Дать роль' }).click();
  await panel.getByRole('combobox', { name: 'Роль' }).click();
  await page.getByRole('option', { name: 'Региональный координатор' }).click();
  await panel.getByRole('button', { name: 'Дать роль' }).last().click();
  await expect(panel.getByRole('listitem')).toContainText('Региональный координатор');
  await panel.getByRole('button', { name: 'Пригласить' }).click();
  const address = (await panel.locator('pre').innerText()).trim();
  await expectAccessible(page);

  const other = await browser.newContext({ locale: 'ru-RU', viewport: { width: 390, height: 844 } });
  const hers = await other.newPage();
  await hers.goto(address.replace(/^https?:\/\/[^/]+/, emptyServer.url));
  await expect(hers.getByText('Белова Нина, задайте пароль')).toBeVisible();
  await expectAccessible(hers);
  await hers.getByRole('textbox', { name: 'Новый пароль' }).fill('пять синих зонтов');
  await hers.getByRole('button', { name: 'Задать пароль и войти' }).click();
  await expect(hers.getByRole('button', { name: 'Белова Н.' })).toBeVisible();

  await hers.goto(`${emptyServer.url}/account`);
  await hers.getByRole('button', { name: 'Подключить приложение' }).click();
  const secret = (await hers.locator('code').innerText()).replaceAll(/\s/g, '');
  await hers.getByLabel('Код из приложения').fill(new TOTP({ secret }).generate());
  await hers.getByRole('button', { name: 'Подключить', exact: true }).click();
  const codes = (await hers.locator('pre').innerText()).split('\n');
  expect(codes).toHaveLength(10);
  await hers.getByRole('button', { name: 'Я сохранил(а) коды' }).click();
  await expect(hers.getByText('подключён', { exact: true })).toBeVisible();
  await expectAccessible(hers);

  await hers.getByRole('button', { name: 'Белова Н.' }).click();
  await hers.getByRole('menuitem', { name: 'Выйти' }).click();
  await hers.getByLabel('Электронная почта').fill('belova@example.org');
  await hers.getByRole('textbox', { name: 'Пароль' }).fill('пять синих зонтов');
  await hers.getByRole('button', { name: 'Войти' }).click();
  await hers.getByLabel('Код').fill(codes[0] ?? '');
  await hers.getByRole('button', { name: 'Продолжить' }).click();
  await expect(hers.getByRole('button', { name: 'Белова Н.' })).toBeVisible();
  await other.close();

  await page.goto(`${emptyServer.url}/audit`);
  const row = page.getByRole('row').filter({ hasText: 'Второй фактор подключён' });
  await expect(row).toContainText('Белова Н.');
  await expectAccessible(page);
  await page.getByText('Входы').click();
  await expect(page.getByText('Использован запасной код')).toBeVisible();
  await expectAccessible(page);
});

test('a session that ends under one’s hands is renewed over the page, and the form stays', async ({
  page,
  demoServer,
}) => {
  const signIn = async () => {
    await page.getByRole('textbox', { name: 'Пароль' }).fill('опора-для-школы');
    await page.getByRole('button', { name: 'Войти' }).click();
  };
  test.slow();
  await page.goto(`${demoServer.url}/people`);
  await page.getByLabel('Электронная почта').fill('region@demo.opora');
  await signIn();
  await page.getByRole('button', { name: 'Добавить человека' }).click();
  const panel = page.getByRole('complementary');
  await panel.getByLabel('Фамилия').fill('Недописанная');
  await page.context().clearCookies({ name: 'opora_session' });
  await page.getByLabel('Найти по имени').fill('Орлова');
  await expect(page.getByRole('dialog', { name: 'Сеанс закончился' })).toBeVisible();
  await expectAccessible(page);
  await signIn();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(panel.getByLabel('Фамилия')).toHaveValue('Недописанная');
});
