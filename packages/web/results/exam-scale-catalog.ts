import { countEn, countRu, type Texts } from '@opora/domain/basics/catalog.ts';
import type { Procedure } from '@opora/domain/results/procedure.ts';
import { procedureWords } from '@opora/domain/results/verdict-catalog.ts';

const ru = {
  title: 'Шкалы и минимальные баллы',
  purpose:
    'По ним первичные баллы становятся отметками там, где файл даёт только баллы. Версия не меняется: новое письмо — следующая версия, и показатель помнит, по какой он сделан.',
  year: 'Год',
  procedure: 'Процедура',
  procedureName: (procedure: Procedure) => procedureWords(procedure, 'ru'),
  version: 'Версия',
  versionOf: (version: number, isNewest: boolean) => (isNewest ? `${version}` : `${version}, заменена`),
  minimum: 'Минимум',
  marks: '«3», «4», «5» от',
  scoreMax: 'Наибольший балл',
  condition: 'Условие сверх баллов',
  source: 'Источник',
  from: 'Откуда',
  shipped: 'поставляется с программой',
  add: 'Добавить версию',
  formHint:
    'Шкала действует для вашей организации и всех, кто ниже. Если такая шкала уже есть, эта станет следующей версией.',
  kind: 'Что за работа',
  grade: 'Класс',
  subject: 'Предмет',
  three: '«3» от',
  four: '«4» от',
  five: '«5» от',
  marksHint: 'Три границы или ни одной',
  sourceHint: 'Приказ или письмо с датой и номером',
  save: 'Сохранить версию',
  saved: (version: number, remade: number) =>
    `Сохранена версия ${version}. Пересчитано: ${countRu(remade, 'показатель', 'показателя', 'показателей')}.`,
};

export const examScaleTexts: Texts<typeof ru> = {
  ru,
  en: {
    title: 'Scales and minimums',
    purpose:
      'By them primary scores become marks where a file gives only scores. A version never changes: a new letter is the next version, and a count remembers by which it was made.',
    year: 'Year',
    procedure: 'Procedure',
    procedureName: (procedure) => procedureWords(procedure, 'en'),
    version: 'Version',
    versionOf: (version, isNewest) => (isNewest ? `${version}` : `${version}, replaced`),
    minimum: 'Minimum',
    marks: '3, 4, 5 from',
    scoreMax: 'Greatest score',
    condition: 'Condition beside scores',
    source: 'Source',
    from: 'Whose',
    shipped: 'comes with the product',
    add: 'Add a version',
    formHint:
      'The scale holds for your organisation and all below it. Where there is such a scale already, this becomes its next version.',
    kind: 'Kind of work',
    grade: 'Grade',
    subject: 'Subject',
    three: '3 from',
    four: '4 from',
    five: '5 from',
    marksHint: 'Three borders or none',
    sourceHint: 'An order or letter with its date and number',
    save: 'Save the version',
    saved: (version, remade) =>
      `Version ${version} was saved. Made anew: ${countEn(remade, 'count', 'counts')}.`,
  },
};
