import { handlePublicSecret } from '#lib/access/gate-public.ts';
import { database } from '#lib/platform/db.ts';
import { sharedFile } from '#lib/publishing/data-shared.ts';

export const dynamic = 'force-dynamic';

type Props = { readonly params: Promise<{ token: string }> };

/** One report at a secret address, until it runs out or is revoked. That it was opened is counted. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return handlePublicSecret(request, async (isLookedAt, reader) => {
    const { token } = await params;
    return sharedFile(database(), reader, token, isLookedAt);
  });
}
