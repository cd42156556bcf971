import { expect, expectAccessible, test } from './journey.ts';

test('a regional coordinator enters a day off, a school year and a decree, and lets the terms follow', async ({
  page,
  demoServer,
}) => {
  await page.goto(demoServer.url);
  await page.getByLabel('Электронная почта').fill('region@demo.opora');
  await page.locator('input[type=password]').fill('опора-для-школы');
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.getByRole('link', { name: 'Календари' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Календари' })).toBeVisible();
  await expectAccessible(page);

  const days = page.getByRole('region', { name: 'Свои дни' });
  await days.getByLabel('День', { exact: true }).fill('30.12.2026');
  await days.getByLabel('Название').fill('День региона');
  await days.getByRole('button', { name: 'Добавить день' }).click();
  await expect(days.getByText('30.12.2026 · выходной · День региона')).toBeVisible();
  await expect(page.getByText('30.12.2026 → 29.12.2026').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Пересчитать сроки' }).click();
  await expect(page.getByRole('button', { name: 'Пересчитать сроки' })).toBeHidden();

  const schoolYear = page.getByRole('region', { name: 'Учебный год' });
  await schoolYear.getByRole('button', { name: 'Ввести учебный год' }).click();
  await schoolYear.getByRole('textbox', { name: '1-я четверть: первый день' }).fill('01.09.2026');
  await schoolYear.getByRole('button', { name: 'Заполнить каникулы промежутками' }).click();
  await schoolYear.getByRole('button', { name: 'Сохранить' }).click();
  await expect(schoolYear.getByText('Введён: Заречная область.')).toBeVisible();

  const decree = page.getByRole('region', { name: 'Производственный календарь' });
  await decree.getByRole('button', { name: 'Ввести календарь на 2027 год' }).click();
  const chooser = page.waitForEvent('filechooser');
  await decree.getByRole('button', { name: 'Загрузить таблицу' }).click();
  await (
    await chooser
  ).setFiles({
    name: 'calendar.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Дата;Вид дня;Перенесён с\n05.05.2027;выходной;03.01.2027\n06.05.2027;неясно;\n'),
  });
  await expect(decree.getByText('05.05.2027 — выходной, перенесён с 03.01.2027')).toBeVisible();
  await expect(decree.getByText('строка 3: неясно')).toBeVisible();
  await decree
    .getByRole('textbox', { name: 'Откуда данные' })
    .fill('Постановление Правительства РФ от 10.09.2026 № 1000');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await decree.getByRole('button', { name: 'Сохранить' }).click();
  await expect(decree.getByText('введён, 1 особый день')).toBeVisible();
});
