import { handle } from '#lib/access/gate-request.ts';
import { MOST_CITATION_BYTES } from '#lib/ingest/citations/types.ts';
import { onText } from '#lib/ingest/reading.ts';
import { readBody } from '#lib/platform/body.ts';
import { database } from '#lib/platform/db.ts';
import { done } from '#lib/platform/result.ts';
import { importSources, previewImport } from '#lib/sources/mutations-import.ts';

const TOO_LARGE = { field: 'file', code: 'citations-too-large' } as const;

/** The bytes of a file of references: what would come in with `?look`, and without it what has come in. */
export async function POST(request: Request): Promise<Response> {
  return handle(request, 'evidence.edit', async (actor) => {
    const body = await readBody(request, MOST_CITATION_BYTES, TOO_LARGE);
    if (!body.ok) return body;
    const file = await onText('citations', body.value, body.value.length);
    if (!file.ok) return file;
    const isLook = new URL(request.url).searchParams.has('look');
    return done(await (isLook ? previewImport : importSources)(database(), actor, file.value));
  });
}
