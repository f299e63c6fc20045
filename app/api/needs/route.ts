import { handleUnattended } from '#lib/access/gate-request.ts';
import { markFor } from '#lib/live/data-mark.ts';
import { readNeeds } from '#lib/needs/data.ts';
import type { NeedCountDTO } from '#lib/needs/types.ts';
import { database } from '#lib/platform/db.ts';
import { done } from '#lib/platform/result.ts';

/** How much needs the reader, for the head of every page, which asks by itself. */
export async function GET(request: Request): Promise<Response> {
  return handleUnattended(request, 'signed in', async ({ actor }) => {
    const mark = await markFor(database(), actor);
    const { counts, more } = await readNeeds(database(), actor, 'now');
    return done({ count: counts.now, more, mark } satisfies NeedCountDTO);
  });
}
