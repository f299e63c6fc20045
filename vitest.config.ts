import { defineConfig } from 'vitest/config';

// Tests run in a hostile time zone: code that leans on the machine's own zone fails here first.
process.env.TZ = 'Pacific/Chatham';
// A database somebody works on is never a test's.
delete process.env.DATABASE_URL;

// A bound for what hangs, not for what is slow: a busy machine is no fault of the code's.
const PATIENT = { testTimeout: 120_000, hookTimeout: 120_000 };

/**
 * For processes of one file, which do much once and little often: V8's last and dearest compiler costs them more than it saves, and so
 * does clearing away what is young as often as a small heap must.
 */
const BRIEF = ['--no-opt', '--max-semi-space-size=64'];

/** Tests that put something in a module’s place, or an environment before one is loaded: each has a process of its own. */
const APART = { unit: 'tests/unit/**/*.apart.test.ts', db: 'tests/db/**/*.apart.test.ts' };

/** Tests that knock at every door of the server: what stands in for Next is the same in each, and the server is loaded once. */
const DOORS = 'tests/db/**/*.doors.test.ts';

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/structure/**/*.test.ts'],
          exclude: [APART.unit],
          // One file after another in one process: the language model alone takes longer to load than most files to run.
          isolate: false,
          ...PATIENT,
        },
      },
      { test: { name: 'unit-apart', include: [APART.unit], ...PATIENT } },
      {
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          exclude: [APART.db, DOORS],
          // One file after another in one process: what they all import is loaded once, and is quick by then.
          isolate: false,
          globalSetup: ['tests/db/setup.ts'],
          ...PATIENT,
        },
      },
      {
        test: {
          name: 'db-apart',
          include: [APART.db],
          execArgv: BRIEF,
          globalSetup: ['tests/db/setup.ts'],
          ...PATIENT,
        },
      },
      {
        test: {
          name: 'db-doors',
          include: [DOORS],
          isolate: false,
          globalSetup: ['tests/db/setup.ts'],
          ...PATIENT,
        },
      },
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
