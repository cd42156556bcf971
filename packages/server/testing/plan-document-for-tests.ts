import { makeDocx, p, textTable } from '@opora/office/testing/make-docx.ts';

const head = ['№', 'Мероприятие', 'Срок', 'Ответственные', 'Ожидаемый результат'];

/** An order with a plan of three activities in two sections; the second deadline says no time. */
export const planLines: readonly string[] = [
  'Комитет образования',
  'ПРИКАЗ',
  '«16» января 2026 г. № 15',
  'Об утверждении дорожной карты поддержки школ на 2026 год',
  'В целях поддержки школ ПРИКАЗЫВАЮ:',
  '1. Утвердить дорожную карту на 2026 год.',
  'Дорожная карта поддержки школ на 2026 год',
];

export const planRows: readonly (readonly string[])[] = [
  ['1. Организация'],
  ['1.1', 'Утвердить перечень школ', 'февраль 2026', 'Комитет образования', 'Приказ'],
  ['1.2', 'Назначить кураторов', 'срок уточняется', 'МБОУ СОШ № 1', 'Список кураторов'],
  ['2. Обучение'],
  ['2.1', 'Провести семинар для директоров', 'до 20.05.2026', 'Комитет образования', 'Программа'],
];

export function planDocx(): Uint8Array {
  return makeDocx({ body: planLines.map((line) => p(line)).join('') + textTable([head, ...planRows]) });
}

/** The same as text with tabs, as it is copied out of Word. */
export function planText(): string {
  return [...planLines, head.join('\t'), ...planRows.map((row) => row.join('\t'))].join('\n');
}
