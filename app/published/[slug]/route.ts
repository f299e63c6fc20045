import { handlePublic } from '#lib/access/gate-public.ts';
import { database } from '#lib/platform/db.ts';
import { reportFile } from '#lib/publishing/data-pages.ts';
import { isSlug } from '#lib/publishing/rules-public.ts';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ slug: string }> };

/** A published report: the present one of its article. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return handlePublic(request, async (reader) => {
    const { slug } = await params;
    return isSlug(slug) ? reportFile(database(), reader, slug, null) : null;
  });
}
