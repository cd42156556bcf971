import { type CheckedForm, type CheckedValue, type CheckFinding, finding } from '../check-finding.ts';
import type { Indicator } from '../indicator.ts';

type Said = { readonly amount: number; readonly total: number | null };

/** A mean is typed rounded to a tenth. */
const meanError = 0.05 + 1e-9;

/** Another number than that of a register; a total that was not typed says nothing else. */
export function differsFromRegister({ unit }: Pick<Indicator, 'unit'>, typed: Said, register: Said): boolean {
  if (typed.total !== null && register.total !== null && typed.total !== register.total) return true;
  return unit === 'score'
    ? Math.abs(typed.amount - register.amount) > meanError
    : typed.amount !== register.amount;
}

/** What a register says of an indicator that the school was asked for before the register knew it. */
export function checkRegisters(
  given: readonly CheckedValue[],
  registers: CheckedForm['registers'],
): readonly CheckFinding[] {
  const byCode = new Map(registers.map((one) => [one.indicator, one]));
  return given.flatMap((value) => {
    const register = byCode.get(value.code);
    const { indicator, amount, total } = value;
    if (register === undefined || !differsFromRegister(indicator, value, register)) return [];
    const found = finding({
      problem: 'register-differs',
      severity: 'warning',
      values: [value],
      facts: {
        unit: indicator.unit,
        own: amount,
        ownOf: total ?? '',
        register: register.amount,
        registerOf: register.total ?? '',
      },
    });
    return [{ ...found, seen: `${found.seen};${register.amount}/${register.total ?? ''}` }];
  });
}
