import { handlePublic } from '#lib/access/gate-public.ts';
import { database } from '#lib/platform/db.ts';
import { sitemapFile } from '#lib/publishing/data-pages.ts';

export const dynamic = 'force-dynamic';

/** The addresses of what is published, for search engines. */
export async function GET(request: Request): Promise<Response> {
  return handlePublic(request, async (reader) => sitemapFile(database(), reader));
}
