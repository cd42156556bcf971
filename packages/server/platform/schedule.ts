/** Work that the server does by itself. Called again and again; does nothing when nothing is due, here or on another server. */
export type Job = { readonly name: string; run(now: Date): Promise<void> };

export type Schedule = {
  /** Ends after what is being done now; nothing is begun any more. */
  stop(): Promise<void>;
};

type ScheduleMeans = {
  readonly clock: () => Date;
  readonly everyMs: number;
  readonly report: (job: string, error: unknown) => void;
};

/** Runs the jobs one after another at each beat; a beat that comes while they still run is left out, and a job that fails stops no other. */
export function startSchedule(jobs: readonly Job[], { clock, everyMs, report }: ScheduleMeans): Schedule {
  let running: Promise<void> | null = null;
  let isStopped = false;
  const beat = async (): Promise<void> => {
    for (const job of jobs) {
      if (isStopped) return;
      // One after another: the letters are those that the planning has just written.
      // oxlint-disable-next-line no-await-in-loop
      await job.run(clock()).catch((error: unknown) => report(job.name, error));
    }
  };
  const begin = (): void => {
    running ??= beat().finally(() => {
      running = null;
    });
  };
  const timer = setInterval(begin, everyMs);
  begin();
  return {
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
