import { handle } from '#lib/access/gate-request.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { isLookAhead, lookAhead, streamOf } from '#lib/platform/http.ts';
import { refused } from '#lib/platform/result.ts';
import { articleCaptures, capturesArchive } from '#lib/reports/data-archive.ts';
import { noteCapturesExport } from '#lib/reports/mutations.ts';
import { fileName } from '#lib/reports/rules-file-name.ts';

type Props = { params: Promise<{ id: string }> };

/** The captures of an article's sources as one archive, sent as it is made. Handing it out is written into the article's history. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return handle(request, 'report.export', async (actor) => {
    const { id } = await params;
    const found = isId(id) ? await articleCaptures(database(), actor, id) : null;
    if (!found) return refused('not-found', 'no-article');
    if (isLookAhead(request)) return lookAhead(request);
    await noteCapturesExport(database(), actor, found);
    return new Response(streamOf(capturesArchive(database(), found, new Date())), {
      headers: {
        'content-type': 'application/wacz',
        'content-disposition': `attachment; filename="${fileName(found.article.headline)}-captures.wacz"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  });
}
