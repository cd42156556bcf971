import type { Page } from '@playwright/test';
import { addDays } from '../packages/domain/basics/calendar-date.ts';
import { activityDraft, planDraft, windowDeadline } from '../packages/server/testing/plan-for-tests.ts';
import { expect, expectAccessible, test, signedIn } from './journey.ts';
import { officeToday as today } from './office-zone.ts';

const printed = (date: string): string => date.split('-').toReversed().join('.');

test('a plan is amended: a draft survives a reload, is compared, approved by its act, printed, and the past stays', async ({
  browser,
  demoServer,
}) => {
  const { url } = demoServer;
  const page = await signedIn(browser, url, 'lugovskoy@demo.opora');
  const planId = await addPlan(page, url);

  await page.goto(`${url}/plans/${planId}`);
  await page.getByRole('button', { name: 'Ещё по плану' }).click();
  await page.getByRole('menuitem', { name: 'Редакции и изменения' }).click();
  await expect(page.getByText('Редакция 1', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Внести изменения' }).click();

  await page.getByRole('button', { name: 'Изменить: 1 Семинар' }).click();
  const deadline = page.getByRole('textbox', { name: 'Срок' });
  await deadline.fill(`до ${printed(addDays(today, 40))}`);
  await page.getByRole('button', { name: 'Готово' }).click();
  await expect(page.getByText('Изменено').first()).toBeVisible();
  await page.getByRole('button', { name: 'Ещё действия: 2 Вебинар' }).click();
  await page.getByRole('menuitem', { name: 'Исключить' }).click();
  await page.getByRole('button', { name: 'Добавить мероприятие' }).first().click();
  await page.getByLabel('Название нового мероприятия').fill('Круглый стол');
  await page.getByRole('button', { name: 'Добавить', exact: true }).click();
  await expect(page.getByText(/^Сохранено/)).toBeVisible();
  await expectAccessible(page);

  await page.reload();
  await expect(page.getByText(`до ${printed(addDays(today, 40))}`).first()).toBeVisible();
  await expect(page.getByText('Круглый стол')).toBeVisible();
  await page.getByRole('button', { name: 'Вернуть как было: 2 Вебинар' }).click();
  await page.getByRole('button', { name: 'Отменить мою последнюю правку' }).click();
  await expect(page.getByRole('button', { name: 'Вернуть как было: 2 Вебинар' })).toBeVisible();

  await page.getByRole('tab', { name: 'Что меняется' }).click();
  await expect(page.getByText('добавлено 1 · исключено 1 · перемещено 0 · изменено 1')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('tab', { name: 'Акт и утверждение' }).click();
  const approve = page.getByRole('button', { name: 'Утвердить изменения' });
  await expect(approve).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Не указан номер акта' })).toBeVisible();
  await expect(page.getByText('появится 1 · сменят срок 1 · снимется 1')).toBeVisible();
  await page.getByRole('combobox', { name: 'Вид акта' }).fill('приказ');
  await page.getByLabel('Номер', { exact: true }).fill('50');
  await page.getByLabel('Дата акта', { exact: true }).fill(printed(today));
  await page.getByLabel('Действует с', { exact: true }).fill(printed(today));
  await page.getByLabel('Кто издал').fill('Управление образования');
  await page.getByLabel('Почему план меняют').fill('Изменился календарь');
  await page.getByLabel('Кто издал').focus();
  await expect(approve).toBeEnabled();
  await expectAccessible(page);
  await approve.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Утвердить изменения' }).click();

  await expect(page.getByText('Редакция 2', { exact: true })).toBeVisible();
  await expect(page.getByText('Основания: Изменился календарь')).toBeVisible();
  const sheet = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Лист изменений (DOCX)' }).click();
  expect((await sheet).suggestedFilename()).toContain('№ 50');
  await page.getByRole('link', { name: 'Что изменилось' }).click();
  await expect(page.getByText('добавлено 1 · исключено 1 · перемещено 0 · изменено 1')).toBeVisible();

  await page.goto(`${url}/plans/${planId}/editions?at=1`);
  await expect(page.getByText('2 Вебинар').first()).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${url}/plans/${planId}`);
  await expect(page.getByText('Круглый стол').first()).toBeVisible();
  await expect(page.getByText('2 Вебинар')).toHaveCount(0);
});

/** A plan of two activities, in force for ten days. */
async function addPlan(page: Page, url: string): Promise<string> {
  const own = { headers: { origin: url } };
  const units = await (await page.request.get(`${url}/api/org-units`, own)).json();
  const municipality = units.find(
    (unit: { kind: string; name: string }) => unit.kind === 'municipality' && unit.name.includes('Лугов'),
  );
  const due = (days: number) => {
    const end = addDays(today, days);
    return windowDeadline(`до ${printed(end)}`, { start: null, end });
  };
  const data = planDraft(municipality.id, {
    title: 'План семинаров',
    actOn: addDays(today, -10),
    periodStartsOn: null,
    periodEndsOn: null,
    activities: [
      activityDraft({ no: '1', title: 'Семинар', deadline: due(20), expected: [] }),
      activityDraft({ no: '2', title: 'Вебинар', deadline: due(30), expected: [] }),
    ],
  });
  const answer = await page.request.post(`${url}/api/plans`, { ...own, data });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()).planId;
}
