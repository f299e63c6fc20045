import { handleUnattended } from '#lib/access/gate-request.ts';
import { hub } from '#lib/live/data-hub.ts';
import { hereInput } from '#lib/live/schema.ts';
import { parse } from '#lib/platform/attempt.ts';
import { readBody } from '#lib/platform/body.ts';
import { done, refused } from '#lib/platform/result.ts';

const MOST_BYTES = 1_000;

/** A window says where it is: on an article, with a claim in hand. It is told who else is there. */
export async function POST(request: Request): Promise<Response> {
  return handleUnattended(request, 'article.read', async ({ claims }) => {
    const body = await readBody(request, MOST_BYTES, { field: 'here', code: 'input-not-understood' });
    if (!body.ok) return body;
    const input = parse(hereInput, new TextDecoder().decode(body.value));
    if (!input.ok) return input;
    const here = await hub().place(claims, input.value);
    return here ? done(here) : refused('not-found', 'no-article');
  });
}
