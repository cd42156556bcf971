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
