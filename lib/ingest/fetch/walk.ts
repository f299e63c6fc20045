import { AppError, refuse } from '#lib/platform/result.ts';
import { hostOf, readAddress } from './address.ts';
import { type Answer, ask, forPage, headerOf } from './ask.ts';
import { leave } from './trouble.ts';
import type { Run } from './types.ts';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export type Walked = { readonly answer: Answer; readonly hops: readonly URL[] };

/**
 * Asks an address and follows where it leads, one step at a time; each is read, looked up and checked as the first one was.
 * `before` is asked ahead of every step with the number of steps made, and may refuse it; `headers` are sent with each.
 */
export async function walk(
  first: URL,
  run: Run,
  before: (url: URL, steps: number) => Promise<void>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Walked> {
  const hops = [first];
  const seen = new Set([first.href]);
  for (let step = { url: first, isRaised: false }; ; ) {
    const { url } = step;
    const made = hops.length - 1;
    const work = async () => {
      await before(url, made);
      return ask(url, run, forPage(headers));
    };
    const answer = await (step.isRaised ? orDowngrade(url, work) : work());
    if (!REDIRECTS.has(answer.status)) return { answer, hops };
    await answer.close();
    step = next(answer);
    const values = { host: hostOf(step.url) };
    if (seen.has(step.url.href)) refuse('invalid', step.isRaised ? 'fetch-downgrade' : 'fetch-circle', { values });
    if (hops.length > run.policy.mostRedirects)
      refuse('invalid', 'fetch-redirects', { values: { most: run.policy.mostRedirects } });
    seen.add(step.url.href);
    hops.push(step.url);
  }
}

/**
 * Where an answer leads. From a safe connection to one that anybody on the way can read and change is no step: the same
 * address is asked for over a safe one instead.
 */
function next(answer: Answer): { url: URL; isRaised: boolean } {
  const location = headerOf(answer, 'location');
  if (!location) refuse('invalid', 'fetch-location', { values: { host: hostOf(answer.url) } });
  const read = readAddress(location, answer.url);
  if (!read.ok)
    return read.code === 'fetch-address'
      ? refuse('invalid', 'fetch-location', { values: { host: hostOf(answer.url) } })
      : leave(read);
  const isRaised = answer.url.protocol === 'https:' && read.value.protocol === 'http:';
  if (isRaised) read.value.protocol = 'https:';
  return { url: read.value, isRaised };
}

/** The codes that say that there is no safe connection to be had. */
const UNSAFE: ReadonlySet<string> = new Set(['fetch-unreachable', 'fetch-certificate', 'fetch-tls', 'fetch-nonsense']);

async function orDowngrade(url: URL, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && UNSAFE.has(error.refusal.code))
      refuse('invalid', 'fetch-downgrade', { values: { host: hostOf(url) } });
    throw error;
  }
}
