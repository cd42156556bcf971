import type { Texts } from '../basics/catalog.ts';
import type { FlatColumn, FlatFault } from './flat-form.ts';

const ruValues: Readonly<Record<FlatColumn, string>> = {
  year: 'год из четырёх цифр',
  procedure: 'название процедуры до 200 знаков',
  grade: 'класс от 1 до 12',
  subject: 'название предмета до 200 знаков',
  school: 'код школы до 200 знаков',
  participants: 'целое число участников до 100 000',
  below: 'целое число не больше участников',
};

const enValues: Readonly<Record<FlatColumn, string>> = {
  year: 'a year of four digits',
  procedure: 'the name of a procedure, at most 200 characters',
  grade: 'a grade from 1 to 12',
  subject: 'the name of a subject, at most 200 characters',
  school: 'the code of a school, at most 200 characters',
  participants: 'a whole number of participants, at most 100,000',
  below: 'a whole number, not more than the participants',
};

const ru = {
  fault: (fault: FlatFault): string => {
    switch (fault.code) {
      case 'empty':
        return 'Файл результатов пуст.';
      case 'not-text':
        return 'Файл результатов — не CSV: сохраните таблицу как «CSV UTF-8».';
      case 'not-utf8':
        return 'Файл результатов не в кодировке UTF-8: сохраните таблицу как «CSV UTF-8».';
      case 'too-many-different':
        return 'В файле слишком много разных школ и процедур: разделите его по регионам.';
      case 'unreadable':
        return 'Файл результатов не читается как CSV: проверьте кавычки, разделители и концы строк.';
      case 'columns-missing':
        return `В первой строке файла нет столбцов: ${fault.columns.join(', ')}. Нужны year, procedure, grade, subject, school, below и, если строка не об одном участнике, participants.`;
      case 'columns-repeated':
        return `В первой строке файла столбцы названы дважды: ${fault.columns.join(', ')}.`;
      case 'row-torn':
        return `Строка ${fault.line}: столбцов не столько, сколько в первой строке, или кавычка не закрыта.`;
      case 'value':
        return `Строка ${fault.line}, столбец ${fault.column}. Должно быть: ${fault.pupils && fault.column === 'below' ? '0 или 1' : ruValues[fault.column]}.`;
      case 'row-repeated':
        return `Строка ${fault.line}: эта школа, процедура и год уже были выше. Сложите их в одну строку или уберите повтор.`;
    }
  },
};

/** Texts for what is wrong with a file of results. */
export const flatFormTexts: Texts<typeof ru> = {
  ru,
  en: {
    fault: (fault) => {
      switch (fault.code) {
        case 'empty':
          return 'The file of results is empty.';
        case 'not-text':
          return 'The file of results is not a CSV: save the table as “CSV UTF-8”.';
        case 'not-utf8':
          return 'The file of results is not in UTF-8: save the table as “CSV UTF-8”.';
        case 'too-many-different':
          return 'There are too many different schools and procedures in the file: split it by regions.';
        case 'unreadable':
          return 'The file of results cannot be read as CSV: check quotes, delimiters and line ends.';
        case 'columns-missing':
          return `The first line of the file lacks columns: ${fault.columns.join(', ')}. It needs year, procedure, grade, subject, school, below and, where a row is not one participant, participants.`;
        case 'columns-repeated':
          return `The first line of the file names columns twice: ${fault.columns.join(', ')}.`;
        case 'row-torn':
          return `Line ${fault.line}: not as many columns as in the first line, or a quotation is not closed.`;
        case 'value':
          return `Line ${fault.line}, column ${fault.column}: must be ${fault.pupils && fault.column === 'below' ? '0 or 1' : enValues[fault.column]}.`;
        case 'row-repeated':
          return `Line ${fault.line}: this school, procedure and year stand above already. Add them up in one row or remove one.`;
      }
    },
  },
};
