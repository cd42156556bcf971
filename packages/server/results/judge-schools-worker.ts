import { parentPort } from 'node:worker_threads';
import type { BetaPrior, PriorTally } from '@opora/domain/results/beta-prior.ts';
import { identifySchool } from '@opora/domain/results/identify.ts';
import { prepareRule } from '@opora/domain/results/prepare-rule.ts';
import type { SchoolResults } from '@opora/domain/results/school-results.ts';
import { sharePriors, tallyShares } from '@opora/domain/results/share-priors.ts';
import type { Verdict } from '@opora/domain/results/verdict.ts';
import { assessVerdict } from '@opora/domain/results/verdict-certainty.ts';
import type { Judging } from './judge-schools.ts';
import { schoolsBetween } from './result-counts.ts';
import { verdictWriter } from './verdict-json.ts';
import { reportVerdict } from './verdict-report.ts';

export type JudgeTask =
  | (Judging & { readonly kind: 'tally'; readonly first: number; readonly step: number })
  | { readonly kind: 'judge'; readonly priors: readonly BetaPrior[] };

export type JudgeAnswer =
  | { readonly kind: 'tallies'; readonly tallies: readonly PriorTally[] }
  /** UTF-8; null after the last block. */
  | {
      readonly kind: 'block';
      readonly words: Uint8Array<ArrayBuffer> | null;
      readonly found: ReadonlyMap<Verdict, number>;
    };

const blockSchools = 1000;

const tell = (answer: JudgeAnswer, moved: ArrayBuffer[] = []): void => parentPort?.postMessage(answer, moved);

let judge = (_priors: readonly BetaPrior[]): void => {
  throw new Error('judged before the numbers were known');
};

parentPort?.on('message', (task: JudgeTask) => {
  if (task.kind === 'judge') judge(task.priors);
  else judge = tallyBlocks(task);
});

/** Counts the schools of this thread's blocks and gives what judges them once the priors are known. */
function tallyBlocks(task: Extract<JudgeTask, { kind: 'tally' }>): (priors: readonly BetaPrior[]) => void {
  const { counts, method, first, step } = task;
  const prepared = prepareRule(method, method.year, new Set(counts.works.map(({ procedure }) => procedure)));
  const blocks: SchoolResults[][] = [];
  for (let from = first * blockSchools; from < counts.schools.length; from += step * blockSchools)
    blocks.push([...schoolsBetween(counts, from, Math.min(from + blockSchools, counts.schools.length))]);
  tell({ kind: 'tallies', tallies: tallyShares(blocks.flat(), prepared) });
  return (estimated) => {
    const priors = sharePriors(estimated, prepared);
    const writeVerdict = verdictWriter();
    blocks.forEach((schools, at) => {
      const found = new Map<Verdict, number>();
      let words = '';
      for (const school of schools) {
        const verdict = assessVerdict(identifySchool(school, prepared), prepared, priors);
        found.set(verdict.verdict, (found.get(verdict.verdict) ?? 0) + 1);
        if (task.json)
          words += (at === 0 && first === 0 && words === '' ? '' : ',\n') + writeVerdict(verdict);
        else words += reportVerdict(verdict, task.language);
      }
      const bytes = new TextEncoder().encode(words);
      tell({ kind: 'block', words: bytes, found }, [bytes.buffer]);
    });
    tell({ kind: 'block', words: null, found: new Map() });
  };
}
