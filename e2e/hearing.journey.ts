import { readFile } from 'node:fs/promises';
import { addDays } from '../packages/domain/basics/calendar-date.ts';
import { readFile as readDocument } from '../packages/office/read-file.ts';
import { expect, expectAccessible, test, signedIn } from './journey.ts';
import { officeToday as today } from './office-zone.ts';

const printed = (date: string): string => date.split('-').toReversed().join('.');
const school = 'СОШ с. Берёзовый Яр';
const decided = 'Подготовить график взаимопосещения уроков';

test('a school is heard: agenda by itself, minutes kept over a reload, protocol, task, report, acceptance, next hearing', async ({
  browser,
  demoServer,
}) => {
  const { url } = demoServer;
  const secretary = await signedIn(browser, url, 'lugovskoy@demo.opora');
  await secretary.goto(`${url}/hearings`);
  await secretary.getByRole('button', { name: 'Назначить' }).click();
  const form = secretary.getByRole('dialog');
  await form.getByRole('combobox', { name: 'Школы' }).fill('Берёзовый');
  await secretary.getByRole('option', { name: new RegExp(`^${school}`) }).click();
  await secretary.keyboard.press('Tab');
  await form.getByRole('button', { name: 'Назначить' }).click();

  await expect(secretary.getByRole('heading', { name: `Час контроля: ${school}` })).toBeVisible();
  await expect(secretary.getByText('Укажите одного председателя')).toBeVisible();
  await secretary.getByRole('button', { name: 'Председатель' }).click();
  await secretary.getByLabel('Председатель, 1: фамилия и инициалы').fill('С. В. Крутов');
  const heard = secretary.getByLabel('Слушали');
  for (let at = 0; at < (await heard.count()); at += 1) await heard.nth(at).fill('Директор школы');
  // The page goes before the words have reached the server.
  await secretary.reload();
  await expect(heard.first()).toHaveValue('Директор школы');
  await secretary.getByRole('button', { name: 'Добавить решение' }).first().click();
  const decision = secretary.getByRole('group', { name: 'Решение 1.1' });
  await decision.getByLabel('Что решили').fill(decided);
  await decision.getByRole('combobox', { name: 'Кому поручить в системе' }).fill('Берёзовый');
  await secretary
    .getByRole('option', { name: /Берёзовый Яр/ })
    .first()
    .click();
  await decision.getByLabel('Срок').fill('скоро');
  await expect(secretary.getByText(/Решение 1\.1: срок не понят/)).toBeVisible();
  await decision.getByLabel('Срок').fill(`до ${printed(addDays(today, 9))}`);
  await expect(decision.getByText(`Понято: ${printed(addDays(today, 9))}`)).toBeVisible();
  await expectAccessible(secretary);
  await secretary.getByRole('button', { name: 'Закрыть протокол' }).click();

  await expect(secretary.getByRole('button', { name: 'Исправить протокол' })).toBeVisible();
  const downloading = secretary.waitForEvent('download');
  await secretary.getByRole('link', { name: 'Протокол (DOCX)' }).click();
  const file = await (await downloading).path();
  const { blocks } = await readDocument(new Uint8Array(await readFile(file)), { fileName: 'protocol.docx' });
  expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))).toContain(`1.1. ${decided}`);

  const director = await signedIn(browser, url, 'director@demo.opora');
  await director.goto(`${url}/tasks`);
  await director.getByRole('link', { name: new RegExp(decided) }).click();
  await director
    .getByRole('group', { name: 'Исполнение решения' })
    .getByRole('textbox')
    .first()
    .fill('График утверждён');
  await director.getByRole('button', { name: 'Отправить на проверку' }).click();
  await expect(director.getByText('Решение принимает не тот, кто отправил')).toBeVisible();

  const curator = await signedIn(browser, url, 'curator@demo.opora');
  await curator.goto(`${url}/tasks`);
  const waiting = curator.getByRole('region', { name: /Ждёт вашего решения/ });
  await waiting.getByRole('link', { name: new RegExp(decided) }).click();
  await curator.getByRole('button', { name: 'Принять' }).click();
  await expect(curator.getByText('Принято').first()).toBeVisible();

  await secretary.goto(`${url}/hearings`);
  await secretary
    .getByRole('link', { name: new RegExp(`10:00 · ${school}`) })
    .first()
    .click();
  const previous = secretary.getByRole('region', { name: 'Решения прошлых заседаний' });
  await expect(previous.getByRole('listitem').filter({ hasText: decided })).toContainText('Принято');
});
