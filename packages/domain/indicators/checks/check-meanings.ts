import { type CheckedForm, type CheckedValue, type CheckFinding, finding } from '../check-finding.ts';

/**
 * Zero, «not applicable» and nothing in values of one total: a school without grade 11 has no leavers, so that every share of them is not applicable, neither
 * zero nor empty.
 */
export function checkMeanings(
  { indicators, values }: CheckedForm,
  given: readonly CheckedValue[],
): readonly CheckFinding[] {
  const states = new Map(values.map(({ indicator, state }) => [indicator, state]));
  const groups = Map.groupBy(
    indicators.filter(({ totalCode }) => totalCode !== null),
    ({ totalCode }) => totalCode ?? '',
  );
  return [...groups].flatMap(([totalCode, asked]) => {
    const dashes = asked.filter(({ code }) => states.get(code) === 'not-applicable');
    if (dashes.length === 0) return [];
    const total = given.find(({ code }) => code === totalCode);
    const shares = given.filter(({ indicator }) => indicator.totalCode === totalCode);
    const somebody =
      total !== undefined && total.amount > 0 ? [total] : shares.filter(({ amount }) => amount > 0);
    const codes = dashes.map(({ code }) => code);
    const facts = { totalCode, dashes: codes.join(', ') };
    if (somebody.length > 0)
      return [
        finding({
          problem: 'dash-of-somebody',
          severity: 'warning',
          about: totalCode,
          values: somebody,
          more: codes,
          facts,
        }),
      ];
    const zeros = shares.filter(({ amount }) => amount === 0);
    const empty = asked.filter(({ code }) => !states.has(code)).map(({ code }) => code);
    return [
      ...(zeros.length === 0
        ? []
        : [
            finding({
              problem: 'zero-beside-dash',
              severity: 'warning',
              about: totalCode,
              values: zeros,
              more: codes,
              facts,
            }),
          ]),
      ...(empty.length === 0
        ? []
        : [
            finding({
              problem: 'empty-beside-dash',
              severity: 'warning',
              about: totalCode,
              values: [],
              more: [...empty, ...codes],
              facts,
            }),
          ]),
    ];
  });
}
