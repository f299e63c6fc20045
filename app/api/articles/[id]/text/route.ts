import { handle } from '#lib/access/gate-request.ts';
import { MAX_UPLOAD_BYTES } from '#lib/ingest/types.ts';
import { parse } from '#lib/platform/attempt.ts';
import { readBody } from '#lib/platform/body.ts';
import { database } from '#lib/platform/db.ts';
import { done, refused } from '#lib/platform/result.ts';
import { pasteFirstText } from '#lib/revisions/mutations-arrival.ts';
import { readUpload } from '#lib/revisions/rules-upload.ts';
import { firstTextInput } from '#lib/revisions/schema.ts';

const MAX_BYTES = 2 * MAX_UPLOAD_BYTES;
const TOO_LARGE = { field: 'text', code: 'text-too-large' } as const;

type Context = { readonly params: Promise<{ id: string }> };

/** Takes pasted words for a text that could not be fetched or read. No server action: those stop at a megabyte. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'article.add', async (actor) => {
    const body = await readBody(request, MAX_BYTES, TOO_LARGE);
    if (!body.ok) return body;
    const upload = await readUpload(body.value, request.headers.get('content-type'));
    if (typeof upload?.fields !== 'object') return refused('invalid', 'not-json');
    const input = parse(firstTextInput, { ...upload.fields, articleId: (await params).id });
    return input.ok ? done({ isRead: await pasteFirstText(database(), actor, input.value) }) : input;
  });
}
