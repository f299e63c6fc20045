import { handle } from '#lib/access/gate-request.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { respondForeign } from '#lib/platform/http.ts';
import { refused } from '#lib/platform/result.ts';
import { captureBytes } from '#lib/sources/data-captures.ts';
import { pictureType } from '#lib/sources/rules-captures.ts';

type Props = { params: Promise<{ id: string }> };

/** A capture that is a picture by its own bytes, to be shown; anything else is not there. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return handle(request, 'article.read', async (actor) => {
    const { id } = await params;
    const found = isId(id) ? await captureBytes(database(), actor, id) : null;
    const type = found && pictureType(found.bytes);
    if (!found || !type) return refused('not-found', 'no-capture');
    return respondForeign(found.bytes, { type });
  });
}
