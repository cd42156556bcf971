import type {
  ConclusionFields,
  ConclusionNumber,
  Dynamics,
  NumberSince,
  ShownValue,
} from './dynamics-contract.ts';
import type { ProposedConclusion } from './propose-conclusions.ts';
import type { PeriodCode } from './report-period.ts';

type NumberKey = Pick<ConclusionNumber, 'indicator' | 'period' | 'of'>;
type Shown = Pick<Dynamics, 'rows'>;

/** A number as it is shown; what is not shown at all is null. */
export function numberIn({ rows }: Shown, { indicator, period, of }: NumberKey): ConclusionNumber {
  const cell = rows.find(({ code }) => code === indicator)?.cells.find((one) => one.period === period);
  const key = { indicator, period, of };
  switch (of) {
    case 'own':
      return { ...key, value: cell?.own ?? null, versions: cell?.versions ?? [] };
    case 'beside':
      return { ...key, value: cell?.beside ?? null, versions: [] };
    case 'target': {
      const target = cell?.target ?? null;
      const value = target === null ? null : { amount: target.amount, total: target.total };
      return { ...key, value, versions: [] };
    }
  }
}

/** Everything that stands in the words of a proposal, its own number first. */
export function numbersOfProposal(shown: Shown, proposal: ProposedConclusion): ConclusionNumber[] {
  const { code, from, to, target, causes } = proposal;
  const own = (indicator: string, period: PeriodCode): NumberKey => ({ indicator, period, of: 'own' });
  const keys: NumberKey[] = [
    own(code, to.period),
    ...(from === null ? [] : [own(code, from.period)]),
    ...(target === null ? [] : [{ indicator: code, period: to.period, of: 'target' as const }]),
    ...causes.flatMap((cause) => [
      own(cause.code, cause.own.period),
      {
        indicator: cause.code,
        period: cause.againstPeriod,
        of: cause.because === 'behind' ? ('beside' as const) : ('own' as const),
      },
    ]),
  ];
  return keys.map((key) => numberIn(shown, key));
}

/** Whether a person who concludes saw what is so: its own number is among them, and all are as they are shown to her now. */
export function areNumbersOf(
  { indicator, period, numbers }: Pick<ConclusionFields, 'indicator' | 'period' | 'numbers'>,
  shown: Shown,
): boolean {
  const isAbout = (one: ConclusionNumber): boolean =>
    one.indicator === indicator && one.period === period && one.of === 'own';
  return numbers.some(isAbout) && numbers.every((one) => isSame(one, numberIn(shown, one)));
}

/**
 * What was written down beside what the reader is shown now. A number that is kept back from her now is not told of the time of writing either: the
 * same number, unchanged, would open what is kept back.
 */
export function numbersSince(kept: readonly ConclusionNumber[], shown: Shown): NumberSince[] {
  return kept.map((one) => {
    const { value: now, versions } = numberIn(shown, one);
    const { value, ...rest } = one;
    const was = now === 'hidden' ? now : value;
    return { ...rest, was, now, versionsNow: versions };
  });
}

/** A number of another value, or by another version of its definition; never one that is kept back. */
export function isChangedSince({ was, now, versions, versionsNow }: NumberSince): boolean {
  if (was === 'hidden' || now === 'hidden') return false;
  return !isSameValue(was, now) || (now !== null && versions.join() !== versionsNow.join());
}

const isSame = (one: ConclusionNumber, other: ConclusionNumber): boolean =>
  isSameValue(one.value, other.value) && one.versions.join() === other.versions.join();

function isSameValue(one: ShownValue, other: ShownValue): boolean {
  if (one === null || other === null || one === 'hidden' || other === 'hidden') return one === other;
  return one.amount === other.amount && one.total === other.total;
}
