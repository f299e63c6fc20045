import { handle } from '#lib/access/gate-request.ts';
import { parse } from '#lib/platform/attempt.ts';
import { database } from '#lib/platform/db.ts';
import { done, refused } from '#lib/platform/result.ts';
import { figuresOfClaim } from '#lib/workbench/data-figures.ts';
import { claimDetailInput } from '#lib/workbench/schema.ts';

/** The figures of a claim beside those of its evidence. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handle(request, 'article.read', async (actor) => {
    const input = parse(claimDetailInput, await params);
    if (!input.ok) return input;
    const figures = await figuresOfClaim(database(), actor, input.value.id);
    return figures ? done(figures) : refused('not-found', 'no-claim');
  });
}
