import { startTestServer, TEST_SERVER } from '#tests/db/server.ts';
import { shareSamples } from './samples.ts';

/** Runs once before the browser tests: their Postgres, and the samples that each worker's database is copied from. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startTestServer();
  process.env[TEST_SERVER] = server.url;
  const drop = await shareSamples(server.url);
  return async () => {
    await drop();
    await server.stop();
  };
}
