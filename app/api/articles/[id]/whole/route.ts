import { handle } from '#lib/access/gate-request.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { isLookAhead, lookAhead, streamOf } from '#lib/platform/http.ts';
import { done, refused } from '#lib/platform/result.ts';
import { sql } from '#lib/platform/sql.ts';
import { fileName } from '#lib/reports/rules-file-name.ts';
import { articleFile } from '#lib/travel/data-export.ts';
import { askHandingOn, noteHandingOn } from '#lib/travel/mutations.ts';

type Props = { params: Promise<{ id: string }> };

/** A whole article for another Stet, sent as it is made; with `?look`, whether it may be handed on. Handing it on is written into its history. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return handle(request, 'article.handOn', async (actor) => {
    const { id } = await params;
    if (!isId(id)) return refused('not-found', 'no-article');
    const article = await askHandingOn(database(), sql(), actor, id);
    if (isLookAhead(request)) return lookAhead(request);
    if (new URL(request.url).searchParams.has('look')) return done({ id });
    await noteHandingOn(database(), actor, id);
    return new Response(streamOf(articleFile(sql(), id)), {
      headers: {
        'content-type': 'application/x-ndjson; charset=utf-8',
        'content-disposition': `attachment; filename="${fileName(article.headline)}.stet"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  });
}
