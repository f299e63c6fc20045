import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { cloneTemplate, makeTemplate } from '#tests/db/server.ts';
import { cleanEnvironment } from './stet.ts';

const Account = z.object({
  name: z.string(),
  role: z.enum(['admin', 'editor', 'reviewer', 'viewer']),
  email: z.string(),
  password: z.string(),
});
export type Account = z.infer<typeof Account>;

/** A database with the samples in it, to be copied and never written to, and the people in every copy. */
const Samples = z.object({ template: z.string(), accounts: z.array(Account) });
export type Samples = z.infer<typeof Samples>;

/** The variable that hands the run's samples on to its workers. */
const VARIABLE = 'STET_TEST_SAMPLES';

/** Loads the samples once for all workers to come, unless that was done; resolves with what takes them away again. */
export async function shareSamples(serverUrl: string): Promise<() => Promise<unknown>> {
  if (process.env[VARIABLE]) return async () => {};
  const { samples, drop } = await makeSamples(serverUrl);
  process.env[VARIABLE] = JSON.stringify(samples);
  return drop;
}

/** The samples shared by the run, or, outside of one, made now. */
export async function sharedSamples(serverUrl: string): Promise<Samples> {
  const shared = process.env[VARIABLE];
  return shared ? Samples.parse(JSON.parse(shared)) : (await makeSamples(serverUrl)).samples;
}

async function makeSamples(serverUrl: string): Promise<{ samples: Samples; drop: () => Promise<unknown> }> {
  const { url, name, drop } = await cloneTemplate(serverUrl, await makeTemplate(serverUrl));
  // Its connections end with the process: a database somebody is connected to cannot be copied.
  const { stdout } = await promisify(execFile)(process.execPath, ['tests/e2e/seed.ts', 'http://127.0.0.1'], {
    env: cleanEnvironment({ DATABASE_URL: url }),
    cwd: resolve('.'),
  });
  return { samples: Samples.parse({ template: name, ...JSON.parse(stdout) }), drop };
}
