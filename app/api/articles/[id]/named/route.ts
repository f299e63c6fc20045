import { handle } from '#lib/access/gate-request.ts';
import { parse } from '#lib/platform/attempt.ts';
import { database } from '#lib/platform/db.ts';
import { done } from '#lib/platform/result.ts';
import { namedInArticle } from '#lib/workbench/data-named.ts';
import { articleInput } from '#lib/workbench/schema.ts';

/** The sources that an article's own document names: a read by itself, so that it never waits behind a change. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handle(request, 'article.read', async (actor) => {
    const input = parse(articleInput, await params);
    return input.ok ? done(await namedInArticle(database(), actor, input.value.id)) : input;
  });
}
