import { handle } from '#lib/access/gate-request.ts';
import { linksToTell } from '#lib/people/data.ts';
import { database } from '#lib/platform/db.ts';
import { done } from '#lib/platform/result.ts';

/** The links that others have made for whoever asks, and of which they have not been told: asked for with every page. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'signed in', async (actor) => done(await linksToTell(database(), actor.id)));
}
