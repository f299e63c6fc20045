import { handlePublic } from '#lib/access/gate-public.ts';
import { database } from '#lib/platform/db.ts';
import { peopleFile } from '#lib/publishing/data-pages.ts';

export const dynamic = 'force-dynamic';

/** Who checks. */
export async function GET(request: Request): Promise<Response> {
  return handlePublic(request, async (reader) => peopleFile(database(), reader));
}
