import { explainFormula } from '@opora/domain/indicators/explain-formula.ts';
import { elementsOf } from '@opora/domain/indicators/formula.ts';
import { schoolReader } from '@opora/domain/indicators/formula-reader.ts';
import { isSecret } from '@opora/domain/indicators/hide-values.ts';
import type { Indicator } from '@opora/domain/indicators/indicator.ts';
import { readCodes } from '@opora/domain/indicators/is-reckonable.ts';
import { knowIndicators } from '@opora/domain/indicators/parse-formula.ts';
import type { FormOffer } from '@opora/domain/indicators/school-form.ts';
import { currentIndicators } from '@opora/domain/indicators/shipped-indicators.ts';
import type { Db } from '../platform/database.ts';
import type { KeptForm } from './form-queries.ts';
import { resultsSource } from './results-source.ts';
import { readSchoolFacts } from './school-facts.ts';

const exams = {
  kind: 'register',
  ru: 'учёт результатов экзаменов и работ',
  en: 'the register of exams and works',
} as const;

const ownNumbers = {
  kind: 'register',
  ru: 'по другим числам школы',
  en: 'by other numbers of the school',
} as const;

type Asked = {
  readonly asked: readonly Indicator[];
  readonly indicators: readonly Indicator[];
  /** Above the school results tell of few pupils by a rule of their own: nothing of pupils is offered there. */
  readonly isWhole: boolean;
};

/** What a form asks and the registers know by now: nobody has to type it, and a different number is seen beside what was typed. */
export async function offersOfRegisters(
  db: Db,
  { orgUnitId, period }: Pick<KeptForm, 'orgUnitId' | 'period'>,
  { asked, indicators, isWhole }: Asked,
): Promise<FormOffer[]> {
  const computed = asked.filter((one) => one.origin.kind === 'computed' && (isWhole || !isSecret(one)));
  if (computed.length === 0) return [];
  const known = knowIndicators([...currentIndicators(), ...indicators]);
  const codes = readCodes(
    computed.map(({ code }) => code),
    known,
  );
  const question = { orgUnitIds: [orgUnitId], period, periodsBackMax: 1, sources: [resultsSource], codes };
  const facts = (await readSchoolFacts(db, question)).get(orgUnitId);
  return computed.flatMap(({ code }) => {
    const formula = known.formulaOf(code);
    if (facts === undefined || formula === null) return [];
    const { value } = explainFormula(formula, schoolReader(facts, known));
    if (value.state !== 'given') return [];
    const isOfRegister = elementsOf(formula).some(({ kind }) => kind === 'register');
    const origin = isOfRegister ? exams : ownNumbers;
    return [{ indicator: code, amount: value.amount, total: value.total, origin }];
  });
}
