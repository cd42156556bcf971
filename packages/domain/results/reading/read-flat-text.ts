import { readFlatHead, splitFlatRow } from '../flat-form.ts';
import { flatPlaces, flatTally } from './read-flat.ts';
import type { Report } from './report.ts';
import { cellText } from './sheet-words.ts';

/** Lines after which progress is told again. */
const linesAStep = 50_000;

/**
 * A CSV of the flat form read line by line, so that a million pupils are never there at once; null for any other text. `onProgress` is told shares from
 * 0 to 1. A cell does not go over a line break here.
 */
export function readFlatText(text: string, onProgress: (share: number) => void): Report | null {
  const marked = /^\uFEFF?(?:sep=.\r?\n)?/.exec(text)?.[0].length ?? 0;
  const head = lineAt(text, marked);
  const layout = readFlatHead(head.line);
  if ('code' in layout) return null;
  const heads = splitFlatRow(head.line, layout.delimiter) ?? [];
  const places = flatPlaces(heads);
  if (places === null) return null;
  const headRow = marked > 1 ? 2 : 1;
  const tally = flatTally(places);
  let row = headRow;
  for (let from = head.next; from < text.length;) {
    const { line, next } = lineAt(text, from);
    from = next;
    row += 1;
    if (row % linesAStep === 0) onProgress(from / text.length);
    if (line === '') continue;
    const cells = splitFlatRow(line, layout.delimiter);
    if (cells === null || cells.length < layout.width) tally.fault(row, 0, 'row-torn');
    else tally.add(row, cells);
  }
  const taken = Object.values(places);
  return {
    sheet: '',
    layout: 'flat',
    headRow,
    ...tally.read(),
    unknownColumns: heads.flatMap((name, at) =>
      taken.includes(at) || name.trim() === ''
        ? []
        : [{ column: at + 1, head: cellText(name).slice(0, 100) }],
    ),
  };
}

function lineAt(text: string, from: number): { readonly line: string; readonly next: number } {
  const found = text.indexOf('\n', from);
  const end = found < 0 ? text.length : found;
  return { line: text.slice(from, text[end - 1] === '\r' ? end - 1 : end), next: end + 1 };
}
