import { handleOpen } from '#lib/access/gate-request.ts';
import { tell } from '#lib/i18n/tell.ts';
import { respond } from '#lib/platform/http.ts';
import { refused } from '#lib/platform/result.ts';

/** What no route is for is answered as all of `/api` is: as JSON, with a code. */
export async function GET(request: Request): Promise<Response> {
  return handleOpen(request, async () => respond(tell(refused('not-found', 'no-such-address'))));
}

export async function POST(request: Request): Promise<Response> {
  return handleOpen(request, async () => respond(tell(refused('not-found', 'no-such-address'))));
}
