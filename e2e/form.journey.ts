import type { Page } from '@playwright/test';
import { expect, expectAccessible, signedIn, test } from './journey.ts';

/** An open collection of the municipality for the director's school; gives the address of the form. */
async function askSchool(office: Page, url: string): Promise<string> {
  const api = office.context().request;
  const headers = { origin: url };
  const units = (await (await api.get(`${url}/api/org-units`)).json()) as {
    id: string;
    kind: string;
    shortName: string;
    parentId: string;
  }[];
  const school = units.find(({ kind, shortName }) => kind === 'school' && shortName.includes('Берёзовый Яр'));
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const made = await api.post(`${url}/api/campaigns`, {
    headers,
    data: {
      orgUnitId: school?.parentId,
      title: 'Самообследование школ',
      period: 'SY2018',
      sections: [
        { title: 'Условия', indicators: ['D01', 'M01', 'M05', 'M07'].map((code) => ({ code, version: 1 })) },
      ],
      approvedBy: 'municipality',
      opensOn: day(-1),
      lateAfter: day(7),
      closedAfter: day(14),
      schoolIds: [school?.id],
    },
  });
  expect(made.status(), await made.text()).toBe(200);
  const { campaignId } = (await made.json()) as { campaignId: string };
  const opened = await api.post(`${url}/api/campaigns/${campaignId}/open`, { headers, data: { version: 1 } });
  expect(opened.status(), await opened.text()).toBe(200);
  const { forms } = (await (await api.get(`${url}/api/campaigns/${campaignId}`)).json()) as {
    forms: { id: string }[];
  };
  return `${url}/monitoring/forms/${forms[0]?.id}`;
}

test('a school fills its form by keyboard and by paste, without a connection too, and sends it', async ({
  browser,
  demoServer,
}) => {
  const office = await signedIn(browser, demoServer.url, 'lugovskoy@demo.opora');
  const address = await askSchool(office, demoServer.url);
  const page = await signedIn(browser, demoServer.url, 'director@demo.opora');
  await page.goto(address);
  const field = (code: string) => page.locator(`input[data-code="${code}"][data-field="amount"]`);

  await field('D01').fill('200');
  await field('D01').press('Enter');
  await expect(field('M01')).toBeFocused();
  // As text: what a clipboard is, only the page knows.
  await page.evaluate(String.raw`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '0,17\n2,77\nда');
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(paste);
  })()`);
  await expect(page.getByText('Вставлено: 3 строки')).toBeVisible();
  await expect(page.getByText(/Сохранено в \d\d:\d\d/)).toBeVisible();
  await expect(field('M05')).toHaveValue('554');
  await expectAccessible(page);

  await page.context().setOffline(true);
  await field('M07').fill('частично');
  await field('M07').blur();
  await expect(page.getByText(/Нет связи/)).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(/Сохранено в \d\d:\d\d/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Отправить' })).toBeDisabled();

  await page.reload();
  await expect(field('M07')).toHaveValue('частично');
  await field('M07').fill('нет');
  await field('M07').blur();
  await expect(page.getByText(/Сохранено в \d\d:\d\d/)).toBeVisible();
  await page.getByRole('button', { name: 'Отправить' }).click();
  await expect(page.getByText('Форма на проверке в муниципалитете')).toBeVisible();
  await expect(field('M07')).toHaveCount(0);
});
