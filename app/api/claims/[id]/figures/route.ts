import { handle } from '#lib/access/gate-request.ts';
import { parse } from '#lib/platform/attempt.ts';
import { database } from '#lib/platform/db.ts';
import { done, refused } from '#lib/platform/result.ts';
import { besideOfClaim } from '#lib/workbench/data-figures.ts';
import { claimDetailInput } from '#lib/workbench/schema.ts';

/** The figures and quotations of a claim beside its evidence. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handle(request, 'article.read', async (actor) => {
    const input = parse(claimDetailInput, await params);
    if (!input.ok) return input;
    const beside = await besideOfClaim(database(), actor, input.value.id);
    return beside ? done(beside) : refused('not-found', 'no-claim');
  });
}
