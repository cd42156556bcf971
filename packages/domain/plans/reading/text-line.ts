import type { SourcePlace } from '../../basics/source-document.ts';
import { oneLine } from './printed-text.ts';

/** A printed line outside the tables of data; lines of a letterhead laid out as a table are lines too. */
export type TextLine = {
  readonly kind: 'line';
  readonly text: string;
  /** Automatic or printed number or bullet of a list, '' for plain text. */
  readonly label: string;
  readonly heading: boolean;
  readonly centred: boolean;
  readonly right: boolean;
  readonly place: SourcePlace;
};

const printedLabel =
  /^(?:[-–—•·*▪●○◦]\s+)?((?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+)(?=\s|\p{L})|[-–—•·*▪●○◦])\s*/u;

/** A printed line, its number or bullet parted from its words. */
export function textLine(raw: string, place: SourcePlace): TextLine {
  const text = raw.replace(/^#{1,6}\s+/, '').trim();
  // A date at the beginning is not the number of a point.
  const label = /^\d{1,2}\.\d{1,2}\.\d{4}/.test(text) ? null : printedLabel.exec(text);
  return {
    kind: 'line',
    text: oneLine(label === null ? text : text.slice(label[0].length)),
    label: label?.[1] ?? '',
    heading: false,
    centred: false,
    right: false,
    place,
  };
}
