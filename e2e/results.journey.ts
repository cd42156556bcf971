import { expect, expectAccessible, signedIn, test } from './journey.ts';

test('a coordinator reads results without a ranking; a director sees her school beside sums', async ({
  browser,
  demoServer,
}) => {
  const coordinator = await signedIn(browser, demoServer.url, 'lugovskoy@demo.opora');
  await coordinator.getByRole('link', { name: 'Результаты', exact: true }).first().click();
  await expect(coordinator.getByText('Школы стоят по алфавиту. Места не присваиваются.')).toBeVisible();
  await expect(coordinator.getByText('скрыто').first()).toBeVisible();
  await coordinator.getByRole('combobox', { name: 'Процедура' }).click();
  await coordinator.getByRole('option', { name: 'ВПР, 6 класс, математика' }).click();
  await expect(coordinator.getByText('ВПР: диагностика, не оценка')).toBeVisible();
  await expectAccessible(coordinator);
  const download = coordinator.waitForEvent('download');
  await coordinator.getByRole('link', { name: 'Для открытого доступа XLSX' }).click();
  expect((await download).suggestedFilename()).toBe('Открытые данные.xlsx');

  const director = await signedIn(browser, demoServer.url, 'director@demo.opora');
  await director.goto(`${demoServer.url}/results`);
  const rows = director.getByRole('grid').getByRole('row');
  await expect(rows).toHaveCount(2);
  await rows.nth(1).click();
  await expect(director.getByRole('heading', { name: 'Объективность' })).toBeVisible();
  await director.getByRole('button', { name: 'Показать таблицей' }).first().click();
  await expect(
    director.getByRole('rowheader', { name: 'Регион' }).or(director.getByRole('cell', { name: 'Регион' })),
  ).toBeVisible();
  await expectAccessible(director);
});
