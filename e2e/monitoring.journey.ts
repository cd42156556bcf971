import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, signedIn, test } from './journey.ts';

const school = 'СОШ с. Берёзовый Яр';
const title = 'Условия в школах: сверка';
const municipalTitle = 'Кураторы проекта: сверка';
const note = 'Учебники: приложите к «нет» заявку или исправьте.';

test('a collection goes from its office to the school and back: asked, filled, questioned, returned, mended, approved, seen in dynamics', async ({
  browser,
  demoServer: { url },
}) => {
  const region = await signedIn(browser, url, 'region@demo.opora');
  await composeAndOpen(region, url);

  const director = await signedIn(browser, url, 'director@demo.opora');
  await openOwnForm(director, url);
  await fillIn(director);
  await answerAndSend(director);

  const office = await signedIn(browser, url, 'lugovskoy@demo.opora');
  await returnForm(await openedForm(office, url));

  await openOwnForm(director, url);
  await mendAndSend(director);

  await accept(await openedForm(office, url));
  await expect(office.getByRole('row', { name: school })).toContainText('у региона');
  await accept(await openedForm(region, url));
  await expect(region.getByRole('row', { name: school })).toContainText('утверждена');

  await director.reload();
  await expect(director.getByText('Форма утверждена', { exact: true })).toBeVisible();
  await expect(director.locator('.form-grid input')).toHaveCount(0);
  await seeNumber(director, url);
});

test('what municipalities alone know is asked of them, filled in by the office of one and accepted by the region', async ({
  browser,
  demoServer: { url },
}) => {
  const region = await signedIn(browser, url, 'region@demo.opora');
  await region.goto(`${url}/monitoring/campaigns/new`);
  await region.getByLabel('Название').fill(municipalTitle);
  await region.getByText('Кадры', { exact: true }).click();
  await region.getByLabel('Кого спрашиваем').selectOption('Муниципалитеты');
  await expect(region.getByText(/у муниципалитетов этого не спрашивают/)).toBeVisible();
  await region.getByText('Дорожная карта', { exact: true }).click();
  await expect(region.getByRole('combobox', { name: 'Муниципалитеты (3)' })).toBeVisible();
  await openDraft(region);

  const office = await signedIn(browser, url, 'kamenka@demo.opora');
  await openOwnForm(office, url, municipalTitle);
  await field(office, 'D18').fill('9');
  await field(office, 'D18').press('Enter');
  await expect(office.getByText(/Сохранено в \d\d:\d\d/)).toBeVisible();
  await office.getByRole('button', { name: 'Отправить' }).click();
  await expect(office.getByText('Форма на проверке в регионе')).toBeVisible();
  await expectAccessible(office);

  const row = region.getByRole('row', { name: 'Каменский округ' });
  await region.reload();
  await expect(row).toContainText('у региона');
  await row.click();
  await accept(region.getByRole('complementary', { name: 'Каменский округ' }));
  await expect(row).toContainText('утверждена');
});

async function composeAndOpen(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/monitoring`);
  await page.getByRole('link', { name: 'Назначить сбор' }).click();
  await page.getByLabel('Название').fill(title);
  const indicators = page.getByRole('combobox', { name: 'Показатели' });
  for (const code of ['M01', 'M05', 'M07']) {
    await indicators.fill(code);
    await page.getByRole('option', { name: new RegExp(`^${code} `) }).click();
  }
  await page.getByRole('combobox', { name: 'Школы (0)' }).fill('Берёзовый');
  await page.getByRole('option', { name: school }).click();
  await expect(page.getByText(/^Школе достанется 3 поля/)).toBeVisible();
  await openDraft(page);
  await expect(page.getByRole('row', { name: school })).toContainText('у школы');
}

async function openDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Сохранить черновик' }).click();
  await page.getByRole('button', { name: 'Открыть сбор' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Открыть сбор' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function openOwnForm(page: Page, url: string, collection = title): Promise<void> {
  await page.goto(`${url}/monitoring`);
  await page
    .getByRole('region', { name: /^Формы для заполнения/ })
    .getByRole('link', { name: collection })
    .click();
}

const field = (page: Page, code: string) => page.locator(`input[data-code="${code}"][data-field="amount"]`);

const answer = (page: Page, word: string) => page.getByRole('radio', { name: word, exact: true });

/** As text: what a clipboard is, only the page knows. */
const paste = (page: Page, text: string) =>
  page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '${text}');
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(paste);
  })()`);

/** By keyboard, by paste, and with the line broken. */
async function fillIn(page: Page): Promise<void> {
  const saved = page.getByText(/Сохранено в \d\d:\d\d/);
  await field(page, 'D01').fill('147');
  await page.reload();
  await expect(field(page, 'D01')).toHaveValue('147');
  await field(page, 'D01').fill('148');
  await field(page, 'D01').press('Enter');
  await expect(field(page, 'M01')).toBeFocused();
  await paste(page, '0,5\\n2,77\\nда');
  await expect(page.getByText('Вставлено: 3 строки')).toBeVisible();
  await expect(saved).toBeVisible();

  await page.context().setOffline(true);
  await field(page, 'M07').focus();
  await paste(page, 'частично');
  await expect(page.getByText(/Нет связи/)).toBeVisible();
  await page.context().setOffline(false);
  await expect(saved).toBeVisible();
  await expect(page.getByText(/^Отправить пока нельзя: исправьте 1 строку/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Отправить' })).toBeDisabled();

  await page.reload();
  await expect(page.getByText('написано: частично')).toBeVisible();
  await field(page, 'M07').press('0');
  await expect(answer(page, 'нет')).toBeChecked();
  await expect(saved).toBeVisible();
}

async function answerAndSend(page: Page): Promise<void> {
  await expect(page.getByText(/^Отправить пока нельзя: 1 вопрос без ответа/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Отправить' })).toBeDisabled();
  await page.getByRole('button', { name: 'Объяснить' }).click();
  await page.getByLabel('Почему так').fill('Получены ноутбуки по программе');
  await page.getByRole('button', { name: 'Сохранить объяснение' }).click();
  await expect(page.getByText('Объяснено: Получены ноутбуки по программе')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Отправить' }).click();
  await expect(page.getByText('Форма на проверке в муниципалитете')).toBeVisible();
  await expect(field(page, 'M07')).toHaveCount(0);
}

/** The form of the school beside the list of forms of the collection. */
async function openedForm(page: Page, url: string): Promise<Locator> {
  await page.goto(`${url}/monitoring`);
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('row', { name: school }).click();
  return page.getByRole('complementary', { name: school });
}

async function returnForm(panel: Locator): Promise<void> {
  const page = panel.page();
  await panel.getByRole('button', { name: 'Вернуть' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Что исправить').fill(note);
  await dialog.getByRole('button', { name: 'Вернуть' }).click();
  await expect(page.getByRole('row', { name: school })).toContainText('возвращена школе');
  await expectAccessible(page);
}

/** The note stands where the form begins: who opens it reads it first. */
async function mendAndSend(page: Page): Promise<void> {
  await expect(page.getByRole('alert').filter({ hasText: 'возвращена на доработку' })).toContainText(note);
  await field(page, 'M07').press('ArrowLeft');
  await expect(answer(page, 'да')).toBeChecked();
  await expect(page.getByText(/Сохранено в \d\d:\d\d/)).toBeVisible();
  await page.getByRole('button', { name: 'Отправить' }).click();
  await expect(page.getByText('Форма на проверке в муниципалитете')).toBeVisible();
}

const accept = (panel: Locator) => panel.getByRole('button', { name: 'Принять' }).click();

/** The number of the form among those of other years, and the door to what it is made of. */
async function seeNumber(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/monitoring/dynamics?group=conditions`);
  const row = page.getByRole('row', { name: /Компьютеров на одного обучающегося/ });
  await row.getByRole('button').last().click();
  const panel = page.getByRole('complementary', { name: 'Из чего это число' });
  await expect(panel.getByRole('row', { name: /^Сбор/ })).toContainText(title);
  await expect(panel.getByRole('row', { name: /^Как написано/ })).toContainText('0,5');
  await expectAccessible(page);
}
