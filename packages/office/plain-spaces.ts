/** Fewer spaces are a slip of the typist, more are a gap that was meant. */
const wideGap = 4;

/**
 * Spaces of any kind are one plain space; spaces beside a break of lines and invisible characters are dropped. `gap`
 * stands for a wide run of spaces: in a line it parts columns, in a torn cell it is what is left of a break of lines.
 */
export function plainSpaces(text: string, gap: '\t' | '\n' = '\t'): string {
  return text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[ \u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, (spaces) => (spaces.length < wideGap ? ' ' : gap))
    .replace(/ ?\t[ \t]*/g, '\t')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .trim();
}
