import { countEn, countRu, type Language, type Texts } from './catalog.ts';
import { en as fileEn, ru as fileRu, type Dict } from './file-refusal-catalog.ts';
import { formatDate } from './format.ts';
import { lockedEn, lockedRu, movedEn, movedRu } from './form-refusal-words.ts';
import { overtakenText } from './overtaken-text.ts';
import { type SchoolYearProblem, schoolYearProblemTexts } from './school-year-problem.ts';
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
    'accounts-wrong-credentials': () =>
      'Неверная почта или пароль. После пяти неверных попыток подряд вход закрывается: сначала на минуту, потом дольше, но не больше чем на час.',
    'accounts-locked': (f) =>
      `После нескольких неверных попыток вход закрыт. Повторите через ${minutesRu(f['seconds'])}.`,
    'accounts-password-short': (f) =>
      `Пароль короче ${f['min']} знаков. Подойдёт фраза из нескольких слов: её легко помнить и трудно подобрать.`,
    'accounts-password-leaked': () =>
      'Такой пароль есть в списках утёкших и слишком простых, его подбирают первым. Придумайте другой.',
    'accounts-password-personal': () =>
      'В пароле почти ничего, кроме вашего имени или почты. Добавьте другие слова.',
    'accounts-wrong-password': () => 'Пароль введён неверно.',
    'accounts-wrong-code': () => 'Код неверный или уже использован. Дождитесь следующего и введите его.',
    'accounts-first-not-here': () =>
      'Первого администратора заводят с того компьютера, на котором работает сервер: откройте на нём эту страницу по адресу localhost или выполните «npx opora user add».',
    'accounts-first-exists': () => 'Администратор уже есть. Войдите или попросите у него приглашение.',
    'accounts-link-invalid': () =>
      'Ссылка уже использована, устарела или скопирована не полностью. Попросите новую у администратора.',
    'accounts-no-mail': () => 'Отправка почты не настроена. Обратитесь к администратору вашей организации.',
    'accounts-second-factor-exists': () => 'Второй фактор уже подключён.',
    'accounts-second-factor-absent': () => 'Второй фактор не подключён.',
    'accounts-second-factor-required': () =>
      'Отключить второй фактор нельзя: для вашей роли он обязателен. Его можно заменить.',
    'accounts-email-needed': () => 'Сначала укажите электронную почту: по ней человек входит в систему.',
    'accounts-email-taken': () => 'Эта почта уже указана у другого человека.',
    'accounts-role-too-strong': () =>
      'Вы не можете распоряжаться этой ролью: она выше вашей или действует за пределами вашей территории.',
    'accounts-role-dates': () => 'Последний день роли раньше первого.',
    'accounts-role-held': () => 'Эта роль в эти дни у человека уже есть.',
    'accounts-unit-closed': () =>
      'Организация закрыта: новую роль в ней дать нельзя. Если она работает, уберите дату закрытия.',
    'accounts-handover-nothing': () => 'Передавать нечего: на эту дату у человека нет действующих ролей.',
    'accounts-handover-to-herself': () => 'Выберите другого человека: передать дела самому себе нельзя.',
    'accounts-last-administrator': () =>
      'Это последний администратор региона. Сначала назначьте другого, иначе управлять системой будет некому.',
    'draft-not-open': () =>
      'Черновик сейчас нельзя изменить: он ещё читается, убран или уже утверждён. Обновите страницу.',
    'draft-incomplete': (f) => `Утвердить нельзя: не заполнено мест — ${f['count'] ?? ''}. Они отмечены.`,
    'file-refused': (f) => fileText(fileRu, f),
    'draft-nothing-to-undo': () => 'Отменять нечего: ваших правок в этом черновике нет.',
    'accounts-region-needed': () => 'Региона ещё нет. Укажите его название: --region «Озёрная область».',
    'registry-parent-kind': () => 'Организация такого вида не может подчиняться выбранной.',
    'registry-inn-wrong': () => 'ИНН введён с ошибкой: контрольная цифра не сходится.',
    'registry-ogrn-wrong': () => 'ОГРН введён с ошибкой: контрольная цифра не сходится.',
    'registry-closed-before-opened': () => 'Дата закрытия раньше даты открытия.',
    'registry-period-wrong': () => 'Последний день раньше первого.',
    'registry-period-overlaps': () =>
      'На эти дни уже есть такая же запись. Укажите последний день прежней или другой период.',
    'registry-not-a-school': () => 'Категории и проекты бывают только у школ и филиалов.',
    'registry-category-of-list': () =>
      'Категория дана утверждённым списком. Отзовите список или укажите последний день категории.',
    'identification-not-territory': () =>
      'Список составляют для региона или муниципалитета. Выберите один из них.',
    'identification-no-results': (f) =>
      `Результатов за ${f['year'] ?? ''} год нет: загрузите их или выберите другой год.`,
    'identification-not-draft': () =>
      'Список уже утверждён. Его можно отозвать приказом, но не изменить. Обновите страницу.',
    'identification-disclosed': () =>
      'В этом проекте открывали точные числа школ: запись об этом хранится вместе с ним, и удалить его нельзя.',
    'identification-not-approved': () => 'Список не утверждён или уже отозван. Обновите страницу.',
    'identification-overlaps': (f) =>
      `Список не утверждён: ${countRu(Number(f['count']), 'школа уже числится', 'школы уже числятся', 'школ уже числятся')} в этой категории в те же дни: ${f['names'] ?? ''}. Отметьте, что прежний срок закончится накануне, или измените даты.`,
    'registry-calendar-not-region': () =>
      'Постановление о переносе выходных действует во всём регионе. Введите его у региона.',
    'registry-calendar-year-known': (f) =>
      `Календарь на ${f['year'] ?? ''} год уже есть в системе. Свои выходные добавьте отдельными днями.`,
    'registry-calendar-day-wrong': (f) =>
      `День ${formatDate(String(f['on'] ?? ''))} указан дважды или не относится к ${f['year'] ?? ''} году.`,
    'registry-calendar-not-read': (f) =>
      `В файле «${f['fileName'] ?? ''}» не найден календарь на ${f['year'] ?? ''} год. Нужна таблица, где в первом столбце дата, а рядом вид дня («выходной», «сокращённый», «рабочий»), или строка года с двенадцатью столбцами месяцев.`,
    'registry-school-year-wrong': (f) => schoolYearText('ru', f),
    'registry-open-below': (f) =>
      `Закрыть нельзя: ниже есть открытые — ${f['names'] ?? ''}${Number(f['count'] ?? 0) > 5 ? ' и другие' : ''}. Сначала закройте их.`,
    'registry-closing-used': () =>
      'Организацией ещё пользуются. Посмотрите, что останется открытым, и подтвердите закрытие.',
    'registry-parent-closed': (f) =>
      `Вышестоящая организация «${f['name'] ?? ''}» закрыта. Сначала откройте её или укажите дату закрытия не позже.`,
    'registry-removing-used': () =>
      'Удалить нельзя: с организацией связаны люди, планы или другие записи. Если она больше не работает, укажите дату закрытия.',
    'registry-import-applied': () => 'Эта загрузка уже проведена или отменена.',
    'registry-import-used': (f) =>
      `Загрузку нельзя отменить целиком: организацией «${f['name'] ?? ''}» уже пользуются или её изменили.`,
    'registry-import-no-rows': () =>
      'В файле нет листа с таблицей: нужна строка заголовков и строки под ней.',
    'results-none-of-year': (f) =>
      `Результатов за ${f['year'] ?? ''} год нет. Выберите другой год или загрузите отчёты.`,
    'registry-import-too-long': (f) =>
      `В файле слишком много строк. За один раз загружается до ${Number(f['rows'] ?? 0).toLocaleString('ru')}.`,
    'results-import-applied': () => 'Эта загрузка уже применена или отменена.',
    'results-import-nothing': () =>
      'Применять нечего: ни одной строки школы не учтено. Укажите, что это за работа и чьи это названия.',
    'results-import-too-long': (f) =>
      `В файле больше ${f['rows'] ?? ''} показателей школ. Разделите его по годам или районам.`,
    'results-scale-wrong': () =>
      'Границы отметок должны расти и не превышать наибольшего балла. Проверьте числа.',
    'plans-move-closed': () =>
      'Это действие уже невозможно: состояние исполнения изменилось. Обновите страницу.',
    'plans-moved-meanwhile': (f) => overtakenText('ru', f),
    'plans-bulk-too-many': (f) =>
      `За один раз — не больше ${f['max'] ?? ''} исполнений. Выберите меньше строк.`,
    'plans-undo-gone': () => 'Это действие уже отменено или сделано больше суток назад.',
    'plans-note-missing': () => 'Напишите причину: без неё действие не записывается.',
    'plans-evidence-missing': (f) =>
      `Отправить нельзя: не подтверждено ожидаемых результатов — ${f['count'] ?? ''}. Введённое сохранено.`,
    'plans-own-submission': () =>
      'Принимает не тот, кто отправил. Попросите коллегу, куратора или контролирующего.',
    'plans-own-question': () =>
      'Вопрос о ваших подтверждениях закрывает кто-то другой: коллега, куратор или контролирующий. Вы можете ответить на него.',
    'plans-date-past': () => 'Новый срок уже прошёл. Выберите дату не раньше сегодняшней.',
    'plans-date-not-later': () =>
      'Новый срок не позже прежнего. Отложить можно только на более поздний день.',
    'plans-date-before-start': () => 'Последний день раньше первого. Исправьте одну из дат.',
    'plans-date-known': () =>
      'Срок этого исполнения назван в плане. Чтобы изменить его, отложите исполнение.',
    'plans-evidence-closed': () =>
      'Подтверждения отправленного или принятого не меняются. Сначала отзовите отправленное.',
    'plans-result-unknown': () => 'Такого ожидаемого результата у мероприятия нет.',
    'plans-assignee-outside': () =>
      'Этот человек не из числа ответственных. Сначала добавьте его или его организацию в ответственные.',
    'plans-too-many-instances': (f) =>
      `Из сроков плана получается больше ${Number(f['max'] ?? 0).toLocaleString('ru')} отдельных дел. Проверьте период плана и сроки, которые повторяются или задают дело каждой школе.`,
    'plans-schedule-empty': () =>
      'В файле не нашлось ни одного события с датой. Нужна таблица со столбцами «Мероприятие» и «Дата» или календарь ICS на срок плана.',
    'plans-nothing-waits': () => 'Ставить нечего: этих дат в плане никто не ждёт, или они уже стоят.',
    'plans-event-without-term': () => 'По словам плана срок не посчитать. Укажите последний день.',
    'plans-dating-closed': () => 'Эти даты уже проставлены или отменены. Обновите страницу.',
    'plans-day-to-come': () => 'Этот день ещё не наступил. Выберите дату не позже сегодняшней.',
    'plans-not-in-force-yet': () => 'В этот день план ещё не действовал. Выберите дату позже.',
    'plans-of-hearing': () =>
      'Это решения протокола. Чтобы изменить их, исправьте протокол на странице заседания.',
    'amendment-open-already': () =>
      'Черновик изменений этого плана уже есть. Продолжите его или уберите и начните новый.',
    'amendment-not-open': () => 'Черновик изменений уже утверждён или убран. Обновите страницу.',
    'amendment-incomplete': (f) =>
      `Утвердить нельзя: не заполнено полей акта — ${f['count'] ?? ''}. Введённое сохранено.`,
    'amendment-nothing-changed': () => 'Утверждать нечего: черновик не отличается от действующей редакции.',
    'amendment-in-force-before-act': () => 'Изменения не могут действовать раньше, чем подписан акт.',
    'amendment-in-force-before-edition': () =>
      'Изменения не могут действовать раньше редакции, которую они меняют.',
    'plans-file-missing': () => 'Файл не приложен. Выберите файл и отправьте ещё раз.',
    'hearing-not-open': () =>
      'Протокол этого заседания сейчас нельзя изменить: оно отменено или протокол уже закрыт. Обновите страницу.',
    'hearing-incomplete': (f) =>
      `Протокол не закрыт: ${countRu(Number(f['count']), 'место не заполнено', 'места не заполнены', 'мест не заполнено')}. Всё введённое сохранено.`,
    'hearing-number-used': (f) => `Протокол № ${f['number']} в этом году уже есть. Укажите другой номер.`,
    'hearing-not-yet': () => 'День заседания ещё не наступил: закрыть протокол можно в этот день или позже.',
    'hearing-reasons-missing': () => 'Укажите, почему протокол исправляется.',
    'hearing-unchanged': () => 'В протоколе ничего не изменено: исправлять нечего.',
    'cascade-not-asked': () =>
      'Этого от организации не требуется, или мероприятие не из её плана. Обновите страницу.',
    'cascade-nothing-changed': () => 'Переносить нечего: требование не изменилось. Обновите страницу.',
    'import-not-applied': () =>
      'Эта загрузка ещё не применена: отменять нечего. Ненужный черновик можно удалить.',
    'value-import-no-heads': () =>
      'В таблице не нашлось ни одного значения показателя. Подпишите столбцы кодами («R11 n», «R11 N») или точными названиями показателей, а под ними впишите числа: у формулы должен быть сохранён её итог.',
    'value-import-nothing': () =>
      'Загружать нечего: все значения уже такие, отправлены школами или ошибочны.',
    'value-import-applied': () => 'Таблица уже загружена. Обновите страницу.',
    'value-import-undone': () => 'Эта загрузка отменена. Загрузите таблицу заново.',
    'passport-sent': ({ school }) =>
      `${String(school)} уже отправила форму с этими показателями. Верните форму школе, и она исправит значения.`,
    'form-not-asked': (f) => `Показателя ${f['code'] ?? ''} в этой форме нет. Ничего не сохранено.`,
    'form-value-wrong': (f) =>
      `Такого значения у показателя ${f['code'] ?? ''} быть не может: проверьте, целое ли число и нужно ли «из скольких». Ничего не сохранено.`,
    'conclusion-numbers-changed': () =>
      'Пока писался вывод, числа, из которых он сделан, изменились. Посмотрите на них ещё раз: вывод не сохранён.',
    'passport-over-total': (f) =>
      `${f['variable'] ?? ''}: ${f['count'] ?? ''} больше, чем всего (${f['total'] ?? ''}). Исправьте одно из чисел.`,
    'indicator-formula-wrong': (f) =>
      `Формула не принята, знак ${Number(f['from']) + 1}: «${f['text'] ?? ''}». Показатель не сохранён.`,
    'indicator-wrong': () =>
      'В показателе не сходятся единица, знаменатель или часть целого. Проверьте их: показатель не сохранён.',
    'campaign-dates-wrong': () =>
      'Дни сбора идут не по порядку: сначала открытие, потом «опоздание после», потом «закрыто после».',
    'campaign-period-wrong': (f) =>
      `Показатель ${f['code']} за такой период не собирают. Выберите другой период или уберите показатель.`,
    'campaign-indicator-unknown': (f) =>
      `Показателя ${f['code']} нет в каталоге или тех, кого вы спрашиваете, о нём не спрашивают.`,
    'campaign-indicator-foreign': (f) =>
      `Показатель ${f['code']} завела организация «${f['office']}» для своих школ, а среди выбранных есть другие. Уберите его или чужие школы.`,
    'campaign-approver-wrong': () => 'Сбор муниципалитета утверждает сам муниципалитет.',
    'campaign-school-outside': () => 'Среди выбранных есть организация, которая не школа вашей территории.',
    'campaign-not-of-region': () => 'Муниципалитеты спрашивает только регион.',
    'campaign-municipality-outside': () =>
      'Среди выбранных есть организация, которая не муниципалитет вашего региона.',
    'campaign-no-schools': () => 'Не выбрано, кого спросить.',
    'campaign-nothing-asked': () => 'Спрашивать нечего: всё выбранное система уже знает или считает сама.',
    'campaign-overlaps': (f) =>
      `Об этом за тот же период уже спрашивают в сборе «${f['campaign']}»: ${countRu(Number(f['indicators']), 'показатель', 'показателя', 'показателей')} у ${countRu(Number(f['schools']), 'организации', 'организаций', 'организаций')} из выбранных. Уберите эти показатели или эти организации.`,
    'campaign-not-draft': () => 'Сбор уже открыт: набор показателей и период не меняются.',
    'campaign-not-open': () => 'Сбор не открыт.',
    'submission-locked': (f) => lockedRu[String(f['lock'])] ?? 'Форма закрыта для изменений.',
    'submission-unchecked': (f) =>
      `Форма не отправлена: ошибок — ${f['errors']}, вопросов без ответа — ${f['questions']}. Показатели: ${f['indicators']}. Исправьте ошибки, на вопросы ответьте.`,
    'submission-held': (f) => `Форму сейчас читает ${f['who']}. Дождитесь решения.`,
    'submission-moved': (f) =>
      `${movedRu[String(f['move'])] ?? 'С формой уже поработали'}: ${f['who']}, ${formatDate(String(f['on']))}. Страница показывает форму, какой она стала.`,
    'submission-move-wrong': () => 'Форма сейчас не там, где это возможно.',
    'submission-note-missing': () => 'Напишите, что исправить: без замечания форму не возвращают.',
    'reminders-absence-dates': (f) => `Отсутствие с ${f['from'] ?? ''} заканчивается раньше, чем начинается.`,
    'reminders-absence-overlaps': (f) =>
      `Отсутствие с ${f['from'] ?? ''} пересекается с предыдущим. Исправьте одну из дат.`,
    'reminders-stand-in-outside': () =>
      'Замещать может только другой сотрудник вашей организации. Выберите его из списка.',
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
    'accounts-wrong-credentials': () =>
      'Wrong e-mail or password. After five wrong attempts in a row sign-in closes: for a minute at first, then for longer, never for more than an hour.',
    'accounts-locked': (f) =>
      `Sign-in is closed after several wrong attempts. Try again in ${minutesEn(f['seconds'])}.`,
    'accounts-password-short': (f) =>
      `The password has fewer than ${f['min']} characters. A phrase of several words is easy to keep and hard to guess.`,
    'accounts-password-leaked': () =>
      'This password is on lists of leaked and too simple ones, which are tried first. Think of another.',
    'accounts-password-personal': () =>
      'There is little in the password but your name or address. Add other words.',
    'accounts-wrong-password': () => 'The password is wrong.',
    'accounts-wrong-code': () => 'The code is wrong or already used. Wait for the next one.',
    'accounts-first-not-here': () =>
      'The first administrator is added on the computer the server runs on: open this page there at localhost, or run “npx opora user add”.',
    'accounts-first-exists': () => 'There is an administrator already. Sign in or ask for an invitation.',
    'accounts-link-invalid': () =>
      'The link has been used, has expired or was not copied whole. Ask the administrator for a new one.',
    'accounts-no-mail': () => 'Mail is not set up. Ask the administrator of your organisation.',
    'accounts-second-factor-exists': () => 'The second factor is already set up.',
    'accounts-second-factor-absent': () => 'The second factor is not set up.',
    'accounts-second-factor-required': () =>
      'The second factor cannot be removed: your role demands it. It can be replaced.',
    'accounts-email-needed': () => 'Give an e-mail address first: it is what the person signs in with.',
    'accounts-email-taken': () => 'Another person has this e-mail address.',
    'accounts-role-too-strong': () =>
      'This role is not yours to give or take: it is above your own or outside your territory.',
    'accounts-role-dates': () => 'The last day of the role is before the first.',
    'accounts-role-held': () => 'The person already holds this role on these days.',
    'accounts-unit-closed': () =>
      'The organisation is closed: no new role can be given there. If it works, take its closing date away.',
    'accounts-handover-nothing': () => 'Nothing to hand over: the person holds no role on that day.',
    'accounts-handover-to-herself': () => 'Choose another person: nobody hands over to herself.',
    'accounts-last-administrator': () =>
      'This is the last administrator of the region. Appoint another first, or nobody will be left to manage the system.',
    'draft-not-open': () =>
      'The draft cannot be changed now: it is being read, was put away, or is approved already. Reload the page.',
    'draft-incomplete': (f) =>
      `It cannot be approved: ${f['count'] ?? ''} places are not filled in. They are marked.`,
    'file-refused': (f) => fileText(fileEn, f),
    'draft-nothing-to-undo': () => 'There is nothing to undo: you made no edits in this draft.',
    'accounts-region-needed': () => 'There is no region yet. Give its name: --region “Ozyorny region”.',
    'registry-parent-kind': () => 'An organisation of this kind cannot be under the chosen one.',
    'registry-inn-wrong': () => 'The INN is mistyped: its check digit does not fit.',
    'registry-ogrn-wrong': () => 'The OGRN is mistyped: its check digit does not fit.',
    'registry-closed-before-opened': () => 'The closing date is before the opening date.',
    'registry-period-wrong': () => 'The last day is before the first.',
    'registry-period-overlaps': () =>
      'There is such a record for these days already. End the earlier one or choose another period.',
    'registry-not-a-school': () => 'Only schools and branches have categories and projects.',
    'registry-category-of-list': () =>
      'The category was given by an approved list. Withdraw the list, or enter the last day of the category.',
    'identification-not-territory': () =>
      'A list is made for a region or a municipality. Choose one of them.',
    'identification-no-results': (f) =>
      `There are no results of ${f['year'] ?? ''}: load them or choose another year.`,
    'identification-not-draft': () =>
      'The list is approved already. It can be withdrawn by an act, not changed. Reload the page.',
    'identification-disclosed': () =>
      'Exact numbers of schools were opened in this draft: that is kept with it, and it cannot be removed.',
    'identification-not-approved': () =>
      'The list is not approved, or was withdrawn already. Reload the page.',
    'identification-overlaps': (f) =>
      `The list is not approved: ${countEn(Number(f['count']), 'school has', 'schools have')} this category on the same days: ${f['names'] ?? ''}. Say that the earlier term ends the day before, or change the dates.`,
    'registry-calendar-not-region': () =>
      'A decree on days off holds for the whole region. Enter it at the region.',
    'registry-calendar-year-known': (f) =>
      `The calendar of ${f['year'] ?? ''} is already in the system. Add days of your own one by one.`,
    'registry-calendar-day-wrong': (f) =>
      `The day ${formatDate(String(f['on'] ?? ''))} is given twice or is not of the year ${f['year'] ?? ''}.`,
    'registry-calendar-not-read': (f) =>
      `No calendar of ${f['year'] ?? ''} was found in “${f['fileName'] ?? ''}”. A table is needed with a date in the first column and the kind of the day beside it, or a row of the year with twelve columns of months.`,
    'registry-school-year-wrong': (f) => schoolYearText('en', f),
    'registry-open-below': (f) =>
      `It cannot be closed: open units stand below it (${f['names'] ?? ''}${Number(f['count'] ?? 0) > 5 ? ' and others' : ''}). Close them first.`,
    'registry-closing-used': () =>
      'The organisation is still in use. See what would be left open and confirm the closing.',
    'registry-parent-closed': (f) =>
      `The organisation above, “${f['name'] ?? ''}”, is closed. Open it first, or give a closing date no later than its own.`,
    'registry-removing-used': () =>
      'It cannot be removed: people, plans or other records refer to it. If it works no more, give its closing date.',
    'registry-import-applied': () => 'This import has already been applied or undone.',
    'registry-import-used': (f) =>
      `The import cannot be undone as a whole: “${f['name'] ?? ''}” is in use or has been changed.`,
    'registry-import-no-rows': () =>
      'The file has no sheet with a table: a row of headings and rows below it are needed.',
    'results-none-of-year': (f) =>
      `There are no results of ${f['year'] ?? ''}. Choose another year or import reports.`,
    'registry-import-too-long': (f) =>
      `The file has too many rows. Up to ${Number(f['rows'] ?? 0).toLocaleString('en')} can be loaded at once.`,
    'results-import-applied': () => 'This import has already been applied or undone.',
    'results-import-nothing': () =>
      'There is nothing to apply: no row of a school is taken. Say which work it is and whose the names are.',
    'results-import-too-long': (f) =>
      `There are more than ${f['rows'] ?? ''} counts of schools in the file. Split it by years or districts.`,
    'results-scale-wrong': () =>
      'Borders of marks must rise and not pass the greatest score. Check the numbers.',
    'plans-move-closed': () => 'This can no longer be done: the state has changed. Reload the page.',
    'plans-moved-meanwhile': (f) => overtakenText('en', f),
    'plans-bulk-too-many': (f) => `No more than ${f['max'] ?? ''} instances at once. Choose fewer rows.`,
    'plans-undo-gone': () => 'This action has been taken back already or is more than a day old.',
    'plans-note-missing': () => 'Give the reason: nothing is recorded without it.',
    'plans-evidence-missing': (f) =>
      `It cannot be submitted: ${f['count'] ?? ''} expected results have no evidence. What you entered is kept.`,
    'plans-own-submission': () =>
      'It is accepted by somebody other than the one who submitted it. Ask a colleague, the curator or the controller.',
    'plans-own-question': () =>
      'A question about your own evidence is settled by somebody else. You can answer it.',
    'plans-date-past': () => 'The new deadline has passed already. Choose today or a later day.',
    'plans-date-not-later': () => 'The new deadline is not later than the old one. Choose a later day.',
    'plans-date-before-start': () => 'The last day is before the first. Correct one of the dates.',
    'plans-date-known': () => 'The plan itself names this date. To change it, postpone the instance.',
    'plans-evidence-closed': () =>
      'Evidence of what was submitted or accepted does not change. Withdraw the submission first.',
    'plans-result-unknown': () => 'The activity has no such expected result.',
    'plans-assignee-outside': () =>
      'This person is not among those responsible. Add the person or the organisation to the parties first.',
    'plans-too-many-instances': (f) =>
      `The terms of the plan come to more than ${Number(f['max'] ?? 0).toLocaleString('en')} separate things to do. Check the plan's period and the terms that recur or ask something of each school.`,
    'plans-schedule-empty': () =>
      'The file holds no event with a date. It should be a table with columns for the event and its date, or an ICS calendar within the time of the plan.',
    'plans-nothing-waits': () =>
      'There is nothing to date: nothing in the plan waits for this, or it is dated already.',
    'plans-event-without-term': () => 'The words of the plan give no last day. Enter it.',
    'plans-dating-closed': () => 'These dates were given or taken back already. Reload the page.',
    'plans-day-to-come': () => 'This day is yet to come. Choose today or an earlier day.',
    'plans-not-in-force-yet': () => 'The plan was not in force on this day. Choose a later day.',
    'plans-of-hearing': () =>
      'These are decisions of a protocol. To change them, correct the protocol on the page of its hearing.',
    'amendment-open-already': () =>
      'There is a draft of an amendment to this plan already. Go on with it, or put it away and begin anew.',
    'amendment-not-open': () =>
      'The draft of the amendment is approved already or was put away. Reload the page.',
    'amendment-incomplete': (f) =>
      `It cannot be approved: ${f['count'] ?? ''} fields of the act are empty. What you entered is kept.`,
    'amendment-nothing-changed': () =>
      'There is nothing to approve: the draft does not differ from the edition in force.',
    'amendment-in-force-before-act': () => 'An amendment cannot be in force before its act is signed.',
    'amendment-in-force-before-edition': () =>
      'An amendment cannot be in force before the edition that it changes.',
    'plans-file-missing': () => 'No file was attached. Choose a file and send it again.',
    'hearing-not-open': () =>
      'The protocol of this hearing cannot be changed now: it was cancelled or is closed already. Reload the page.',
    'hearing-incomplete': (f) =>
      `The protocol is not closed: ${countEn(Number(f['count']), 'place is', 'places are')} not filled in. What was typed is saved.`,
    'hearing-number-used': (f) =>
      `There is a protocol No. ${f['number']} this year already. Choose another number.`,
    'hearing-not-yet': () =>
      'The day of the hearing has not come: a protocol is closed on that day or later.',
    'hearing-reasons-missing': () => 'Say why the protocol is corrected.',
    'hearing-unchanged': () => 'Nothing in the protocol was changed: there is nothing to correct.',
    'cascade-not-asked': () =>
      'This is not asked of the organisation, or the activity is not of its plan. Reload the page.',
    'cascade-nothing-changed': () =>
      'Nothing to carry over: the requirement has not changed. Reload the page.',
    'import-not-applied': () =>
      'This import has not been applied: there is nothing to undo. A draft can be thrown away.',
    'value-import-no-heads': () =>
      'No value of an indicator was found in the table. Head the columns with codes (“R11 n”, “R11 N”) or with whole names of indicators and put numbers under them; a formula needs its result saved.',
    'value-import-nothing': () =>
      'There is nothing to load: all values are such already, were sent by the schools, or are wrong.',
    'value-import-applied': () => 'The table has been loaded. Reload the page.',
    'value-import-undone': () => 'This loading was undone. Load the table anew.',
    'passport-sent': ({ school }) =>
      `${String(school)} has sent its form with these indicators. Return the form to the school to have the values mended.`,
    'form-not-asked': (f) => `The form does not ask for indicator ${f['code'] ?? ''}. Nothing was saved.`,
    'form-value-wrong': (f) =>
      `Indicator ${f['code'] ?? ''} cannot have such a value: check whether it must be whole and whether it has a total. Nothing was saved.`,
    'conclusion-numbers-changed': () =>
      'While the conclusion was being written, the numbers behind it changed. Look at them again: it was not saved.',
    'passport-over-total': (f) =>
      `${f['variable'] ?? ''}: ${f['count'] ?? ''} is more than there are (${f['total'] ?? ''}). Correct one of the numbers.`,
    'indicator-formula-wrong': (f) =>
      `The formula was refused at character ${Number(f['from']) + 1}: “${f['text'] ?? ''}”. The indicator was not saved.`,
    'indicator-wrong': () =>
      'The unit, the total or the whole of the indicator do not fit. Check them: the indicator was not saved.',
    'campaign-dates-wrong': () =>
      'The days are out of order: first the opening, then “late after”, then “closed after”.',
    'campaign-period-wrong': (f) =>
      `Indicator ${f['code']} is not collected for such a period. Choose another period or leave it out.`,
    'campaign-indicator-unknown': (f) =>
      `Indicator ${f['code']} is not in the catalogue, or those you ask are not asked for it.`,
    'campaign-indicator-foreign': (f) =>
      `Indicator ${f['code']} was made by “${f['office']}” for its own schools, and others are among the chosen. Leave it or those schools out.`,
    'campaign-approver-wrong': () => 'A collection of a municipality is approved by the municipality.',
    'campaign-school-outside': () => 'One of the chosen organisations is no school of your territory.',
    'campaign-not-of-region': () => 'Only the region asks municipalities.',
    'campaign-municipality-outside': () =>
      'One of the chosen organisations is no municipality of your region.',
    'campaign-no-schools': () => 'Nobody to ask is chosen.',
    'campaign-nothing-asked': () => 'There is nothing to ask: the system knows or reckons all of it.',
    'campaign-overlaps': (f) =>
      `The same is asked for the same period in “${f['campaign']}”: ${countEn(Number(f['indicators']), 'indicator', 'indicators')} of ${countEn(Number(f['schools']), 'chosen organisation', 'chosen organisations')}. Leave out these indicators or these organisations.`,
    'campaign-not-draft': () => 'The collection is open: its indicators and period do not change.',
    'campaign-not-open': () => 'The collection is not open.',
    'submission-locked': (f) => lockedEn[String(f['lock'])] ?? 'The form is closed to changes.',
    'submission-unchecked': (f) =>
      `The form was not sent: errors ${f['errors']}, questions without an answer ${f['questions']}. Indicators: ${f['indicators']}. Mend the errors and answer the questions.`,
    'submission-held': (f) => `${f['who']} is reading the form. Wait for the decision.`,
    'submission-moved': (f) =>
      `${movedEn[String(f['move'])] ?? 'Somebody has acted on the form'}: ${f['who']}, ${formatDate(String(f['on']))}. The page shows the form as it is now.`,
    'submission-move-wrong': () => 'The form is not where this could be done.',
    'submission-note-missing': () => 'Write what to mend: a form is not returned without a note.',
    'reminders-absence-dates': (f) => `The absence from ${f['from'] ?? ''} ends before it begins.`,
    'reminders-absence-overlaps': (f) =>
      `The absence from ${f['from'] ?? ''} begins before the one before it ends. Correct one of the dates.`,
    'reminders-stand-in-outside': () =>
      'Only somebody else of your organisation can stand in. Choose from the list.',
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

/** A file's own refusal travels in the facts: its code as `reason`, then its name and numbers. */
function fileText(texts: Dict, { reason, fileName, limit, found }: RefusalFacts): string {
  const write = Object.entries(texts).find(([code]) => code === reason)?.[1] ?? texts.broken;
  const number = (fact: string | number | undefined) => (typeof fact === 'number' ? fact : null);
  return write({
    fileName: fileName === undefined ? null : String(fileName),
    limit: number(limit),
    found: number(found),
  });
}

// The fact is written by the only place that refuses so.
const schoolYearText = (language: Language, facts: RefusalFacts): string =>
  schoolYearProblemTexts[language][facts['problem'] as SchoolYearProblem];
