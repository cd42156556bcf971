import type { Indicator } from './indicator.ts';

const words = { ru: 'слова', en: 'words' };

/** A share of pupils but for what is said. */
export function definitionForTests(fields: Partial<Indicator> & Pick<Indicator, 'code'>): Indicator {
  return {
    version: 1,
    group: 'results',
    name: { ru: `Показатель ${fields.code}`, en: `Indicator ${fields.code}` },
    unit: 'share',
    amountOf: 'pupils',
    totalOf: 'pupils',
    numerator: words,
    denominator: words,
    totalCode: null,
    partOf: null,
    levels: ['school', 'municipality'],
    origin: { kind: 'asked' },
    direction: 'growth',
    periods: ['school-year'],
    collectedFrom: words,
    sensitivity: 'small-cells',
    isDiagnosticOnly: false,
    reading: null,
    source: words,
    ...fields,
  };
}
