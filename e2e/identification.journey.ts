import type { Locator } from '@playwright/test';
import { expect, expectAccessible, signedIn, test } from './journey.ts';

const school = 'ООШ с. Новая Заимка';

/** Low in two exams of the year and in one of them the year before: what the demonstration's own results of this school are not. */
const lowSchool = 'СОШ с. Троицкий Мост';
const year = new Date().getFullYear() - (new Date().getMonth() < 6 ? 1 : 0);
const results = [
  'год;процедура;класс;предмет;школа;участников;ниже минимума',
  `${year};ОГЭ;9;математика;edu990005;20;12`,
  `${year};ОГЭ;9;русский язык;edu990005;20;11`,
  `${year - 1};ОГЭ;9;математика;edu990005;20;12`,
].join('\n');

test('results are loaded of a file, a list is made, explained, tried by another rule, approved by an order, and stands on the page of the school', async ({
  browser,
  demoServer,
}) => {
  const { url } = demoServer;
  const page = await signedIn(browser, url, 'lugovskoy@demo.opora');
  page.setDefaultTimeout(20_000);
  await page.goto(`${url}/results/imports`);
  const file = { name: 'Результаты.csv', mimeType: 'text/csv', buffer: Buffer.from(results) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Применить: 3 показателя' }).click();
  await expect(page.getByText('применена', { exact: true }).first()).toBeVisible();

  await page.getByRole('link', { name: 'Списки школ' }).click();
  await page.getByRole('button', { name: 'Составить список' }).click();
  const own = page.getByLabel('Методика', { exact: true });
  await own.selectOption({ label: 'Порядок Заречной области для малых школ, версия 1' });
  await page.locator('form').getByRole('button', { name: 'Составить список' }).click();

  await expect(
    page.getByRole('heading', { name: /^Список школ \d{4} года: Луговской район$/ }),
  ).toBeVisible();
  await page.getByRole('rowheader', { name: lowSchool }).click();
  const loaded = page.getByRole('complementary', { name: lowSchool });
  await openNumbers(loaded);
  await expect(loaded.getByText(/^12 из 20 · 60\s%.*низкий результат/).first()).toBeVisible();
  await loaded.getByRole('button', { name: 'Закрыть' }).click();

  await page.getByRole('rowheader', { name: school }).click();
  const reasons = page.getByRole('complementary', { name: school });
  await expect(reasons.getByText(/^скрыто · низкий результат/).first()).toBeVisible();
  await openNumbers(reasons);
  await expect(reasons.getByText(/^\d+ из \d+ · .*низкий результат \(порог 30\s%\)$/).first()).toBeVisible();
  await expect(reasons.getByText(/^Не вошла бы в список, если бы/)).toBeVisible();
  await expectAccessible(page);
  await reasons.getByRole('button', { name: 'Закрыть' }).click();

  await page.getByRole('tab', { name: 'Что если' }).click();
  await page.getByLabel('Порог, % участников ниже минимума').fill('90');
  await expect(page.getByText(/^Не показано: \d+ школ/)).toBeVisible();
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

/** Small numbers are hidden from who makes the list, too, until she says why she needs them. */
async function openNumbers(panel: Locator): Promise<void> {
  await panel.getByRole('button', { name: 'Открыть точные числа' }).click();
  await panel.getByLabel('Зачем открываются числа').fill('Проверка основания перед приказом');
  await panel.getByRole('button', { name: 'Открыть', exact: true }).click();
  await expect(panel.getByText('Проверка основания перед приказом')).toBeVisible();
}
