import { handle } from '#lib/access/gate-request.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { respondForeign } from '#lib/platform/http.ts';
import { refused } from '#lib/platform/result.ts';
import { foreignFile } from '#lib/travel/data-foreign.ts';

type Props = { params: Promise<{ id: string }> };

/** An article that came from another desk, byte for byte as it came. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return handle(request, 'article.handOn', async () => {
    const { id } = await params;
    const file = isId(id) ? await foreignFile(database(), id) : null;
    return file ? respondForeign(file.bytes, { name: `${file.title}.stet` }) : refused('not-found', 'no-foreign-file');
  });
}
