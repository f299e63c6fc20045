import { handle } from '#lib/access/gate-request.ts';
import { MAX_UPLOAD_BYTES } from '#lib/ingest/types.ts';
import { parse } from '#lib/platform/attempt.ts';
import { readBody } from '#lib/platform/body.ts';
import { database } from '#lib/platform/db.ts';
import { done, refused } from '#lib/platform/result.ts';
import { revise } from '#lib/revisions/mutations-revise.ts';
import { readUpload } from '#lib/revisions/rules-upload.ts';
import { reviseInput } from '#lib/revisions/schema.ts';

const MAX_BYTES = 2 * MAX_UPLOAD_BYTES;
const TOO_LARGE = { field: 'text', code: 'text-too-large' } as const;

type Context = { readonly params: Promise<{ id: string }> };

/** Takes a new text as the article's present revision, with the file it was read from. No server action: those stop at a megabyte. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'article.revise', async (actor) => {
    const body = await readBody(request, MAX_BYTES, TOO_LARGE);
    if (!body.ok) return body;
    const upload = await readUpload(body.value, request.headers.get('content-type'));
    if (typeof upload?.fields !== 'object') return refused('invalid', 'not-json');
    const input = parse(reviseInput, { ...upload.fields, articleId: (await params).id });
    return input.ok ? done(await revise(database(), actor, input.value, upload.original)) : input;
  });
}
