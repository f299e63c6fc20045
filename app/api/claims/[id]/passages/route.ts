import { handle } from '#lib/access/gate-request.ts';
import { parse } from '#lib/platform/attempt.ts';
import { database } from '#lib/platform/db.ts';
import { done, refused } from '#lib/platform/result.ts';
import { passagesForClaim } from '#lib/workbench/data-passages.ts';
import { claimPassagesInput } from '#lib/workbench/schema.ts';

/** What captures say that bears on a claim: of the one in the address, or of the newest ones. A read by itself, as it may take seconds. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handle(request, 'article.read', async (actor) => {
    const capture = new URL(request.url).searchParams.get('capture');
    const input = parse(claimPassagesInput, { ...(await params), capture });
    if (!input.ok) return input;
    const found = await passagesForClaim(database(), actor, input.value.id, input.value.capture);
    return found ? done(found) : refused('not-found', 'no-claim');
  });
}
