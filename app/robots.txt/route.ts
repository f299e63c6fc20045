import { handlePublic } from '#lib/access/gate-public.ts';
import { database } from '#lib/platform/db.ts';
import { robotsFile } from '#lib/publishing/data-pages.ts';

export const dynamic = 'force-dynamic';

/** What programs may fetch, on a desk that publishes. */
export async function GET(request: Request): Promise<Response> {
  return handlePublic(request, async (reader) => robotsFile(database(), reader));
}
