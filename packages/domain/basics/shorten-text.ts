/** At most `lengthMax` UTF-16 units. What was cut ends in «…», so that nobody takes it for the whole. */
export function shortenText(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text;
  // Half of a surrogate pair is no letter.
  return `${text.slice(0, lengthMax - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
