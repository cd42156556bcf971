import type { Texts } from '@opora/domain/basics/catalog.ts';

const ru = {
  usage: [
    'Как пользоваться:',
    '  opora read ФАЙЛ            прочитать приказ, план, положение или программу и показать, что понято',
    '  opora read ФАЙЛ --json     то же в виде JSON на стандартный вывод',
    '  opora read ФАЙЛ --lang en  сообщения на английском языке',
  ].join('\n'),
  fileMissing: (name: string) => `Файл «${name}» не найден или недоступен.`,
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
    ].join('\n'),
    fileMissing: (name) => `The file “${name}” was not found or cannot be opened.`,
  },
};
