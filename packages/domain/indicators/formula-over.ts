import { addSums, type IndicatorSums, measureOfValue, sumOfValue, valueOfSums } from './aggregate.ts';
import type { MeasuredValue } from './aggregate.ts';
import { type ElementReader, explainFormula } from './explain-formula.ts';
import type { Formula } from './formula.ts';

/** The value of a formula over schools, with how many of them it is of. */
export interface ValueOver {
  readonly value: MeasuredValue | null;
  readonly schools: number;
}

/**
 * A formula over the schools of a territory: sums of what it gives of each, n and N apart. A change is the difference of what the territory had then and has now, for a mean
 * of the changes of schools would weigh a school of five like one of five hundred.
 */
export function formulaOver(formula: Formula, schools: readonly ElementReader[]): ValueOver {
  const [operand] = formula.kind === 'call' ? formula.args : [];
  if (formula.kind !== 'call' || formula.name !== 'change' || operand === undefined)
    return ofSums(formula, sumsOver(formula, schools, 0));
  const [now, before] = [0, 1].map((back) => ofSums(operand, sumsOver(operand, schools, back)));
  const [measure, last] = [measureOfValue(now?.value ?? null), measureOfValue(before?.value ?? null)];
  if (measure === null || last === null) return { value: null, schools: 0 };
  const points = operand.type.unit === 'share' ? 100 : 1;
  return { value: { amount: (measure - last) * points, total: null }, schools: now?.schools ?? 0 };
}

function sumsOver(formula: Formula, schools: readonly ElementReader[], periodsBack: number): IndicatorSums {
  const { unit } = formula.type;
  if (unit === 'number') return addSums([]);
  return addSums(
    schools.flatMap((reader) => {
      const { value } = explainFormula(formula, reader, periodsBack);
      if (value.state === 'not-given' || value.state === 'hidden') return [];
      return [
        sumOfValue(unit, value.state === 'given' ? value : { state: value.state, amount: null, total: null }),
      ];
    }),
  );
}

function ofSums({ type }: Formula, sums: IndicatorSums): ValueOver {
  const value = type.unit === 'number' ? null : valueOfSums(type.unit, sums);
  return { value, schools: sums.counted };
}
