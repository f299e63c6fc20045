import { requireActor } from '#lib/access/gate-session.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { jobPage } from './data.ts';
import type { JobPage } from './types.ts';

/** One page of everybody's jobs, newest first. What the address asks for wrongly becomes the first page. */
export async function loadJobs(after: string | null): Promise<JobPage> {
  const actor = await requireActor('job.manage');
  return jobPage(database(), actor, after !== null && isId(after) ? after : null);
}
