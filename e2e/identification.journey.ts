import { expect, expectAccessible, signedIn, test } from './journey.ts';

test.setTimeout(180_000);

const school = 'ООШ с. Новая Заимка';

test('a list is made, explained, tried by another rule, approved by an order, and stands on the page of the school', async ({
  browser,
  demoServer,
}) => {
  const { url } = demoServer;
  const page = await signedIn(browser, url, 'lugovskoy@demo.opora');
  page.setDefaultTimeout(20_000);
  await page.goto(`${url}/results/runs`);
  await page.getByRole('button', { name: 'Составить список' }).click();
  const own = page.getByLabel('Методика', { exact: true });
  await own.selectOption({ label: 'Порядок Заречной области для малых школ, версия 1' });
  await page.locator('form').getByRole('button', { name: 'Составить список' }).click();

  await expect(
    page.getByRole('heading', { name: /^Список школ \d{4} года: Луговской район$/ }),
  ).toBeVisible();
  await page.getByRole('rowheader', { name: school }).click();
  const reasons = page.getByRole('complementary', { name: school });
  await expect(reasons.getByText(/^\d+ из \d+ · .*низкий результат \(порог 30\s%\)$/).first()).toBeVisible();
  await expect(reasons.getByText(/^Не вошла бы в список, если бы/)).toBeVisible();
  await expectAccessible(page);
  await reasons.getByRole('button', { name: 'Закрыть' }).click();

  await page.getByRole('tab', { name: 'Что если' }).click();
  await page.getByLabel('Порог, % участников ниже минимума').fill('90');
  await expect(page.getByRole('region', { name: /^Вышли из списка: / })).toContainText(school);
  await page.getByRole('tab', { name: 'Проверка' }).click();
  await page.getByRole('button', { name: 'Пересчитать' }).click();
  await expect(page.getByText('Совпадает: те же выводы до последней цифры.')).toBeVisible();

  await page.getByRole('button', { name: 'Утвердить приказом' }).click();
  const act = page.getByRole('complementary', { name: 'Утвердить приказом' });
  await act.getByLabel('Номер приказа').fill('58-п');
  await act.getByLabel('Если школа уже числится').check();
  await act.getByRole('button', { name: 'Утвердить приказом' }).click();
  await expect(page.getByText(/приказ от \d\d\.\d\d\.\d{4} № 58-п/)).toBeVisible();

  await page.getByRole('tab', { name: 'Школы' }).click();
  await page.getByRole('rowheader', { name: school }).click();
  await page.getByRole('link', { name: new RegExp(school) }).click();
  await expect(page.getByRole('region', { name: 'Категории' })).toContainText('58-п');
  await page.getByRole('link', { name: /по списку, приказ №\s58-п/ }).click();
  await expect(page.getByRole('button', { name: 'Отозвать приказом' })).toBeVisible();
});
