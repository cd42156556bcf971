import { lookAlikes } from '@opora/domain/basics/look-alikes.ts';
import { ownValue } from '@opora/domain/basics/own-value.ts';
import { plainSpaces } from './plain-spaces.ts';

/**
 * Removes what a recogniser of scans adds to plain text — Markdown, a few HTML tags, formulas where a letter was meant —
 * and keeps the words. Works on one line or one cell; `gap` is as in `plainSpaces`.
 */
export function cleanMarks(text: string, gap: '\t' | '\n'): string {
  const words = withListItems(text)
    .replace(/\$\$?([^$]{1,300})\$\$?/g, (found, inner: string) =>
      /[\\_^]/.test(inner) ? wordsOfFormula(inner) : found,
    )
    .replace(/<br\s{0,9}\/?>/gi, '\n')
    .replace(/<\/?(?:i|b|u|s|em|strong|sup|sub|span|small|p|div|font)(?:\s[^<>]{0,200})?>/gi, '')
    .replace(/\*\*/g, '')
    .replace(/(?<![\p{L}\d*\\])\*(?=[^\s*])([^*\n]{0,200}[^\s*])\*(?![\p{L}\d*])/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~$%&])/g, '$1')
    .replace(/&(?:nbsp|amp|lt|gt|quot|laquo|raquo|mdash|ndash|shy|#\d{1,6}|#x[\da-f]{1,5});/gi, decodeEntity);
  return plainSpaces(words, gap);
}

/** Items of HTML lists as lines, each with the number or bullet it would have on a page. */
function withListItems(text: string): string {
  let ordered = false;
  let item = 0;
  return text
    .split(/\s{0,9}(<\/?(?:ol|ul|li)(?:\s[^<>]{0,200})?>)\s{0,9}/i)
    .map((piece) => {
      const tag = /^<(\/?)(ol|ul|li)[\s>]/i.exec(piece);
      if (!tag) return piece;
      const name = tag[2]?.toLowerCase();
      if (name !== 'li') {
        ordered = tag[1] === '' && name === 'ol';
        item = 0;
        return '\n';
      }
      if (tag[1] === '/') return '';
      item += 1;
      return `${item === 1 ? '' : '\n'}${ordered ? `${item}.` : '•'} `;
    })
    .join('');
}

/** Letters that recognisers print as formulas, by the letter they look like. */
const formulaLetters: Readonly<Record<string, string>> = {
  Gamma: 'Г', Phi: 'Ф', Pi: 'П', Lambda: 'Л', Delta: 'Д', Im: 'Э', Theta: 'Θ',
  geq: '≥', ge: '≥', leq: '≤', le: '≤', times: '×', cdot: '·', pm: '±', approx: '≈', to: '→', rightarrow: '→',
  ldots: '…', dots: '…', quad: ' ', circ: '°', bullet: '•', alpha: 'α', beta: 'β',
}; // prettier-ignore

function wordsOfFormula(formula: string): string {
  const words = formula
    .replace(/\\(?:mathbb|mathcal|mathrm|text|textbf|textit|mathbf|mathit|bf|rm|operatorname)\b\s*/g, '')
    .replace(
      /\{?N\}?\s*[_^]?\s*\{*\s*(?:\\(?:underline|circ|bar)\s*)?\{*\s*[0oOоОº°]?\s*\}*(?=\s|\d|$)/,
      (found) => (/[_^\\]/.test(found) ? '№' : found),
    )
    .replace(/\\(?:underline|overline|bar|hat)\b\s*/g, '')
    .replace(/\\([A-Za-z]+)\s?/g, (_, name: string) => ownValue(formulaLetters, name) ?? '')
    .replace(/\\(.)/g, '$1')
    .replace(/[{}_^]/g, '')
    .trim();
  return /[а-яё]/i.test(words) ? words.replace(/[A-Za-z]/g, (letter) => lookAlikes[letter] ?? letter) : words;
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
  if (!name.startsWith('#')) return ownValue(namedEntities, name) ?? entity;
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
