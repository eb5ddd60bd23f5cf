import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Rules need nothing; capabilities start one PostgreSQL for the whole run and clone a database per file.
    projects: [
      {
        test: {
          name: 'rules',
          // One group after the other: each has as many workers as suit it.
          sequence: { groupOrder: 0 },
          include: [
            'platform/**/*.test.ts',
            'capabilities/*/rules/**/*.test.ts',
            'capabilities/*/console/**/*.test.ts',
            'tests/**/*.test.ts',
            'scripts/**/*.test.ts',
            'database/**/*.test.ts',
          ],
          exclude: ['platform/server/tests/**', '**/node_modules/**'],
          // No test replaces a module or leaves anything in one, so each process loads the code once, not once per file: a third of the
          // processor time of rules, and up to half of that of a capability.
          isolate: false,
          // Of two processors vitest would leave one unused.
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'capabilities',
          sequence: { groupOrder: 1 },
          include: [
            'capabilities/*/tests/**/*.test.ts',
            'apps/server/tests/**/*.test.ts',
            'platform/server/tests/**/*.test.ts',
          ],
          globalSetup: ['platform/testing/one-postgres.ts'],
          pool: 'forks',
          isolate: false,
          // What Node or pg will take away with their next version fails here first: overlapping queries on a connection that is not
          // pipelined, above all (see openPool).
          execArgv: ['--throw-deprecation'],
          maxWorkers: 2,
          // Only what hangs is to fail by the clock, also on a machine that gives us a tenth of a processor.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Errands in a real browser, each file against a server of its own; much of their time is waiting, so two go at once.
        test: {
          name: 'stories',
          sequence: { groupOrder: 2 },
          include: ['stories/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // A page comes when it comes; a second is nothing on a machine that serves two of them, a minute on one that is also used by others.
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
