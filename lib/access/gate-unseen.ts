import { tell } from '#lib/i18n/tell.ts';
import { type Result, refused } from '#lib/platform/result.ts';

/**
 * An answer as it leaves the server. What is not there and what is not the reader's to see are told in the same words,
 * whichever record missed it first: any difference would tell which of the two it is.
 */
export const unseen = <T>(result: Result<T>): Result<T> =>
  !result.ok && result.reason === 'not-found' ? tell(refused('not-found', 'not-here')) : result;
