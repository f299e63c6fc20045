import { handle } from '#lib/access/gate-request.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { respondForeign } from '#lib/platform/http.ts';
import { refused } from '#lib/platform/result.ts';
import { captureBytes } from '#lib/sources/data-captures.ts';

type Props = { params: Promise<{ id: string }> };

/**
 * A capture's bytes as they came, to be kept as a file. They are somebody else's: no browser is to show them, guess what they are,
 * or run anything in them.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return handle(request, 'article.read', async (actor) => {
    const { id } = await params;
    const found = isId(id) ? await captureBytes(database(), actor, id) : null;
    if (!found) return refused('not-found', 'no-capture');
    return respondForeign(found.bytes, { name: found.fileName ?? `capture-${found.number}` });
  });
}
