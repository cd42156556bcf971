import type { Language } from '@opora/domain/basics/catalog.ts';
import { formatPercent } from '@opora/domain/basics/format.ts';
import { changeWords, procedureWords } from '@opora/domain/results/verdict-catalog.ts';
import type { Verdict } from '@opora/domain/results/verdict.ts';
import type { SureVerdict } from '@opora/domain/results/verdict-certainty.ts';
import { identifyTexts } from './identify-catalog.ts';

const verdictOrder: readonly Verdict[] = ['listed', 'not-listed', 'insufficient', 'excluded'];

/** The list for a person: how many schools have which verdict, then each listed one with its reasons. */
export function* verdictReport(verdicts: Iterable<SureVerdict>, language: Language): Generator<string> {
  const texts = identifyTexts[language];
  const counts = new Map<Verdict, number>();
  let total = 0;
  for (const { school, verdict, certainty, measures, change } of verdicts) {
    total += 1;
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    if (verdict !== 'listed') continue;
    yield `${school} — ${texts.verdict(verdict)}, ${texts.certainty(certainty)}\n`;
    for (const { procedure, below, participants, ...measure } of measures) {
      const percent = formatPercent(below, participants) ?? '';
      yield `  ${texts.measure({ ...measure, title: procedureWords(procedure, language), below, participants, percent })}\n`;
    }
    if (change !== null) yield `  ${changeWords(change, language)}\n`;
  }
  yield `${texts.counts(
    total,
    verdictOrder.flatMap((verdict) => {
      const count = counts.get(verdict);
      return count === undefined ? [] : [[verdict, count] as const];
    }),
  )}\n`;
}
