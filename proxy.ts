import { type NextRequest, NextResponse } from 'next/server';

const development = process.env.NODE_ENV === 'development';

/**
 * The content security policy of one page. Scripts run by nonce alone; `strict-dynamic` lets Next's own loader
 * fetch its chunks. Style attributes stay allowed because positions (popovers, rails) are computed values.
 */
function policyFor(nonce: string): string {
  const evalForDevelopment = development ? " 'unsafe-eval'" : '';
  // The development overlay writes style elements without a nonce, and a nonce would switch 'unsafe-inline' off.
  const styles = development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evalForDevelopment}`,
    `style-src ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Gives every page a fresh nonce, one that is fetched ahead too: a browser shows it later as it came. It checks nobody's
 * rights: the gates in `lib/access` do.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = policyFor(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Where the sign-in leads back to: a page cannot know its own address.
  headers.set('x-stet-path', request.nextUrl.pathname + request.nextUrl.search);
  // Next reads the nonce for its own scripts from the request's policy.
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  // The interface (`/api`) answers with data and takes uploads, which must not pass through here: Next would
  // buffer 10 MB of a body and hand on the rest cut short. What the public reads runs no script and has a policy of its own.
  matcher: [
    '/((?!api/|published(?:/|$)|shared/|robots\\.txt$|_next/static/|_next/image/|icon\\.svg$|favicon\\.ico$).*)',
  ],
};
