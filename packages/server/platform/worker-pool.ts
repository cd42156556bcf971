import { Worker } from 'node:worker_threads';

export type WorkerLimits = {
  /** Workers at once; further tasks wait. */
  readonly workersMax: number;
  readonly secondsMax: number;
  /** For the worker's own heap. Buffers lie outside it and are bounded by the limits of the readers. */
  readonly heapMegabytesMax: number;
};

/** Why a worker gave no answer. */
export type WorkerStop = 'time' | 'crash' | 'cancelled';

export class WorkerStopped extends Error {
  readonly reason: WorkerStop;

  constructor(reason: WorkerStop, cause?: unknown) {
    super(`worker stopped: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** What a worker's script posts for each task it is sent: progress any number of times, then its answer once. */
export type WorkerMessage<Progress, Answer> = { readonly progress: Progress } | { readonly answer: Answer };

type RunOptions<Progress> = {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
};

export type WorkerPool<Task, Progress, Answer> = {
  /**
   * Runs the script on the task in a thread of its own, when there is room. The task is loaded only then, so that waiting costs no
   * memory. Throws `WorkerStopped` when the thread ran out of time or memory, crashed, or was cancelled; the process goes on.
   */
  run(load: () => Promise<Task>, options?: RunOptions<Progress>): Promise<Answer>;
  /** Cancels what runs and what waits. */
  close(): Promise<void>;
};

/** How long a thread waits for another task: starting one costs more than reading a usual document. */
const idleMs = 20_000;

/** Threads serve one task at a time. One that failed in any way is ended; one that answered may serve the next task. */
export function openWorkerPool<Task, Progress, Answer>(
  script: URL,
  limits: WorkerLimits,
): WorkerPool<Task, Progress, Answer> {
  const closing = new AbortController();
  const waiting: (() => void)[] = [];
  const idle = new Map<Worker, NodeJS.Timeout>();
  let running = 0;

  const enter = async (): Promise<void> => {
    if (running < limits.workersMax) running += 1;
    else await new Promise<void>((wake) => waiting.push(wake));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  const end = async (worker: Worker): Promise<void> => {
    clearTimeout(idle.get(worker));
    idle.delete(worker);
    await worker.terminate();
  };
  const take = (): Worker => {
    const [worker] = idle.keys();
    if (worker === undefined) {
      return new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytesMax } });
    }
    clearTimeout(idle.get(worker));
    idle.delete(worker);
    return worker;
  };
  const rest = (worker: Worker): void => {
    if (closing.signal.aborted) void end(worker);
    else idle.set(worker, setTimeout(() => void end(worker), idleMs).unref());
  };

  return {
    run: async (load, options = {}) => {
      await enter();
      try {
        const signal = AbortSignal.any([closing.signal, ...(options.signal ? [options.signal] : [])]);
        if (signal.aborted) throw new WorkerStopped('cancelled');
        const task = await load();
        const worker = take();
        try {
          const { secondsMax } = limits;
          const answer = await answerOf<Task, Progress, Answer>(worker, task, {
            ...options,
            secondsMax,
            signal,
          });
          rest(worker);
          return answer;
        } catch (error) {
          await end(worker);
          throw error;
        }
      } finally {
        leave();
      }
    },
    close: async () => {
      closing.abort();
      await Promise.all([...idle.keys()].map(end));
    },
  };
}

function answerOf<Task, Progress, Answer>(
  worker: Worker,
  task: Task,
  options: RunOptions<Progress> & { readonly secondsMax: number; readonly signal: AbortSignal },
): Promise<Answer> {
  const { secondsMax, signal, onProgress } = options;
  const listening = new AbortController();
  return new Promise<Answer>((resolve, reject) => {
    const timer = setTimeout(() => reject(new WorkerStopped('time')), secondsMax * 1000);
    const cancel = (): void => reject(new WorkerStopped('cancelled'));
    signal.addEventListener('abort', cancel, { signal: listening.signal });
    listening.signal.addEventListener('abort', () => clearTimeout(timer));
    worker.on('message', (message: WorkerMessage<Progress, Answer>) => {
      if ('answer' in message) resolve(message.answer);
      else onProgress?.(message.progress);
    });
    worker.on('error', (error) => reject(new WorkerStopped('crash', error)));
    worker.on('exit', () => reject(new WorkerStopped('crash')));
    worker.postMessage(task);
  }).finally(() => {
    listening.abort();
    for (const event of ['message', 'error', 'exit'] as const) worker.removeAllListeners(event);
    // Without a listener an error that comes late, while the thread is being ended, would end the process.
    worker.on('error', () => undefined);
  });
}
