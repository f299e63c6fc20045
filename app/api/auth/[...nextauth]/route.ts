import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { handleOpen } from '#lib/access/gate-request.ts';
import { authOptions } from '#lib/access/gate-session.ts';
import { tell } from '#lib/i18n/tell.ts';
import { signInWithLink, signInWithPassword } from '#lib/people/mutations-sign-in.ts';
import { readBody } from '#lib/platform/body.ts';
import { respond } from '#lib/platform/http.ts';
import { refused } from '#lib/platform/result.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

/** The longest password, a token and an address, percent-encoded, and as much again. */
const MAX_BYTES = 16 * 1024;
const TOO_LARGE = { field: 'password', code: 'sign-in-too-long' } as const;

/** What of next-auth's own endpoints is used. The rest is not there: `session` would prolong a cookie for the asking. */
const USED = { GET: new Set(['csrf']), POST: new Set(['callback/password', 'callback/link', 'signout']) } as const;

export async function GET(request: NextRequest, context: Context): Promise<Response> {
  return handleOpen(request, () => answer(request, context, 'GET'));
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
  return handleOpen(request, async () => {
    const body = await readBody(request, MAX_BYTES, TOO_LARGE);
    if (!body.ok) return respond(tell(body));
    const { method, headers } = request;
    const read = new NextRequest(request.url, { method, headers, body: Buffer.from(body.value) });
    return answer(read, context, 'POST');
  });
}

// The options read the environment, so they are made at a request and not while the app is built.
async function answer(request: NextRequest, context: Context, method: keyof typeof USED): Promise<Response> {
  const { nextauth } = await context.params;
  if (!USED[method].has(nextauth.join('/'))) return respond(tell(refused('not-found', 'nothing-here')));
  return NextAuth(request, context, authOptions({ password: signInWithPassword, link: signInWithLink }));
}
