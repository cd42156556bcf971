import { explainIndicator } from '@opora/domain/indicators/formula-reader.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { knowIndicators } from '@opora/domain/indicators/parse-formula.ts';
import type { FormOffer, FormValue } from '@opora/domain/indicators/school-form.ts';
import type { Db } from '../platform/database.ts';
import type { KeptForm, KeptValue } from './form-queries.ts';
import { resultsSource } from './results-source.ts';
import { readSchoolFacts } from './school-facts.ts';

const origin = {
  kind: 'register',
  ru: 'учёт результатов экзаменов и работ',
  en: 'the register of exams and works',
} as const;

type Asked = {
  readonly asked: readonly Indicator[];
  readonly indicators: readonly Indicator[];
  readonly values: readonly FormValue[];
  /** Hides what the reader may not be told of. */
  readonly shown: (value: KeptValue) => FormValue;
};

/** What a form asks and the registers know: nobody types it again, and a different number is seen beside it. */
export async function offersOfRegisters(
  db: Db,
  { orgUnitId, period }: Pick<KeptForm, 'orgUnitId' | 'period'>,
  { asked, indicators, values, shown }: Asked,
): Promise<FormOffer[]> {
  const given = new Set(values.map(({ indicator }) => indicator));
  const computed = asked.filter(({ code, origin: { kind } }) => kind === 'computed' && !given.has(code));
  if (computed.length === 0) return [];
  const question = { orgUnitIds: [orgUnitId], period, periodsBackMax: 1, sources: [resultsSource] };
  const facts = (await readSchoolFacts(db, question)).get(orgUnitId);
  const known = knowIndicators(indicators);
  return computed.flatMap(({ code, version }) => {
    const value = facts === undefined ? null : explainIndicator(code, facts, known).value;
    if (value?.state !== 'given') return [];
    const kept = { indicator: code, definitionVersion: version, period, typed: null, version: 1 };
    const { amount, total, isHidden } = shown({ ...kept, ...value, source: 'register' });
    return amount === null || isHidden ? [] : [{ indicator: code, amount, total, origin }];
  });
}
