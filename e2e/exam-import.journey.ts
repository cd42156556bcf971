import { writeXlsx } from 'hucre/xlsx';
import { expect, expectAccessible, signedIn, test } from './journey.ts';

const head = ['ОО', 'Название ОО', 'Код участника', 'Класс', 'ФИО', 'Первичный балл', 'Отметка'];
const pupils = Array.from({ length: 12 }, (_, at) => [
  'edu990010',
  'Школа',
  `500${at}`,
  '7А',
  'Иванов Пётр',
  10 + at,
  2 + (at % 4),
]);
const stranger = [null, 'Школа на горе', '60001', '7А', 'Иванов Пётр', 12, 3];

test('a coordinator loads individual results, says whose they are, applies them, meets the same file again and takes all back', async ({
  browser,
  demoServer,
}) => {
  const page = await signedIn(browser, demoServer.url, 'region@demo.opora');
  await page.goto(`${demoServer.url}/results/imports`);
  await expect(page.getByRole('heading', { name: 'Загрузка результатов' })).toBeVisible();
  await expectAccessible(page);
  const rows = [['ВПР 2026 Биология 7 класс'], head, ...pupils, stranger];
  const buffer = Buffer.from(await writeXlsx({ sheets: [{ name: 'Итоги', rows }] }));
  const file = { name: 'Итоги.xlsx', mimeType: 'application/octet-stream', buffer };
  await page.locator('input[type=file]').setInputFiles(file);

  await expect(page.getByText('ВПР, 7 класс, биология, 2026')).toBeVisible();
  await page.getByRole('combobox', { name: 'Школа на горе' }).fill('ООШ');
  await page.getByRole('option').first().click();
  await expect(page.getByText('Все названия узнаны: 2 школы.')).toBeVisible();
  await expect(page.getByText('12 уч., ниже минимума 3, отметки 3/3/3/3')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Применить: 2 показателя' }).click();
  await expect(page.getByText('новых показателей 2')).toBeVisible();

  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText('Этот файл уже загружен')).toBeVisible();

  await page.getByRole('button', { name: 'Отменить загрузку' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Отменить загрузку' }).click();
  await expect(page.getByText('отменена', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Шкалы' }).click();
  await expect(page.getByText('Учебная шкала демонстрационного региона').first()).toBeVisible();
  await expectAccessible(page);
  await page.context().close();
});
