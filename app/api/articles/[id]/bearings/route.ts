import { handle } from '#lib/access/gate-request.ts';
import { parse } from '#lib/platform/attempt.ts';
import { database } from '#lib/platform/db.ts';
import { done } from '#lib/platform/result.ts';
import { bearingsOfCapture } from '#lib/workbench/data-bearings.ts';
import { articleBearingsInput } from '#lib/workbench/schema.ts';

/** Which claims of an article a capture speaks of. A read by itself, as it may take seconds. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handle(request, 'article.read', async (actor) => {
    const capture = new URL(request.url).searchParams.get('capture');
    const input = parse(articleBearingsInput, { ...(await params), capture });
    if (!input.ok) return input;
    return done(await bearingsOfCapture(database(), actor, input.value.id, input.value.capture));
  });
}
