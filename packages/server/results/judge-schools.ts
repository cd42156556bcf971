import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Language } from '@opora/domain/basics/catalog.ts';
import { estimatePrior, mergeTallies } from '@opora/domain/results/beta-prior.ts';
import type { MethodFile } from '@opora/domain/results/methodology.ts';
import { prepareRule, type PreparedRule } from '@opora/domain/results/prepare-rule.ts';
import { type SharePriors, sharePriors } from '@opora/domain/results/share-priors.ts';
import type { Verdict } from '@opora/domain/results/verdict.ts';
import type { JudgeAnswer, JudgeTask } from './judge-schools-worker.ts';
import type { ResultCounts } from './result-counts.ts';

/** More threads only take memory: the rest of the work is one thread's. */
const threadsMax = 4;

export type Judging = {
  readonly counts: ResultCounts;
  readonly method: MethodFile;
  readonly json: boolean;
  readonly language: Language;
};

/** What is known before the first school is judged. */
export type Judged = {
  readonly prepared: PreparedRule;
  readonly priors: SharePriors;
  /** Words of the schools in their order as UTF-8, in pieces as they come; then how many schools have which verdict. */
  readonly pieces: () => AsyncGenerator<Uint8Array, ReadonlyMap<Verdict, number>>;
};

/** Starts the threads that judge schools: while the file is read they are loaded. */
export function openJudges() {
  const threads = Array.from(
    { length: Math.min(threadsMax, availableParallelism()) },
    () => new Worker(new URL('./judge-schools-worker.ts', import.meta.url)),
  );
  return {
    judge: (judging: Judging): Promise<Judged> => judgeIn(threads, judging),
    close: async (): Promise<void> => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

/** Each thread takes every so many-th block of schools; the priors need the numbers of all before any can be judged. */
async function judgeIn(threads: readonly Worker[], judging: Judging): Promise<Judged> {
  const lines = threads.map((thread) => answersOf(thread));
  threads.forEach((thread, first) => {
    thread.postMessage({ kind: 'tally', ...judging, first, step: threads.length } satisfies JudgeTask);
  });
  const tallied = await Promise.all(lines.map((line) => line.next('tallies')));
  const { method, counts } = judging;
  const prepared = prepareRule(method, method.year, new Set(counts.works.map(({ procedure }) => procedure)));
  const places = tallied[0]?.tallies.length ?? 0;
  const estimated = Array.from({ length: places }, (_, place) =>
    estimatePrior(mergeTallies(tallied.flatMap(({ tallies }) => tallies.slice(place, place + 1)))),
  );
  return {
    prepared,
    priors: sharePriors(estimated, prepared),
    pieces: async function* () {
      for (const thread of threads)
        thread.postMessage({ kind: 'judge', priors: estimated } satisfies JudgeTask);
      const found = new Map<Verdict, number>();
      for (let block = 0; ; block += 1) {
        // In their order: the blocks of one thread come one after another, and those of the others wait for their turn.
        // oxlint-disable-next-line no-await-in-loop
        const answer = await lines[block % lines.length]?.next('block');
        if (answer === undefined || answer.words === null) return found;
        for (const [verdict, schools] of answer.found)
          found.set(verdict, (found.get(verdict) ?? 0) + schools);
        yield answer.words;
      }
    },
  };
}

type AnswerOf<Kind extends JudgeAnswer['kind']> = Extract<JudgeAnswer, { kind: Kind }>;

/** Messages of a thread one by one, in the order in which they were sent; throws what the thread threw. */
function answersOf(thread: Worker) {
  const come: JudgeAnswer[] = [];
  let failure: Error | null = null;
  let wake = (): void => undefined;
  thread.on('message', (answer: JudgeAnswer) => {
    come.push(answer);
    wake();
  });
  thread.on('error', (error: Error) => {
    failure = error;
    wake();
  });
  return {
    next: async <Kind extends JudgeAnswer['kind']>(kind: Kind): Promise<AnswerOf<Kind>> => {
      // oxlint-disable-next-line no-await-in-loop
      while (come.length === 0 && failure === null) await new Promise<void>((woken) => (wake = woken));
      const answer = come.shift();
      if (answer === undefined) throw failure ?? new Error('the thread said nothing');
      if (answer.kind !== kind) throw new Error(`${answer.kind} instead of ${kind}`);
      return answer as AnswerOf<Kind>; // the kind was compared
    },
  };
}
