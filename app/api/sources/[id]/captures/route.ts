import { handle } from '#lib/access/gate-request.ts';
import { parse } from '#lib/platform/attempt.ts';
import { readBody } from '#lib/platform/body.ts';
import { database } from '#lib/platform/db.ts';
import { done, refused } from '#lib/platform/result.ts';
import { checkSource } from '#lib/sources/data-captures.ts';
import { askFileCapture } from '#lib/sources/mutations-captures.ts';
import { uploadInput } from '#lib/sources/schema-captures.ts';
import { MAX_CAPTURE_BYTES } from '#lib/sources/types-captures.ts';

type Props = { params: Promise<{ id: string }> };

const TOO_LARGE = { field: 'file', code: 'capture-file-too-large' } as const;

/**
 * Keeps a file as a capture of the source, in the background. The body is the file itself; its name comes in the address
 * (`?name=`), because headers hold no such letters.
 */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  return handle(request, 'evidence.edit', async (actor) => {
    const { id } = await params;
    await checkSource(database(), actor, 'evidence.edit', id);
    const body = await readBody(request, MAX_CAPTURE_BYTES, TOO_LARGE);
    if (!body.ok) return body;
    if (body.value.length === 0) return refused('invalid', 'capture-file-empty', { field: 'file' });
    const input = parse(uploadInput, {
      sourceId: id,
      fileName: new URL(request.url).searchParams.get('name') ?? '',
      mediaType: request.headers.get('content-type') ?? '',
    });
    return input.ok ? done(await askFileCapture(database(), actor, input.value, body.value)) : input;
  });
}
