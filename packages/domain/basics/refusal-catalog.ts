import { countEn, countRu, type Texts } from './catalog.ts';
import type { RefusalCode, RefusalFacts } from './refusal.ts';

type RefusalTexts = Readonly<Record<RefusalCode, (facts: RefusalFacts) => string>>;

/** What happened, what is saved, what to do: one sentence or two for each refusal. */
export const refusalTexts: Texts<RefusalTexts> = {
  ru: {
    'not-signed-in': () =>
      'Вы не вошли в систему или время сеанса истекло. Войдите ещё раз — введённое не потеряется.',
    'second-factor-needed': () => 'Нужен код из приложения-аутентификатора.',
    forbidden: () => 'На это действие у вас нет прав. Обратитесь к администратору вашей организации.',
    'origin-refused': () => 'Запрос пришёл с другого сайта и отклонён.',
    'not-found': () => 'Такой записи нет или она вам недоступна.',
    'input-invalid': () => 'Не все поля заполнены верно. Проверьте отмеченные поля.',
    'changed-meanwhile': () =>
      'Запись уже изменил другой человек. Обновите страницу — ваши изменения сохранены в форме.',
    'already-exists': () => 'Такая запись уже есть.',
    'in-use': () => 'Удалить нельзя: на запись ссылаются другие.',
    'too-many-requests': (f) => `Слишком много попыток. Повторите через ${f['seconds'] ?? 60} с.`,
    'too-large': (f) => `Файл слишком большой. Наибольший размер — ${f['megabytes'] ?? ''} МБ.`,
    'try-again': () => 'Сервер занят. Данные не потеряны, повторите через минуту.',
    internal: (f) =>
      `Что-то сломалось у нас. Ничего не записано. Номер для обращения: ${f['request'] ?? ''}.`,
    'accounts-wrong-credentials': () => 'Неверная почта или пароль.',
    'accounts-locked': (f) =>
      `После нескольких неверных попыток вход закрыт. Повторите через ${minutesRu(f['seconds'])}.`,
    'registry-parent-kind': () => 'Организация такого вида не может подчиняться выбранной.',
    'registry-inn-wrong': () => 'ИНН введён с ошибкой: контрольная цифра не сходится.',
    'registry-ogrn-wrong': () => 'ОГРН введён с ошибкой: контрольная цифра не сходится.',
    'registry-closed-before-opened': () => 'Дата закрытия раньше даты открытия.',
    'registry-period-wrong': () => 'Последний день раньше первого.',
    'registry-period-overlaps': () =>
      'На эти дни уже есть такая же запись. Укажите последний день прежней или другой период.',
    'registry-not-a-school': () => 'Категории и проекты бывают только у школ и филиалов.',
    'registry-import-applied': () => 'Эта загрузка уже проведена или отменена.',
    'registry-import-used': (f) =>
      `Загрузку нельзя отменить целиком: организацией «${f['name'] ?? ''}» уже пользуются или её изменили.`,
    'registry-import-no-rows': () =>
      'В файле нет листа с таблицей: нужна строка заголовков и строки под ней.',
    'registry-import-too-long': (f) =>
      `В файле слишком много строк. За один раз загружается до ${Number(f['rows'] ?? 0).toLocaleString('ru')}.`,
  },
  en: {
    'not-signed-in': () =>
      'You are not signed in or the session has ended. Sign in again; what you typed is kept.',
    'second-factor-needed': () => 'A code from your authenticator app is needed.',
    forbidden: () => 'You have no right to do this. Ask the administrator of your organisation.',
    'origin-refused': () => 'The request came from another site and was refused.',
    'not-found': () => 'There is no such record, or you may not see it.',
    'input-invalid': () => 'Some fields are not filled in correctly. See the marked fields.',
    'changed-meanwhile': () =>
      'Somebody else has changed this record. Reload the page; your changes stay in the form.',
    'already-exists': () => 'Such a record already exists.',
    'in-use': () => 'It cannot be deleted: other records refer to it.',
    'too-many-requests': (f) => `Too many attempts. Try again in ${f['seconds'] ?? 60} s.`,
    'too-large': (f) => `The file is too large. The limit is ${f['megabytes'] ?? ''} MB.`,
    'try-again': () => 'The server is busy. Nothing is lost; try again in a minute.',
    internal: (f) => `Something broke on our side. Nothing was written. Reference: ${f['request'] ?? ''}.`,
    'accounts-wrong-credentials': () => 'Wrong e-mail or password.',
    'accounts-locked': (f) =>
      `Sign-in is closed after several wrong attempts. Try again in ${minutesEn(f['seconds'])}.`,
    'registry-parent-kind': () => 'An organisation of this kind cannot be under the chosen one.',
    'registry-inn-wrong': () => 'The INN is mistyped: its check digit does not fit.',
    'registry-ogrn-wrong': () => 'The OGRN is mistyped: its check digit does not fit.',
    'registry-closed-before-opened': () => 'The closing date is before the opening date.',
    'registry-period-wrong': () => 'The last day is before the first.',
    'registry-period-overlaps': () =>
      'There is such a record for these days already. End the earlier one or choose another period.',
    'registry-not-a-school': () => 'Only schools and branches have categories and projects.',
    'registry-import-applied': () => 'This import has already been applied or undone.',
    'registry-import-used': (f) =>
      `The import cannot be undone as a whole: “${f['name'] ?? ''}” is in use or has been changed.`,
    'registry-import-no-rows': () =>
      'The file has no sheet with a table: a row of headings and rows below it are needed.',
    'registry-import-too-long': (f) =>
      `The file has too many rows. Up to ${Number(f['rows'] ?? 0).toLocaleString('en')} can be loaded at once.`,
  },
};

function minutesRu(seconds: string | number | undefined): string {
  return countRu(wholeMinutes(seconds), 'минуту', 'минуты', 'минут');
}

function minutesEn(seconds: string | number | undefined): string {
  return countEn(wholeMinutes(seconds), 'minute', 'minutes');
}

function wholeMinutes(seconds: string | number | undefined): number {
  return Math.max(1, Math.ceil(Number(seconds ?? 60) / 60));
}
