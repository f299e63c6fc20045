import { handleUnattended } from '#lib/access/gate-request.ts';
import { hub } from '#lib/live/data-hub.ts';
import { missedInput } from '#lib/live/schema.ts';
import { parse } from '#lib/platform/attempt.ts';
import { done, refused } from '#lib/platform/result.ts';

/** What has moved since a mark, asked once: by a page that has just been drawn, or where no stream comes through. */
export async function GET(request: Request): Promise<Response> {
  return handleUnattended(request, 'article.read', async ({ claims }) => {
    const input = parse(missedInput, { after: request.headers.get('last-event-id') ?? '' });
    if (!input.ok) return input;
    const missed = await hub().missed(claims, input.value.after);
    return missed ? done(missed) : refused('signed-out', 'sign-in-first');
  });
}
