import { handlePublic } from '#lib/access/gate-public.ts';
import { database } from '#lib/platform/db.ts';
import { numberIn } from '#lib/platform/fields.ts';
import { claimFile } from '#lib/publishing/data-pages.ts';
import { isSlug } from '#lib/publishing/rules-public.ts';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ slug: string; claim: string }> };

/** One claim as a box for other pages. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return handlePublic(request, async (reader) => {
    const { slug, claim } = await params;
    const asked = numberIn(claim);
    return isSlug(slug) && asked !== undefined ? claimFile(database(), reader, slug, asked) : null;
  });
}
