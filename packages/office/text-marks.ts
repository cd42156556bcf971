/**
 * Removes what a recogniser of scans adds to plain text — Markdown, a few HTML tags, formulas where a letter was meant —
 * and keeps the words. Works on one line or one cell; a change of lines inside becomes `\n`.
 */
export function cleanMarks(text: string): string {
  return text
    .replace(/\$\$?([^$]*[\\_^][^$]*)\$\$?/g, (_, formula: string) => wordsOfFormula(formula))
    .replace(/<ol\b[^>]*>([\s\S]*?)<\/ol>/gi, (_, list: string) => listItems(list, (n) => `${n}.`))
    .replace(/<ul\b[^>]*>([\s\S]*?)<\/ul>/gi, (_, list: string) => listItems(list, () => '•'))
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?(?:i|b|u|s|em|strong|sup|sub|span|small|p|div|font|ol|ul|li)(?:\s[^>]*)?>/gi, '')
    .replace(/\*\*|__(?=\S)|(?<=\S)__/g, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~$%&])/g, '$1')
    .replace(/&(?:nbsp|amp|lt|gt|quot|laquo|raquo|mdash|ndash|shy|#\d{1,6}|#x[\da-f]{1,5});/gi, decodeEntity)
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/[ \u00a0\u2007\u202f]+/g, ' ')
    .trim();
}

function listItems(list: string, label: (n: number) => string): string {
  const items = list
    .split(/<\/?li\b[^>]*>/i)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return `\n${items.map((item, i) => `${label(i + 1)} ${item}`).join('\n')}\n`;
}

/** Letters that recognisers print as formulas, by the letter they look like. */
const formulaLetters: Readonly<Record<string, string>> = {
  Gamma: 'Г', Phi: 'Ф', Pi: 'П', Lambda: 'Л', Delta: 'Д', Im: 'Э', Theta: 'Θ',
  geq: '≥', ge: '≥', leq: '≤', le: '≤', times: '×', cdot: '·', pm: '±', approx: '≈', to: '→', rightarrow: '→',
  ldots: '…', dots: '…', quad: ' ', circ: '°', bullet: '•', alpha: 'α', beta: 'β',
}; // prettier-ignore

const cyrillicTwins: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
};

function wordsOfFormula(formula: string): string {
  const words = formula
    .replace(/\\(?:mathbb|mathcal|mathrm|text|textbf|textit|mathbf|mathit|bf|rm|operatorname)\b\s*/g, '')
    .replace(
      /\{?N\}?\s*[_^]?\s*\{*\s*(?:\\(?:underline|circ|bar)\s*)?\{*\s*[0oOоОº°]?\s*\}*(?=\s|\d|$)/,
      (found) => (/[_^\\]/.test(found) ? '№' : found),
    )
    .replace(/\\(?:underline|overline|bar|hat)\b\s*/g, '')
    .replace(/\\([A-Za-z]+)\s?/g, (_, name: string) => formulaLetters[name] ?? '')
    .replace(/\\(.)/g, '$1')
    .replace(/[{}_^]/g, '')
    .trim();
  return /[а-яё]/i.test(words)
    ? words.replace(/[A-Za-z]/g, (letter) => cyrillicTwins[letter] ?? letter)
    : words;
}

const namedEntities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
  shy: '',
};

function decodeEntity(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) return namedEntities[name] ?? entity;
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
