import { handle } from '#lib/access/gate-request.ts';
import { onText } from '#lib/ingest/reading.ts';
import { MAX_UPLOAD_BYTES } from '#lib/ingest/types.ts';
import { readBody } from '#lib/platform/body.ts';
import { sha256 } from '#lib/platform/canonical.ts';
import { database } from '#lib/platform/db.ts';
import { done } from '#lib/platform/result.ts';
import { findSameText } from '#lib/revisions/mutations.ts';
import { articleText } from '#lib/revisions/rules-text.ts';

const TOO_LARGE = { field: 'text', code: 'file-too-large' } as const;

/**
 * The bytes of a text file, or of a text that was pasted: what its head says, in which language it is, and whether the
 * very same text is already here. Saves nothing.
 */
export async function POST(request: Request): Promise<Response> {
  return handle(request, 'article.add', async (actor) => {
    const body = await readBody(request, MAX_UPLOAD_BYTES, TOO_LARGE);
    if (!body.ok) return body;
    const isMarkdown = new URL(request.url).searchParams.get('as') === 'markdown';
    const plain = await onText('text', { bytes: body.value, isMarkdown }, body.value.length);
    if (!plain.ok) return plain;
    const text = articleText(plain.value);
    const known = await findSameText(database(), actor, sha256(text));
    return done({ text, ...(await onText('guess', text, text.length)), known });
  });
}
