import { done, type Outcome } from '#lib/platform/result.ts';
import { readAddress } from './address.ts';
import { ask, checkedAddresses, type Question } from './ask.ts';
import { readBody } from './body.ts';
import { within } from './fetch.ts';
import type { FetchPolicy } from './types.ts';

/** What a service has answered, whatever its status. */
export type Answered = {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly bytes: Uint8Array;
};

/**
 * Asks a service for something, under the bounds of the policy and with its checks of where the address leads. One step is
 * made: where the service leads elsewhere, that is its answer. Nobody's robots.txt is asked, as no page is read.
 *
 * @throws the reason of the policy's signal where that has ended the work.
 */
export const askService = (address: string, question: Question, policy: FetchPolicy): Promise<Outcome<Answered>> =>
  within(address, policy, async (url, run) => {
    const answer = await ask(url, run, question);
    try {
      const bytes = await readBody(answer, run, { most: policy.mostBytes });
      return { status: answer.status, headers: answer.headers, bytes };
    } finally {
      await answer.close();
    }
  });

/** Whether a link is of the public internet, so that others may be told of it: what is allowed of an intranet is not. */
export async function checkPublic(link: string, policy: FetchPolicy): Promise<Outcome<URL>> {
  const read = readAddress(link);
  if (!read.ok) return read;
  return within(link, { ...policy, allow: [] }, async (url, run) => {
    await checkedAddresses(url, run);
    return read.value;
  }).then((checked) => (checked.ok ? done(read.value) : checked));
}
