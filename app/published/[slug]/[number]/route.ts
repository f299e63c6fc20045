import { handlePublic } from '#lib/access/gate-public.ts';
import { database } from '#lib/platform/db.ts';
import { numberIn } from '#lib/platform/fields.ts';
import { reportFile } from '#lib/publishing/data-pages.ts';
import { isSlug } from '#lib/publishing/rules-public.ts';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ slug: string; number: string }> };

/** An earlier one, by its number. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return handlePublic(request, async (reader) => {
    const { slug, number } = await params;
    const asked = numberIn(number);
    return isSlug(slug) && asked !== undefined ? reportFile(database(), reader, slug, asked) : null;
  });
}
