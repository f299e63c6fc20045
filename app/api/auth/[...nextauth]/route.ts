import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '#lib/access/gate-session.ts';
import { signInWithLink, signInWithPassword } from '#lib/people/mutations-sign-in.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

// The options read the environment, so they are made at a request and not while the app is built.
const handler = (request: NextRequest, context: Context) =>
  NextAuth(request, context, authOptions({ password: signInWithPassword, link: signInWithLink }));

export { handler as GET, handler as POST };
