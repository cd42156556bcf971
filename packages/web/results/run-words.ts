import type { Language } from '@opora/domain/basics/catalog.ts';
import { formatDate } from '@opora/domain/basics/format.ts';
import type { IdentificationRun } from '@opora/domain/results/identification-run.ts';
import { Verdict } from '@opora/domain/results/verdict.ts';
import { verdictTexts } from '@opora/domain/results/verdict-catalog.ts';
import { runTexts } from './run-catalog.ts';

/** «утверждён · приказ от 12.03.2026 № 17 · с 12.03.2026 по 11.03.2027». */
export function standingOf({ state, act, withdrawal }: IdentificationRun, language: Language): string {
  const texts = runTexts[language];
  return [
    texts.states[state],
    ...(act === null
      ? []
      : [
          texts.byAct(act.actNumber, formatDate(act.actOn)),
          texts.forDays(formatDate(act.fromOn), act.untilOn === null ? null : formatDate(act.untilOn)),
        ]),
    ...(withdrawal === null
      ? []
      : [
          texts.withdrawnBy(
            withdrawal.actNumber,
            formatDate(withdrawal.actOn),
            formatDate(withdrawal.fromOn),
          ),
        ]),
  ].join(' · ');
}

/** «в списке — 12 · не в списке — 30». */
export function countsOf(counts: IdentificationRun['counts'], language: Language): string {
  return Verdict.options
    .flatMap((verdict) => {
      const count = counts[verdict];
      return count === undefined ? [] : [`${verdictTexts[language].verdicts[verdict]} — ${count}`];
    })
    .join(' · ');
}

/** A probability or a share in whole percent; nothing is ever quite 0 or 100 %. */
export function percentOf(value: number): string {
  const percent = Math.min(99, Math.max(1, Math.round(value * 100)));
  const sign = value < 0.01 ? '<' : value > 0.99 ? '>' : '';
  return `${sign}${percent}\u00A0%`;
}
