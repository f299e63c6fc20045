import { handlePublic } from '#lib/access/gate-public.ts';
import { database } from '#lib/platform/db.ts';
import { methodFile } from '#lib/publishing/data-pages.ts';

export const dynamic = 'force-dynamic';

/** How the desk checks. */
export async function GET(request: Request): Promise<Response> {
  return handlePublic(request, async (reader) => methodFile(database(), reader));
}
