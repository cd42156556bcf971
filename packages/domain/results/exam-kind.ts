/**
 * A work that diagnoses and does not evaluate: results of ВПР may not be used to evaluate schools and teachers (letters of Рособрнадзор of 2021 and 2025), so
 * they carry «диагностика, не оценка» and stay out of every rating, public page and contract sheet.
 */
export function isDiagnostic(kind: string): boolean {
  return kind === 'ВПР';
}

/** State examinations: the only kinds that public pages and contract sheets may hold. What is not known to be allowed is left out. */
export function isPublishable(kind: string): boolean {
  return kind === 'ОГЭ' || kind === 'ЕГЭ';
}

/** What a school's journal gives is no examination: marks of a year or of a part of it. */
export const journalKinds = { year: 'годовые отметки', term: 'отметки за период' } as const;

export function isOfJournal(kind: string): boolean {
  return kind === journalKinds.year || kind === journalKinds.term;
}
