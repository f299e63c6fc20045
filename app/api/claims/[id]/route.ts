import { handle } from '#lib/access/gate-request.ts';
import { parse } from '#lib/platform/attempt.ts';
import { database } from '#lib/platform/db.ts';
import { done, refused } from '#lib/platform/result.ts';
import { claimDetail, withReceipt } from '#lib/workbench/data-detail.ts';
import { claimDetailInput } from '#lib/workbench/schema.ts';

/** One claim in full, for the workbench's panel. A read by itself, so that it never waits behind a change. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handle(request, 'article.read', async (actor) => {
    const input = parse(claimDetailInput, await params);
    if (!input.ok) return input;
    const detail = await claimDetail(database(), actor, input.value.id);
    return detail ? done(withReceipt(detail)) : refused('not-found', 'no-claim');
  });
}
