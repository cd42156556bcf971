import { expect, expectAccessible, test } from './journey.ts';

const password = 'опора-для-школы';

test('the day’s digest is opened from the bell and read; a holiday is entered and letters are turned off', async ({
  page,
  demoServer,
}) => {
  test.slow();
  await page.request.post(`${demoServer.url}/api/sign-in`, {
    data: { email: 'director@demo.opora', password },
  });
  await page.goto(demoServer.url);
  await page.getByRole('link', { name: /Напоминания: \d+ непрочитанн/ }).click();
  await expect(page.getByRole('heading', { name: /Сводка на \d\d\.\d\d\.\d{4}/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: /· \d+/ }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Отметить прочитанной' }).click();
  await expect(page.getByText('прочитано', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Напоминания', exact: true })).toBeVisible();
  const line = page.getByRole('main').getByRole('listitem').first().getByRole('link');
  const title = await line.innerText();
  await line.click();
  await expect(page.getByRole('complementary')).toContainText(title.split(' · ')[0] ?? '');
  await page.goBack();

  await page.getByRole('link', { name: 'Настроить' }).click();
  const byMail = page.getByRole('checkbox', { name: 'Присылать сводку письмом' });
  await expect(byMail).toBeInViewport();
  await byMail.uncheck();
  await page.getByRole('button', { name: 'Добавить отсутствие' }).click();
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByRole('alert')).toContainText('Укажите первый и последний день');
  await page.getByRole('textbox', { name: 'С', exact: true }).fill('20.07.2027');
  await page.getByRole('textbox', { name: 'По', exact: true }).fill('01.07.2027');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByRole('alert')).toContainText('заканчивается раньше, чем начинается');
  await page.getByRole('textbox', { name: 'По', exact: true }).fill('31.07.2027');
  await expect(page.getByRole('combobox', { name: 'Кто замещает' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Настройки напоминаний сохранены.')).toBeVisible();
  await page.reload();
  await expect(byMail).not.toBeChecked();
  await expect(page.getByRole('textbox', { name: 'По', exact: true })).toHaveValue('31.07.2027');
});
