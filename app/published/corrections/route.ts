import { handlePublic } from '#lib/access/gate-public.ts';
import { database } from '#lib/platform/db.ts';
import { correctionsFile } from '#lib/publishing/data-pages.ts';

export const dynamic = 'force-dynamic';

/** What was wrong, and when it was set right. */
export async function GET(request: Request): Promise<Response> {
  return handlePublic(request, async (reader) => correctionsFile(database(), reader));
}
