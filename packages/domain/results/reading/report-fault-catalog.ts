import type { Texts } from '../../basics/catalog.ts';
import type { ReportFaultCode } from './report-fault.ts';

const ru: Readonly<Record<ReportFaultCode, string>> = {
  'not-a-number': 'ожидалось число',
  'no-school': 'не указана школа: строка не учтена',
  'do-not-sum': 'показатели строки не дают ни 100 %, ни числа участников: она не учтена',
  'share-not-whole': 'доля не соответствует целому числу участников: проверьте число участников и долю',
  'more-than-participants': 'больше, чем участников',
  'more-than-compared':
    'расхождений на две отметки больше, чем пониженных или повышенных отметок: строка не учтена',
  'participants-differ': 'число участников не равно числу строк под заголовком',
  'sum-differs': 'сумма за задания не равна первичному баллу',
  'mark-unknown': 'ожидалась отметка от 2 до 5',
  'participants-unknown': 'нет числа участников: доли нельзя перевести в баллы',
  'points-max-unknown': 'неизвестен наибольший балл за задание: задание не учтено',
  'unit-without-rows': 'под строкой нет показателей: она не учтена',
  'not-a-value': 'пусто или не то, что должно стоять в этом столбце: строка не учтена',
  'row-torn': 'столбцов не столько, сколько в заголовке, или кавычка не закрыта: строка не учтена',
  'row-repeated': 'эта школа, процедура и год уже были выше: строка не учтена',
};

export const reportFaultTexts: Texts<typeof ru> = {
  ru,
  en: {
    'not-a-number': 'a number was expected',
    'no-school': 'no school is named: the row is left out',
    'do-not-sum': 'the figures of the row make neither 100 % nor the number of participants: it is left out',
    'share-not-whole': 'the share is of no whole number of participants: check both',
    'more-than-participants': 'more than there are participants',
    'more-than-compared': 'more marks two apart than there are lowered or raised ones: the row is left out',
    'participants-differ': 'the number of participants is not that of the rows below',
    'sum-differs': 'points of the tasks do not make the primary score',
    'mark-unknown': 'a mark from 2 to 5 was expected',
    'participants-unknown': 'no number of participants: shares cannot be turned into points',
    'points-max-unknown': 'the greatest score of the task is unknown: it is left out',
    'unit-without-rows': 'the line has no figures below it: it is left out',
    'not-a-value': 'empty, or not what this column takes: the row is left out',
    'row-torn': 'not as many columns as in the head, or a quotation is not closed: the row is left out',
    'row-repeated': 'this school, procedure and year stand above already: the row is left out',
  },
};
