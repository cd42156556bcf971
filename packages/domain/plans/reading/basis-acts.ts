import { oneLine } from './printed-text.ts';
import type { TextLine } from './text-line.ts';

const act =
  /(?:федеральн\p{Ll}+ закон|приказ|постановлени|распоряжени|указ|письм|закон|решени)\p{Ll}*\s[^;]{0,300}?(?:от\s+)?(?:№\s*[\p{L}\d/.-]+\s+)?(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}\s+\p{Ll}+\s+\d{4})\s?(?:г(?:ода|\.)?)?(?:\s*№\s*[\p{L}\d/-]+(?:\.\d+)?)?(?:\s*«[^»]{1,300}»)?/giu;

/** The acts that the preamble leans on («В соответствии с … от … № …»), as printed. */
export function basisActs(preamble: readonly TextLine[]): string[] {
  const points = preamble.findIndex((line) => line.label !== '');
  const text = oneLine(
    preamble
      .slice(0, points < 0 ? preamble.length : points)
      .map((line) => line.text)
      .join(' '),
  );
  return [...text.matchAll(act)].map((match) => match[0].trim());
}
