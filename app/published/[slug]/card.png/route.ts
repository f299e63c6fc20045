import { handlePublic } from '#lib/access/gate-public.ts';
import { database } from '#lib/platform/db.ts';
import { cardOf } from '#lib/publishing/data-pages.ts';
import { isSlug } from '#lib/publishing/rules-public.ts';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ slug: string }> };

/** A picture for who passes the page on. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return handlePublic(request, async (reader) => {
    const { slug } = await params;
    return isSlug(slug) ? cardOf(database(), reader, slug) : null;
  });
}
