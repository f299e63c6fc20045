import { handle } from '#lib/access/gate-request.ts';
import { parse } from '#lib/platform/attempt.ts';
import { database } from '#lib/platform/db.ts';
import { done, refused } from '#lib/platform/result.ts';
import { openForReader } from '#lib/sources/data-reader.ts';
import { noteOpening } from '#lib/sources/mutations-openings.ts';
import { readerInput } from '#lib/sources/schema-captures.ts';

/** A source opened beside the galley: a read by itself, so that it never waits behind a change. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return handle(request, 'article.read', async (actor) => {
    const capture = new URL(request.url).searchParams.get('capture');
    const input = parse(readerInput, { ...(await params), capture });
    if (!input.ok) return input;
    const opened = await openForReader(database(), actor, input.value.id, input.value.capture);
    if (!opened) return refused('not-found', 'no-source');
    if (opened.opened) await noteOpening(database(), actor, opened.opened.capture);
    return done(opened);
  });
}
