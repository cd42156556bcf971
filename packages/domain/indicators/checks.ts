import type { CheckedForm, CheckedValue, CheckFinding, CheckSeverity } from './check-finding.ts';
import { checkChange } from './checks/check-change.ts';
import { checkLookAlikes } from './checks/check-look-alikes.ts';
import { checkMeanings } from './checks/check-meanings.ts';
import { checkParts } from './checks/check-parts.ts';
import { checkRegisters } from './checks/check-registers.ts';
import { checkSimilar } from './checks/check-similar.ts';
import { checkTotals } from './checks/check-totals.ts';
import { checkValues } from './checks/check-values.ts';
import { checkWriting } from './checks/check-writing.ts';

const order: readonly CheckSeverity[] = ['error', 'warning', 'note'];

/**
 * All that can be told of one school's form from its numbers: errors first, then what asks for an explanation, then what is only told. Nothing is asked of a
 * value that was not given but what others of the form say of it.
 */
export function checkForm(form: CheckedForm): readonly CheckFinding[] {
  const given = givenValues(form.indicators, form.values);
  const findings = [
    ...checkValues(form.indicators, form.values, given),
    ...checkTotals(given),
    ...checkParts(given),
    ...checkMeanings(form, given),
    ...checkWriting(given),
    ...checkLookAlikes(given),
    ...checkChange(given, givenValues(form.indicators, form.previous)),
    ...checkSimilar(given, form.similar),
    ...checkRegisters(given, form.registers),
  ];
  return findings.toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
}

function givenValues(
  indicators: CheckedForm['indicators'],
  values: CheckedForm['values'],
): readonly CheckedValue[] {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  return values.flatMap(({ indicator: code, state, amount, total, typed }) => {
    const indicator = byCode.get(code);
    return indicator === undefined || state !== 'given' || amount === null
      ? []
      : [{ code, indicator, amount, total, typed }];
  });
}
