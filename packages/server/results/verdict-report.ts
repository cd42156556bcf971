import type { Language } from '@opora/domain/basics/catalog.ts';
import { formatPercent } from '@opora/domain/basics/format.ts';
import { changeWords, procedureWords } from '@opora/domain/results/verdict-catalog.ts';
import type { Verdict } from '@opora/domain/results/verdict.ts';
import type { SureVerdict } from '@opora/domain/results/verdict-certainty.ts';
import { identifyTexts } from './identify-catalog.ts';

const verdictOrder: readonly Verdict[] = ['listed', 'not-listed', 'insufficient', 'excluded'];

/** A school of the list for a person, with its reasons; nothing for a school that is not in it. */
export function reportVerdict(
  { school, verdict, certainty, measures, change }: SureVerdict,
  language: Language,
): string {
  if (verdict !== 'listed') return '';
  const texts = identifyTexts[language];
  const lines = [`${school} — ${texts.verdict(verdict)}, ${texts.certainty(certainty)}`];
  for (const { procedure, below, participants, ...measure } of measures) {
    const percent = formatPercent(below, participants) ?? '';
    lines.push(
      `  ${texts.measure({ ...measure, title: procedureWords(procedure, language), below, participants, percent })}`,
    );
  }
  if (change !== null) lines.push(`  ${changeWords(change, language)}`);
  return `${lines.join('\n')}\n`;
}

/** How many schools have which verdict. */
export function reportCounts(counts: ReadonlyMap<Verdict, number>, language: Language): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const found = verdictOrder.flatMap((verdict) => {
    const count = counts.get(verdict);
    return count === undefined ? [] : [[verdict, count] as const];
  });
  return `${identifyTexts[language].counts(total, found)}\n`;
}
