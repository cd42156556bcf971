import type { Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  usage: [
    'Как пользоваться:',
    '  opora read ФАЙЛ            прочитать приказ, план, положение или программу и показать, что понято',
    '  opora read ФАЙЛ --json     то же в виде JSON на стандартный вывод',
    '  opora read ФАЙЛ --lang en  сообщения на английском языке',
    '  opora identify --results ФАЙЛ.csv --method ФАЙЛ.json [--json]',
    '                             показать, какие школы попадают в список по методике и почему; вместо файла методики можно',
    '                             назвать готовую: --method rule-2025 --year 2025',
    '  opora results ФАЙЛ [--json]',
    '                             показать, что понято в файле результатов (ФИС ОКО, РИС ГИА, сводка журнала); ученики не выводятся',
    '  opora user add ПОЧТА ФАМИЛИЯ ИМЯ [ОТЧЕСТВО] [--region НАЗВАНИЕ]',
    '                             добавить администратора региона и напечатать ссылку, по которой он задаст пароль',
  ].join('\n'),
  fileMissing: (name: string) => `Файл «${name}» не найден или недоступен.`,
  userAdded: (name: string, link: string, days: number) =>
    `Администратор добавлен: ${name}.\nЧтобы задать пароль, откройте ссылку (действует ${days} дн., один раз):\n${link}\n`,
};

/** Words of the command line itself. */
export const commandTexts: Texts<typeof ru> = {
  ru,
  en: {
    usage: [
      'Usage:',
      '  opora read FILE            read an order, plan, regulation or programme and show what was understood',
      '  opora read FILE --json     the same as JSON on standard output',
      '  opora read FILE --lang en  messages in English',
      '  opora identify --results FILE.csv --method FILE.json [--json]',
      '                             show which schools a methodology lists and why; instead of a file a shipped one may be',
      '                             named: --method rule-2025 --year 2025',
      '  opora results FILE [--json]',
      '                             show what was understood of a file of results (ФИС ОКО, РИС ГИА, journal); no pupils are printed',
      '  opora user add EMAIL SURNAME NAME [PATRONYMIC] [--region NAME]',
      '                             add an administrator of the region and print a link to set the password',
    ].join('\n'),
    fileMissing: (name) => `The file “${name}” was not found or cannot be opened.`,
    userAdded: (name, link, days) =>
      `Administrator added: ${name}.\nTo set the password, open this link (it works for ${days} days, once):\n${link}\n`,
  },
};
