const ending =
  /(?:ого|его|ому|ему|ыми|ими|ами|ями|ая|яя|ой|ей|ую|юю|ое|ее|ые|ие|ый|ий|ых|их|ах|ях|[аяоеуюыиь])$/u;

/**
 * The word without its ending, so that «Лесную» is «Лесная». Words of four letters and shorter stay whole. Not grammar: only for telling
 * whether two words may be the same. The word is folded.
 */
export function wordStem(word: string): string {
  return word.length > 4 ? word.replace(ending, '') : word;
}
