import { oneLine } from './printed-text.ts';

const legendLine =
  /^\*?\s*((?:[А-ЯЁ][А-ЯЁа-яё]{0,5}\s?){0,2}[А-ЯЁ]{2,8}[а-яё]?)\s*[-–—:=]\s*((?!(?:по|для|в|на|о|об|с|к)\s)[«"]?\p{L}.{4,300})$/u;
const hereafter =
  /\(\s*далее\s*(?:по тексту\s*)?[-–—:]?\s*(?:именуется\s*)?[«"]?([^()«»"]{2,60})[»"]?\s*\)/giu;
const inBrackets = /\(\s*([А-ЯЁ]{2,8})\s*\)/gu;

/** Abbreviation → expansion by the document's own words: its legend, «(далее – …)», an abbreviation in brackets after its words. */
export function abbreviationsOf(
  texts: readonly string[],
  legends: readonly string[],
): Record<string, string> {
  const found: Record<string, string> = {};
  const add = (short: string, long: string) => {
    if (long !== '' && !Object.hasOwn(found, short)) found[short] = long;
  };
  for (const line of legends) for (const [short, long] of legendOf(line)) add(short, long);
  for (const text of texts) {
    for (const match of text.matchAll(hereafter))
      add(oneLine(match[1] ?? ''), phraseBefore(text, match.index, match[1] ?? ''));
    for (const match of text.matchAll(inBrackets))
      add(match[1] ?? '', initialled(text.slice(0, match.index), match[1] ?? ''));
  }
  return found;
}

/** «*ДО – Департамент образования»: abbreviation, any dash, expansion. */
export function legendOf(line: string): [string, string][] {
  return line.split('\n').flatMap((part) => {
    const match = legendLine.exec(part.trim());
    return match === null
      ? []
      : [[(match[1] ?? '').trim(), (match[2] ?? '').trim().replace(/[;,.]$/u, '')] as [string, string]];
  });
}

/** What «(далее – …)» stands for: words that begin with its letters, else the phrase up to the last stop. */
function phraseBefore(text: string, at: number, short: string): string {
  const before = text.slice(0, at).trimEnd();
  const spelled = /^[А-ЯЁ]{2,8}$/u.test(short.trim()) ? initialled(before, short.trim()) : '';
  if (spelled !== '') return spelled;
  const phrase = /(?:^|[.;:]\s|,\s(?=[А-ЯЁ]))([^.;:]{3,300})$/u.exec(before)?.[1] ?? '';
  return oneLine(phrase);
}

const smallWords = /^(?:и|с|в|по|на|для|о|об|за|к|от|со|или)$/u;

/** The last words before the brackets whose first letters make the abbreviation; '' when they do not. */
function initialled(before: string, short: string): string {
  const words = oneLine(before)
    .split(' ')
    .slice(-short.length * 2 - 3);
  const letters = short.toLowerCase();
  for (let start = words.length - letters.length; start >= 0; start--) {
    const taken = words.slice(start);
    const initials = taken
      .flatMap((word) => word.split('-'))
      .filter((word) => !smallWords.test(word))
      .map((word) => word.replace(/^[«"(]/, '')[0]?.toLowerCase());
    const withSmall = taken.map((word) => word.replace(/^[«"(]/, '')[0]?.toLowerCase());
    if (initials.join('') === letters || withSmall.join('') === letters)
      return taken.join(' ').replace(/[,;]$/u, '');
  }
  return '';
}
