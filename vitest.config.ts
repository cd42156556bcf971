import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // One number for all projects: Vitest runs them together. Two workers already fill the machine the project is made for.
    maxWorkers: 2,
    projects: [
      {
        test: { name: 'domain', include: ['packages/domain/**/*.test.ts'], pool: 'threads', isolate: false },
      },
      {
        test: {
          name: 'office',
          include: ['packages/office/**/*.test.ts'],
          pool: 'threads',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['packages/server/**/*.test.ts'],
          globalSetup: ['packages/server/testing/database-for-tests.ts'],
          pool: 'threads',
          // Each file has a server and a database of its own; to load the application anew for each costs more than most files test.
          isolate: false,
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'web', include: ['packages/web/**/*.test.ts'], pool: 'threads' } },
      { test: { name: 'scripts', include: ['scripts/**/*.test.ts'], pool: 'threads', hookTimeout: 60_000 } },
    ],
  },
});
