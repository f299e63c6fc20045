import { handle } from '#lib/access/gate-request.ts';
import { parse } from '#lib/platform/attempt.ts';
import { database } from '#lib/platform/db.ts';
import { done, refused } from '#lib/platform/result.ts';
import { workbench } from '#lib/workbench/data.ts';
import { readingKey } from '#lib/workbench/rules.ts';
import { articleInput } from '#lib/workbench/schema.ts';
import type { BenchNewsDTO } from '#lib/workbench/types.ts';

/** A workbench as it is now, without its text: for one that is open. A read by itself, so that it never waits behind a change. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handle(request, 'article.read', async (actor) => {
    const input = parse(articleInput, await params);
    if (!input.ok) return input;
    const bench = await workbench(database(), actor, input.value.id);
    if (!bench) return refused('not-found', 'no-article');
    const { id, number } = bench.revision;
    return done({ ...bench, revision: { id, number }, reading: readingKey(bench.revision) } satisfies BenchNewsDTO);
  });
}
