import { isWeighted } from '../aggregate.ts';
import { type CheckedForm, type CheckedValue, type CheckFinding, finding } from '../check-finding.ts';

/** What a value says against itself. */
export function checkValues(
  indicators: CheckedForm['indicators'],
  values: CheckedForm['values'],
  given: readonly CheckedValue[],
): readonly CheckFinding[] {
  const known = new Set(indicators.map(({ code }) => code));
  const unreadable = values
    .filter(({ state, indicator }) => state === 'unreadable' && known.has(indicator))
    .map(({ indicator, typed }) => ({
      ...finding({
        problem: 'unreadable',
        severity: 'error',
        values: [],
        more: [indicator],
        about: indicator,
        facts: { typed: typed ?? '' },
      }),
      seen: typed ?? '',
    }));
  return [...unreadable, ...given.flatMap(checkOne)];
}

function checkOne(value: CheckedValue): readonly CheckFinding[] {
  const { indicator, amount, total } = value;
  const { unit, amountOf } = indicator;
  const one = (problem: CheckFinding['problem'], severity: CheckFinding['severity']): CheckFinding =>
    finding({ problem, severity, values: [value], facts: { amount, total: total ?? 0 } });
  if (unit === 'change' || unit === 'yes-no') return [];
  if ((unit !== 'score' && amount < 0) || (total ?? 0) < 0) return [one('negative', 'error')];
  const isCounted = unit !== 'score' && amountOf !== 'square-metres' && amountOf !== 'points';
  if ((isCounted && !Number.isInteger(amount)) || (total !== null && !Number.isInteger(total)))
    return [one('not-whole', 'error')];
  const most = Math.max(isOfPeople(amountOf) ? amount : 0, total ?? 0);
  const many =
    most > peopleMax && (total === null || amount <= total)
      ? [finding({ problem: 'too-many', severity: 'warning', values: [value], facts: { amount: most } })]
      : [];
  if (!isWeighted(unit)) return many;
  if (total === null) return [one('no-total', unit === 'score' ? 'warning' : 'error')];
  if (unit === 'share' && amount > total) return [one('over-total', 'error')];
  return total === 0 ? [one('nobody', 'warning')] : many;
}

/** The largest schools of the country have some ten thousand pupils. */
const peopleMax = 15_000;

const isOfPeople = (kind: CheckedValue['indicator']['amountOf']): boolean =>
  kind === 'pupils' || kind === 'teachers' || kind === 'people';
