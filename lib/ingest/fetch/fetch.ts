import { AppError, done, type Outcome, refuse, refused } from '#lib/platform/result.ts';
import { hostOf, readAddress } from './address.ts';
import { type Answer, headerOf } from './ask.ts';
import { readBody } from './body.ts';
import { endAfter } from './bounds.ts';
import { fileNameIn, mayBeTaken, mediaTypeOf, readContentType } from './media.ts';
import { checkRobots } from './robots.ts';
import { leave, refusalOfStatus } from './trouble.ts';
import type { Fetched, FetchPolicy, Run } from './types.ts';
import { walk } from './walk.ts';
import { wallAt } from './walls.ts';

/**
 * Fetches what a link leads to. Every refusal has a code of its own (`fetch-…`); those with the reason `unavailable` may be
 * gone at another time, the others will not.
 *
 * @throws the reason of the policy's signal where that has ended the work, and RangeError for an allow-list that is none.
 */
export const fetchLink = (link: string, policy: FetchPolicy): Promise<Outcome<Fetched>> =>
  within(link, policy, (first, run) => take(link, first, run));

/** Does what has to do with an address within the bounds of a policy; what breaks them, and what refuses, is the outcome. */
export async function within<T>(
  link: string,
  policy: FetchPolicy,
  work: (first: URL, run: Run) => Promise<T>,
): Promise<Outcome<T>> {
  const first = readAddress(link);
  if (!first.ok) return first;
  policy.signal?.throwIfAborted();
  const run: Run = { policy, stop: new AbortController() };
  const forward = () => run.stop.abort(policy.signal?.reason);
  policy.signal?.addEventListener('abort', forward, { once: true });
  const values = { host: hostOf(first.value), seconds: policy.wholeMs / 1000 };
  const whole = endAfter(run, policy.wholeMs, refused('unavailable', 'fetch-too-long', { values }));
  try {
    return done(await work(first.value, run));
  } catch (error) {
    // Whatever breaks once the run is ended breaks because of that.
    const reason = run.stop.signal.aborted ? run.stop.signal.reason : error;
    if (reason instanceof AppError) return reason.refusal;
    throw reason;
  } finally {
    whole.end();
    policy.signal?.removeEventListener('abort', forward);
  }
}

async function take(link: string, first: URL, run: Run): Promise<Fetched> {
  const { answer, hops } = await walk(first, run, (url) => checkRobots(url, run), conditions(run.policy.known));
  try {
    const { url, status } = answer;
    if (status === 304 && run.policy.known) refuse('conflict', 'fetch-unchanged');
    const refusal = refusalOfStatus(status, hostOf(url));
    if (refusal) leave(refusal);
    const wall = wallAt(hops);
    if (wall) refuse('forbidden', wall.code, { values: { host: hostOf(url) } });
    return {
      askedFor: link,
      address: url.href,
      status,
      ...(await content(answer, run)),
      headers: worthKeeping(answer),
      hops: hops.map(({ href }) => href),
      at: new Date(),
    };
  } finally {
    await answer.close();
  }
}

/** Of what a site has said nothing goes back that is no plain line. */
const PLAIN = /^[\x20-\x7e]{1,1000}$/;

function conditions(known: FetchPolicy['known']): Record<string, string> {
  const { etag = null, lastModified = null } = known ?? {};
  return {
    ...(etag !== null && PLAIN.test(etag) ? { 'if-none-match': etag } : {}),
    ...(lastModified !== null && PLAIN.test(lastModified) ? { 'if-modified-since': lastModified } : {}),
  };
}

async function content(answer: Answer, run: Run): Promise<Pick<Fetched, 'mediaType' | 'charset' | 'bytes'>> {
  const { types, mostBytes } = run.policy;
  const declared = readContentType(headerOf(answer, 'content-type'));
  if (!mayBeTaken(declared.mediaType, types)) refuse('invalid', 'fetch-type', { values: { type: declared.mediaType } });
  const bytes = await readBody(answer, run, { most: mostBytes });
  if (bytes.length === 0) refuse('not-found', 'fetch-empty');
  const name = fileNameIn(headerOf(answer, 'content-disposition')) ?? answer.url.pathname;
  const mediaType = mediaTypeOf(declared.mediaType, bytes, name, types);
  if (!mediaType.ok) return leave(mediaType);
  return { mediaType: mediaType.value, charset: declared.charset, bytes };
}

/** What a header may say of the page: what it is, of when, and by which other address it goes. */
const KEPT: ReadonlySet<string> = new Set([
  'content-type',
  'content-language',
  'content-disposition',
  'date',
  'etag',
  'last-modified',
  'link',
  'memento-datetime',
]);
const LONGEST_VALUE = 2_000;

const worthKeeping = ({ headers }: Answer): Fetched['headers'] =>
  headers.filter(([name, value]) => KEPT.has(name) && value !== '' && value.length <= LONGEST_VALUE);
