/** Word numbers by these letters only: ё, й, ъ, ы and ь are left out. */
const russian = 'абвгдежзиклмнопрстуфхцчшщэюя';
const latin = 'abcdefghijklmnopqrstuvwxyz';

/** A list number as printed. `format` is the OOXML name; an unknown one is shown in digits. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'lowerLetter':
      return letters(value, latin);
    case 'upperLetter':
      return letters(value, latin).toUpperCase();
    case 'russianLower':
      return letters(value, russian);
    case 'russianUpper':
      return letters(value, russian).toUpperCase();
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    default:
      return String(value);
  }
}

/** After the last letter the letters are doubled: …, я, аа, бб. */
function letters(value: number, alphabet: string): string {
  if (value < 1) return String(value);
  const letter = alphabet[(value - 1) % alphabet.length] ?? '';
  return letter.repeat(Math.min(Math.ceil(value / alphabet.length), 10));
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  const steps: [number, string][] = [
    [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'],
    [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
  ]; // prettier-ignore
  let rest = value;
  let text = '';
  for (const [step, digits] of steps) {
    for (; rest >= step; rest -= step) text += digits;
  }
  return text;
}
