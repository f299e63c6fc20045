import { handle } from '#lib/access/gate-request.ts';
import { database } from '#lib/platform/db.ts';
import { refused } from '#lib/platform/result.ts';
import { sourcesAsFile } from '#lib/sources/data-export.ts';
import { citationFormat, sourcesAsked } from '#lib/sources/schema.ts';

type Props = { params: Promise<{ format: string }> };

/** The sources that the list at the same address would show, as a file of references. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return handle(request, 'article.read', async (actor) => {
    const format = citationFormat.safeParse((await params).format);
    if (!format.success) return refused('not-found', 'not-here');
    const { q, ...search } = Object.fromEntries(new URL(request.url).searchParams);
    const { text, type, ending } = await sourcesAsFile(
      database(),
      actor,
      sourcesAsked.parse({ ...search, words: q }),
      format.data,
    );
    return new Response(text, {
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="sources.${ending}"`,
        'cache-control': 'private, no-store',
      },
    });
  });
}
