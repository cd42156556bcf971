import { expect, test } from './journey.ts';

test('a first start without the demonstration serves the page and refuses what needs a session', async ({
  page,
  emptyServer,
}) => {
  const answer = await page.request.get(`${emptyServer.url}/api/org-units`);
  expect(answer.status()).toBe(401);
  await page.goto(emptyServer.url);
  await expect(page).toHaveTitle(/Опора/);
});
