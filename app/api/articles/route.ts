import { handle } from '#lib/access/gate-request.ts';
import { MAX_UPLOAD_BYTES } from '#lib/ingest/types.ts';
import { parse } from '#lib/platform/attempt.ts';
import { readBody } from '#lib/platform/body.ts';
import { database } from '#lib/platform/db.ts';
import { done, refused } from '#lib/platform/result.ts';
import { bringArticle } from '#lib/revisions/mutations.ts';
import { readUpload } from '#lib/revisions/rules-upload.ts';
import { addArticleInput } from '#lib/revisions/schema.ts';
import { findArticles } from '#lib/workbench/data-find.ts';
import { findArticlesInput } from '#lib/workbench/schema.ts';

// As JSON a text takes up to twice its bytes, and beside it may come the file that it was read from; how long an article
// may be, the schema's own limit says.
const MAX_BYTES = 2 * MAX_UPLOAD_BYTES;
const TOO_LARGE = { field: 'text', code: 'text-too-large' } as const;

/** Adds an article; a long text is read by a job. A route of its own rather than a server action: those stop at a megabyte. */
export async function POST(request: Request): Promise<Response> {
  return handle(request, 'article.add', async (actor) => {
    const body = await readBody(request, MAX_BYTES, TOO_LARGE);
    if (!body.ok) return body;
    const upload = await readUpload(body.value, request.headers.get('content-type'));
    if (upload === null) return refused('invalid', 'not-json');
    const input = parse(addArticleInput, upload.fields);
    return input.ok ? done(await bringArticle(database(), actor, input.value, upload.original)) : input;
  });
}

/** The articles that the asker may read, found by what is typed of their names: `?q=`. */
export async function GET(request: Request): Promise<Response> {
  return handle(request, 'article.read', async (actor) => {
    const input = parse(findArticlesInput, Object.fromEntries(new URL(request.url).searchParams));
    return input.ok ? done(await findArticles(database(), actor, input.value.q)) : input;
  });
}
