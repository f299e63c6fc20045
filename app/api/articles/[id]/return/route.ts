import { handle } from '#lib/access/gate-request.ts';
import type { PersonActor } from '#lib/access/types.ts';
import { MAX_UPLOAD_BYTES } from '#lib/ingest/types.ts';
import { parse } from '#lib/platform/attempt.ts';
import { readBody } from '#lib/platform/body.ts';
import { database } from '#lib/platform/db.ts';
import { done, refused } from '#lib/platform/result.ts';
import { previewReturn } from '#lib/reports/data-return.ts';
import { takeCameIn } from '#lib/reports/mutations-return.ts';
import { type ReturnInput, returnInput } from '#lib/reports/schema.ts';
import { readUpload } from '#lib/revisions/rules-upload.ts';

// Beside the file the fields, which are short.
const MAX_BYTES = MAX_UPLOAD_BYTES + 4096;
const TOO_LARGE = { field: 'text', code: 'file-too-large' } as const;

type Context = { readonly params: Promise<{ id: string }> };

/** A writer's copy that has come back: what is in it, or one remark of it taken. The file comes with each, and nothing of it is kept here. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return handle(request, 'article.revise', async (actor) => {
    const body = await readBody(request, MAX_BYTES, TOO_LARGE);
    if (!body.ok) return body;
    const upload = await readUpload(body.value, request.headers.get('content-type'));
    if (!upload?.original || typeof upload.fields !== 'object')
      return refused('invalid', 'return-not-docx', { field: 'text' });
    const input = parse(returnInput, { ...upload.fields, articleId: (await params).id });
    return input.ok ? done(await answer(actor, input.value, upload.original.bytes)) : input;
  });
}

const answer = (actor: PersonActor, { articleId, take }: ReturnInput, bytes: Uint8Array): Promise<unknown> =>
  take ? takeCameIn(database(), actor, articleId, bytes, take) : previewReturn(database(), actor, articleId, bytes);
