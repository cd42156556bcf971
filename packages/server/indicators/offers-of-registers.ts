import { explainIndicator } from '@opora/domain/indicators/formula-reader.ts';
import { isSecret } from '@opora/domain/indicators/hide-values.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { knowIndicators } from '@opora/domain/indicators/parse-formula.ts';
import type { FormOffer, FormValue } from '@opora/domain/indicators/school-form.ts';
import type { Db } from '../platform/database.ts';
import type { KeptForm } from './form-queries.ts';
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
  /** Above the school results tell of few pupils by a rule of their own: nothing of pupils is offered there. */
  readonly isWhole: boolean;
};

/** What a form asks and the registers know: nobody types it again, and a different number is seen beside it. */
export async function offersOfRegisters(
  db: Db,
  { orgUnitId, period }: Pick<KeptForm, 'orgUnitId' | 'period'>,
  { asked, indicators, values, isWhole }: Asked,
): Promise<FormOffer[]> {
  const given = new Set(values.map(({ indicator }) => indicator));
  const computed = asked.filter(
    (one) => one.origin.kind === 'computed' && !given.has(one.code) && (isWhole || !isSecret(one)),
  );
  if (computed.length === 0) return [];
  const question = { orgUnitIds: [orgUnitId], period, periodsBackMax: 1, sources: [resultsSource] };
  const facts = (await readSchoolFacts(db, question)).get(orgUnitId);
  const known = knowIndicators(indicators);
  return computed.flatMap(({ code }) => {
    const value = facts === undefined ? null : explainIndicator(code, facts, known).value;
    return value?.state === 'given'
      ? [{ indicator: code, amount: value.amount, total: value.total, origin }]
      : [];
  });
}
