import { handlePublic } from '#lib/access/gate-public.ts';
import { database } from '#lib/platform/db.ts';
import { feedFile } from '#lib/publishing/data-pages.ts';

export const dynamic = 'force-dynamic';

/** The same as Atom (RFC 4287). */
export async function GET(request: Request): Promise<Response> {
  return handlePublic(request, async (reader) => feedFile(database(), reader, 'atom'));
}
