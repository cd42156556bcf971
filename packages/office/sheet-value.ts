import { formatValue, type Cell, type CellValue } from 'hucre';

const months = [
  'январь', 'февраль', 'март', 'апрель', 'май', 'июнь', 'июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь',
]; // prettier-ignore

/** The text of a cell as Russian Excel shows it: дд.мм.гггг, a decimal comma, «21%» for 0,21 in a percent format. */
export function shownValue(value: CellValue, cell: Cell | undefined): string {
  const format = cell?.style?.numFmt ?? 'General';
  if (value === null) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'boolean') return value ? 'ИСТИНА' : 'ЛОЖЬ';
  return value instanceof Date ? shownDate(value, format) : shownNumber(value, format);
}

/** Excel writes a month's name by the language of the format; formats without a day keep to the month and year. */
function shownDate(date: Date, format: string): string {
  if (Number.isNaN(date.getTime())) return '';
  const codes = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
  const [day, month, year] = [
    two(date.getUTCDate()),
    two(date.getUTCMonth() + 1),
    String(date.getUTCFullYear()),
  ];
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
  const hasTime = /h|ч/.test(codes);
  const hasDate = /[dyдг]/.test(codes) || codes === 'general' || codes === '';
  if (hasTime && !hasDate) return time;
  if (/[yг]/.test(codes) && !/[dд]/.test(codes)) return `${months[date.getUTCMonth()] ?? month} ${year}`;
  if (/[dд]/.test(codes) && !/[yг]/.test(codes)) return `${day}.${month}`;
  return `${day}.${month}.${year}${hasTime ? ` ${time}` : ''}`;
}

function shownNumber(value: number, format: string): string {
  // A General cell shows at most eleven digits, which also hides the tail of binary fractions.
  const text = format === 'General' ? String(Number(value.toPrecision(11))) : formatValue(value, format);
  return text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, ' ').replace(/(?<=\d)\.(?=\d)/g, ',');
}

const two = (value: number): string => String(value).padStart(2, '0');
