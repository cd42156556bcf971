import {
  type FlatFault,
  type FlatLayout,
  isFlatValue,
  parseFlatNumber,
  participantsMax,
  splitFlatRow,
} from './flat-form.ts';

const named = ['year', 'procedure', 'grade', 'subject', 'school'] as const;

/**
 * Goes through the lines of a file one by one, the head first, and tells of each what is wrong with it, or null. For finding the line once it is known that
 * something is wrong somewhere.
 */
export function flatRowFaults({ at, delimiter, width }: FlatLayout): (line: string) => FlatFault | null {
  const seen = new Set<string>();
  const pupils = at.participants === null;
  let number = 0;
  return (line) => {
    number += 1;
    if (number === 1 || line === '') return null;
    const cells = splitFlatRow(line, delimiter);
    if (cells === null || cells.length !== width) return { code: 'row-torn', line: number };
    const text = (place: number) => (cells[place] ?? '').replaceAll(/^ +| +$/g, '');
    const wrong = named.find((column) => !isFlatValue(column, text(at[column])));
    if (wrong !== undefined) return { code: 'value', line: number, column: wrong, pupils };
    const participants =
      at.participants === null ? 1 : parseFlatNumber(text(at.participants), participantsMax);
    if (participants === null) return { code: 'value', line: number, column: 'participants', pupils };
    if (parseFlatNumber(text(at.below), participants) === null)
      return { code: 'value', line: number, column: 'below', pupils };
    if (pupils) return null;
    const key = named.map((column) => text(at[column])).join('\t');
    if (seen.has(key)) return { code: 'row-repeated', line: number };
    seen.add(key);
    return null;
  };
}
