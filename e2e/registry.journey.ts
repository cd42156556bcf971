import type { Page } from '@playwright/test';
import { writeXlsx } from 'hucre/xlsx';
import type { RunningServer } from './running-server.ts';
import { expect, expectAccessible, test } from './journey.ts';

const rows = [
  ['Полное наименование', 'ИНН', 'Муниципалитет', 'Где стоит'],
  ['МБОУ СОШ № 71', '7707083893', 'Луговской муниципальный район', 'с. Ивовое'],
  ['МБОУ ООШ № 72', '7707083890', 'Луговской муниципальный район', 'с. Ольховое'],
];

/** The page at a desk and on a phone. */
async function expectAccessibleAtBoth(page: Page): Promise<void> {
  for (const size of [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    await expectAccessible(page);
  }
}

async function openAsAdministrator(page: Page, server: RunningServer, path: string): Promise<void> {
  await page.goto(`${server.url}${path}`);
  await page.getByLabel('Электронная почта').fill('admin@demo.opora');
  await page.locator('input[type=password]').fill('опора-для-школы');
  await page.getByRole('button', { name: 'Войти' }).click();
}

test('an administrator loads a register, maps a column, sees the bad row, finds the school and takes all back', async ({
  page,
  demoServer,
}) => {
  await openAsAdministrator(page, demoServer, '/register-imports');
  await expect(page.getByRole('heading', { name: 'Загрузка реестра' })).toBeVisible();
  await expectAccessible(page);

  const buffer = Buffer.from(await writeXlsx({ sheets: [{ name: 'Реестр', rows }] }));
  const file = { name: 'Реестр.xlsx', mimeType: 'application/octet-stream', buffer };
  await page.locator('input[type=file]').setInputFiles(file);
  const expected = page.getByRole('status').filter({ hasText: 'новая' });
  await expect(expected).toContainText('1 новая', { timeout: 30_000 });
  await expect(expected).toContainText('1 строка отклонена');
  await expect(page.getByRole('region', { name: 'Не будут загружены' })).toContainText('7707083890');
  await page.getByLabel('Населённый пункт').selectOption({ label: 'Где стоит (с. Ивовое)' });
  await expect(page.getByLabel('Населённый пункт')).toHaveValue('3');
  await expectAccessibleAtBoth(page);
  await page.getByRole('button', { name: 'Загрузить 1 строку' }).click();
  await expect(page.getByRole('button', { name: 'Отменить загрузку' })).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('СОШ 71');
  await expect(page.getByRole('option').first()).toContainText('МБОУ СОШ № 71');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'МБОУ СОШ № 71' })).toBeVisible();
  await expect(page.getByText('с. Ивовое').first()).toBeVisible();
  await expect(page.getByText('Школа не участвует ни в одном плане')).toBeVisible();
  await expectAccessibleAtBoth(page);

  await page.goto(`${demoServer.url}/register-imports`);
  await page.getByRole('button', { name: 'Отменить загрузку' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Отменить загрузку' }).click();
  await expect(page.getByText('отменена', { exact: true })).toBeVisible();
  await page.goto(`${demoServer.url}/schools`);
  await expect(page.getByText('МБОУ СОШ № 71')).toHaveCount(0);
});

test('a school with a branch counts as one legal entity and two objects, and closes after its branch', async ({
  page,
  demoServer,
}) => {
  await openAsAdministrator(page, demoServer, '/organisations');
  const counted = page.getByText(/объект\S* с учётом филиалов/);
  const [entities = 0, objects = 0] = ((await counted.textContent()) ?? '').match(/\d+/g)!.map(Number);
  const unit = (name: string) => page.getByRole('treeitem', { name });
  const add = async (parent: string, name: string) => {
    await unit(parent).click();
    await page.getByRole('button', { name: 'Добавить ниже' }).click();
    await page.getByRole('textbox', { name: 'Название', exact: true }).fill(name);
    await page.getByRole('textbox', { name: 'Краткое название' }).fill(name);
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await expect(unit(name)).toBeVisible();
  };
  await add('Луговской муниципальный район', 'МКОУ Приречная СОШ');
  await add('МКОУ Приречная СОШ', 'филиал на Заставе');
  await expect(counted).toContainText(`${entities + 1} `);
  await expect(counted).toContainText(` ${objects + 2} `);
  await expectAccessible(page);

  const close = async (name: string) => {
    await unit(name).click();
    await page.getByRole('button', { name: 'Изменить' }).click();
    await page.getByRole('textbox', { name: /Закрыта|Дата закрытия|Закрыть с даты/ }).fill('01.09.2026');
    await page.getByRole('button', { name: 'Сохранить' }).click();
  };
  await close('МКОУ Приречная СОШ');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await page.getByRole('button', { name: 'Отмена' }).click();
  await close('филиал на Заставе');
  await expect(unit('филиал на Заставе')).toBeHidden();
  await close('МКОУ Приречная СОШ');
  await expect(unit('МКОУ Приречная СОШ')).toBeHidden();
  await expect(counted).toContainText(`${entities} `);
});
