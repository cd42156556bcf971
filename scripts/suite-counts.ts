export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

export function counted(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** A runner that died without a report, or failed outside any test, counts as one failure. */
function withStatus(counts: Counts, status: number): Counts {
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Counts of Vitest's JSON report. */
export function vitestCounts(report: unknown, status: number): Counts {
  const number = (key: string): number => Number((report as Record<string, unknown> | null)?.[key] ?? 0);
  const skipped = number('numPendingTests') + number('numTodoTests');
  return withStatus({ passed: number('numPassedTests'), failed: number('numFailedTests'), skipped }, status);
}

/** Counts of Playwright's JSON report; a test that passed only on a second try is a failure. */
export function playwrightCounts(report: unknown, status: number): Counts {
  const stats = (report as { stats?: Record<string, number> } | null)?.stats ?? {};
  const failed = (stats['unexpected'] ?? 0) + (stats['flaky'] ?? 0);
  return withStatus({ passed: stats['expected'] ?? 0, failed, skipped: stats['skipped'] ?? 0 }, status);
}

type VitestFile = {
  readonly name: string;
  readonly status: string;
  readonly message?: string;
  readonly assertionResults?: readonly { readonly fullName: string; readonly status: string }[];
};

/** Names of what failed, of Vitest's JSON report; a file that could not be run stands for itself. */
export function vitestFailures(report: unknown): string[] {
  const files = (report as { testResults?: readonly VitestFile[] } | null)?.testResults ?? [];
  return files.flatMap(({ name, status, assertionResults = [] }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [name] : [];
    return failed.map(({ fullName }) => `${name}: ${fullName}`);
  });
}

type PlaywrightSuite = {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly { readonly file: string; readonly title: string; readonly ok: boolean }[];
};

/** Names of what failed, of Playwright's JSON report. */
export function playwrightFailures(report: unknown): string[] {
  const { suites = [], specs = [] } = (report as PlaywrightSuite | null) ?? {};
  const own = specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`);
  return [...own, ...suites.flatMap(playwrightFailures)];
}
