import { handlePublic } from '#lib/access/gate-public.ts';
import { database } from '#lib/platform/db.ts';
import { indexFile } from '#lib/publishing/data-pages.ts';

export const dynamic = 'force-dynamic';

/** Everything that is published, searched and by page. */
export async function GET(request: Request): Promise<Response> {
  return handlePublic(request, async (reader) => indexFile(database(), reader, new URL(request.url).searchParams));
}
