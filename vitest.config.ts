import { defineConfig } from 'vitest/config';

// Tests run in a hostile time zone: code that leans on the machine's own zone fails here first.
process.env.TZ = 'Pacific/Chatham';
// A database somebody works on is never a test's.
delete process.env.DATABASE_URL;

// A bound for what hangs, not for what is slow: a busy machine is no fault of the code's.
const PATIENT = { testTimeout: 120_000, hookTimeout: 120_000 };

/** Database tests that put something in a module’s place, or an environment before one is loaded: each has a process of its own. */
const APART = 'tests/db/**/*.apart.test.ts';

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      { test: { name: 'unit', ...PATIENT, include: ['tests/unit/**/*.test.ts', 'tests/structure/**/*.test.ts'] } },
      {
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          exclude: [APART],
          // One file after another in one process: what they all import is loaded once, and is quick by then.
          isolate: false,
          globalSetup: ['tests/db/setup.ts'],
          ...PATIENT,
        },
      },
      { test: { name: 'db-apart', include: [APART], globalSetup: ['tests/db/setup.ts'], ...PATIENT } },
      {
        test: {
          name: 'launcher',
          include: ['tests/launcher/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
