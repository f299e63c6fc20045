import * as asn1 from 'asn1js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '#lib/platform/canonical.ts';
import { checkStamp, checkStampOfHash, requestStamp, requestStampOfHash } from '#lib/platform/timestamp.ts';
import { type Authority, type Conduct, startAuthority } from '#tests/timestamp-authority.ts';

const FILE = Buffer.from('Where every chain ends.');
let authority: Authority;
beforeAll(async () => {
  authority = await startAuthority();
});
beforeEach(() => authority.behave({}));
afterAll(() => authority.stop());

test('a stamp says when the bytes were seen, and by whom', async () => {
  const before = Date.now();
  const answer = await requestStamp(authority.url, FILE);
  const stamp = await checkStamp(answer, FILE, [authority.pem]);
  expect(stamp).toMatchObject({ by: 'A witness for tests', trusted: true });
  // The time in a stamp may be in whole seconds.
  expect(Date.parse(stamp.at)).toBeGreaterThanOrEqual(before - 1000);
});

test('the bytes themselves are not sent', async () => {
  await requestStamp(authority.url, FILE);
  expect(Buffer.from(authority.asked.at(-1) ?? []).includes(FILE)).toBe(false);
});

test('a stamp holds by the hash alone, where the bytes are gone', async () => {
  const hash = sha256(FILE);
  const answer = await requestStampOfHash(authority.url, hash);
  expect(await checkStampOfHash(answer, hash, [authority.pem])).toEqual(
    await checkStamp(answer, FILE, [authority.pem]),
  );
  await expect(checkStampOfHash(answer, sha256('another'), [])).rejects.toMatchObject({ trouble: 'wrong' });
});

test('whose certificate descends from none that is trusted is not trusted', async () => {
  const other = await startAuthority();
  try {
    const answer = await requestStamp(authority.url, FILE);
    expect(await checkStamp(answer, FILE, [])).toMatchObject({ trusted: false });
    expect(await checkStamp(answer, FILE, [other.pem])).toMatchObject({ trusted: false });
  } finally {
    await other.stop();
  }
});

test('a stamp of other bytes, one with a changed byte, and none at all do not hold', async () => {
  const answer = await requestStamp(authority.url, FILE);
  await expect(checkStamp(answer, Buffer.from('Where no chain ends.'), [])).rejects.toThrow('not one of this file');
  const changed = answer.with(-1, (answer.at(-1) ?? 0) ^ 1);
  await expect(checkStamp(changed, FILE, [])).rejects.toThrow('not one of this file');
  await expect(checkStamp(Buffer.from('{}'), FILE, [])).rejects.toThrow('no time stamp');
});

const WRONG: readonly [name: string, conduct: Conduct, words: RegExp][] = [
  ['stamps other bytes', { hash: new ArrayBuffer(32) }, /not one of this file/],
  ['answers another request', { nonce: new asn1.Integer({ value: 5 }) }, /another request/],
  ['has a certificate for something else', { purpose: '1.3.6.1.5.5.7.3.1' }, /not for signing times/],
  ['refuses', { refuses: true }, /has refused/],
  ['answers with a page', { answer: '<html>' }, /no time stamp/],
  ['answers with an error', { status: 503 }, /status 503/],
  ['answers with very much', { answer: 'x'.repeat(300_000) }, /no time stamp/],
];
describe('an authority that', () => {
  test.each(WRONG)('%s is not believed', async (_, conduct, words) => {
    authority.behave(conduct);
    await expect(requestStamp(authority.url, FILE)).rejects.toThrow(words);
  });

  test('is not there is named', async () => {
    const gone = await startAuthority();
    await gone.stop();
    await expect(requestStamp(gone.url, FILE)).rejects.toThrow(`${gone.url} does not answer`);
  });
});
