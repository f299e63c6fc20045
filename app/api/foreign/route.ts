import { handle } from '#lib/access/gate-request.ts';
import { parse } from '#lib/platform/attempt.ts';
import { readBody } from '#lib/platform/body.ts';
import { database } from '#lib/platform/db.ts';
import { done, refused } from '#lib/platform/result.ts';
import { askToBring } from '#lib/travel/mutations.ts';
import { MOST_FILE_BYTES } from '#lib/travel/rules-file.ts';
import { bringInput } from '#lib/travel/schema.ts';

const TOO_LARGE = { field: 'file', code: 'foreign-file-too-large' } as const;

/**
 * Brings in what others have checked, in the background. The body is the file itself; what is said beside it comes in the address (`name`,
 * `publisher`, `leaveOut`), because headers hold no such letters.
 */
export async function POST(request: Request): Promise<Response> {
  return handle(request, 'foreign.bring', async (actor) => {
    const body = await readBody(request, MOST_FILE_BYTES, TOO_LARGE);
    if (!body.ok) return body;
    if (body.value.length === 0) return refused('invalid', 'foreign-file-empty', { field: 'file' });
    const { searchParams } = new URL(request.url);
    const input = parse(bringInput, {
      name: searchParams.get('name') ?? '',
      publisher: searchParams.get('publisher'),
      leaveOut: searchParams.has('leaveOut'),
    });
    return input.ok ? done(await askToBring(database(), actor, input.value, body.value)) : input;
  });
}
