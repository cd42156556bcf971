/**
 * What a record holds under a word that comes from a document or a person. Every object of JavaScript knows «constructor» and
 * «toString» by inheritance; those are nobody's words.
 */
export function ownValue<T>(record: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(record, word) ? record[word] : undefined;
}
