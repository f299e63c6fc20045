import type { TestProject } from 'vitest/node';
import { makeTemplate, startTestServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    server: { url: string; template: string };
  }
}

/** Runs once before the database tests: their server, and the database theirs are copied from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  project.provide('server', { url: server.url, template: await makeTemplate(server.url) });
  return server.stop;
}
