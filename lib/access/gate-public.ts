import type { PublicFile } from '#lib/exports/public/page.ts';
import { attempt } from '#lib/platform/attempt.ts';
import { sha256 } from '#lib/platform/canonical.ts';
import { database } from '#lib/platform/db.ts';
import { isLookAhead, respond } from '#lib/platform/http.ts';
import { done } from '#lib/platform/result.ts';
import { ownAddress } from '#lib/platform/session-token.ts';
import { SharedRuns } from '#lib/platform/shared-runs.ts';
import { mintReader } from './gate.ts';
import { publicBase } from './rules-public.ts';
import type { PublicReader } from './types.ts';

/** What is read for the public, by address: a hundred readers who come at once are not a hundred askings of the database. */
const reading = new SharedRuns<PublicFile | null>();

/**
 * The gate of a route for the public, who need no account: on a desk that publishes, what is found there; on any other, and
 * where there is nothing, the one answer that tells nothing. Who is signed in makes no difference.
 *
 * @param work null where there is nothing to read; of the request only its address may decide what is found
 */
export async function handlePublic(
  request: Request,
  work: (reader: PublicReader) => Promise<PublicFile | null>,
): Promise<Response> {
  const result = await attempt(async () => {
    const { pathname, search } = new URL(request.url);
    const file = await reading.run(`${pathname}${search}`, async () => {
      const reader = await publicReader();
      return reader && work(reader);
    });
    return done(file ? send(request, file) : nothing());
  });
  return result.ok ? result.value : respond(result);
}

/** The same for what a secret address opens: nobody keeps it, and no search engine lists it. */
export async function handlePublicSecret(
  request: Request,
  work: (isLookedAt: boolean, reader: PublicReader) => Promise<PublicFile | null>,
): Promise<Response> {
  const result = await attempt(async () => {
    const reader = await publicReader();
    // What is fetched ahead nobody has read yet.
    const file = reader && (await work(!isLookAhead(request), reader));
    if (!file) return done(nothing());
    const headers = {
      ...headersOf({ ...file, isUnlisted: true }),
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    };
    return done(new Response(file.body, { headers }));
  });
  return result.ok ? result.value : respond(result);
}

async function publicReader(): Promise<PublicReader | null> {
  const desk = await database().setting.findUniqueOrThrow({
    where: { id: 1 },
    select: { publishing: true, publicAddress: true },
  });
  if (!desk.publishing) return null;
  return mintReader({ kind: 'public', at: new Date(), base: publicBase(desk.publicAddress, ownAddress()) });
}

const nothing = (): Response =>
  new Response('There is nothing here.\n', {
    status: 404,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    },
  });

/** A browser asks each time whether its copy still holds, and a cache that stands between after a minute: both are told so in a line. */
const KEEP = 'public, max-age=0, s-maxage=60, must-revalidate';

function send(request: Request, file: PublicFile): Response {
  const etag = `"${sha256(typeof file.body === 'string' ? file.body : Buffer.from(file.body)).slice(0, 32)}"`;
  const headers = { ...headersOf(file), etag, 'cache-control': KEEP };
  const known = request.headers.get('if-none-match');
  const isKnown = known?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(file.body, { headers });
}

const headersOf = ({ type, policy, isUnlisted = false }: PublicFile): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  ...(isUnlisted ? { 'x-robots-tag': 'noindex' } : {}),
});
