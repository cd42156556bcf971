import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // One number for all projects: Vitest runs them together. Two workers already fill the machine the project is made for.
    maxWorkers: 2,
    projects: [
      { test: { ...shared('domain'), include: ['packages/domain/**/*.test.ts'] } },
      { test: { ...shared('office'), include: ['packages/office/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          ...shared('server'),
          include: ['packages/server/**/*.test.ts'],
          globalSetup: ['packages/server/testing/database-for-tests.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
      { test: { ...shared('web'), include: ['packages/web/**/*.test.ts'] } },
      { test: { ...shared('scripts'), include: ['scripts/**/*.test.ts'], hookTimeout: 60_000 } },
    ],
  },
});

/**
 * The files of a worker share what they import, which costs more to load than most of them test: none replaces a module, and each has a
 * server and a database of its own. A test may be slow, for the machine may be busy.
 */
function shared(name: string) {
  return { name, pool: 'threads', isolate: false, testTimeout: 30_000 } as const;
}
