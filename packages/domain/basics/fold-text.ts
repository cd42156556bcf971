/**
 * Text as it is compared when a person looks for something: case, «ё», kinds of spaces, dashes and quotation marks do not matter.
 * Not for display.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[«»„“”"'`]/g, '')
    .replaceAll(/[‐-―−]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
