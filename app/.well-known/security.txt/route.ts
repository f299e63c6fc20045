import { handleOpen } from '#lib/access/gate-request.ts';
import { ownAddress } from '#lib/platform/session-token.ts';

export const dynamic = 'force-dynamic';

const A_YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** Where to report a weakness (RFC 9116), on a desk that has set an address for it; elsewhere there is no such file. */
export async function GET(request: Request): Promise<Response> {
  return handleOpen(request, async () => {
    const contact = process.env.STET_SECURITY_CONTACT;
    if (!contact)
      return new Response('No contact is set.\n', { status: 404, headers: { 'content-type': 'text/plain' } });
    const lines = [
      `Contact: ${contact}`,
      `Expires: ${new Date(Date.now() + A_YEAR_MS).toISOString()}`,
      'Preferred-Languages: en',
      `Canonical: ${new URL('/.well-known/security.txt', ownAddress()).href}`,
    ];
    return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
  });
}
