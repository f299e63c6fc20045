import { describe, expect, test } from 'vitest';
import { editArticleInput } from '#lib/articles/schema.ts';
import { writeCommentInput } from '#lib/comments/schema.ts';
import { addFeedInput } from '#lib/inbox/schema.ts';
import { dayIn } from '#lib/ingest/guess.ts';
import { localDate } from '#lib/ingest/read/detail-words.ts';
import { periodInput } from '#lib/numbers/schema.ts';
import { canonicalText, cut, isSeen } from '#lib/platform/canonical.ts';
import { isInstant, optionalDate, optionalInstant, optionalText, text } from '#lib/platform/fields.ts';
import { articleDetailsInput } from '#lib/revisions/schema.ts';
import { sourceFields } from '#lib/sources/schema.ts';

const FAR = ['9999-12-31T23:59:59-14:00', '9999-01-01T00:00:00Z', '0000-01-01T00:00:00Z', '1000-01-01T00:00:00+00:01'];
const FAR_DAYS = ['0000-01-01', '0999-12-31', '9999-01-01', '9999-12-31'];
const ID = '018f0000-0000-7000-8000-000000000001';

describe('an instant', () => {
  test.each([
    ['2026-03-13T16:00:00+01:00', '2026-03-13T15:00:00.000Z'],
    ['1000-01-01T00:00:00Z', '1000-01-01T00:00:00.000Z'],
    ['9998-12-31T23:59:59.999Z', '9998-12-31T23:59:59.999Z'],
    ['', null],
  ])('%j comes out in UTC', (given, kept) => expect(optionalInstant.parse(given)).toBe(kept));
  test.each([...FAR, '2026-02-30T00:00:00Z', '+010000-01-01T00:00:00.000Z'])('%j is none', (far) => {
    expect(optionalInstant.safeParse(far).success).toBe(false);
    expect(isInstant(far)).toBe(false);
  });
});

describe('a day', () => {
  test.each(['1000-01-01', '2024-02-29', '9998-12-31'])('%j', (day) => expect(optionalDate.parse(day)).toBe(day));
  test.each([...FAR_DAYS, '2026-02-29', '2026-13-01', '2026-1-1', '2026-01-01T00:00'])('%j is none', (day) =>
    expect(optionalDate.safeParse(day).success).toBe(false),
  );
  test.each([...FAR_DAYS, '0000-01-01T10:00:00Z', 'January 1, 0000'])('%j is none where it is read', (words) => {
    expect(localDate(words)).toBeNull();
    expect(dayIn(words)).toBeNull();
  });
});

test.each(FAR)('%s is refused at every door', (far) => {
  const day = far.startsWith('9') ? '9999-12-31' : '0000-01-01';
  const paths = (read: { error?: { issues: readonly { path: PropertyKey[] }[] } }) =>
    (read.error?.issues ?? []).map(({ path }) => path.join('.'));
  const details = { headline: 'X', outlet: null, byline: null, link: null, publishedOn: day, dueAt: far };
  expect(paths(articleDetailsInput.safeParse(details))).toEqual(['publishedOn', 'dueAt']);
  expect(paths(editArticleInput.safeParse({ ...details, id: ID, version: 1 }))).toEqual(['publishedOn', 'dueAt']);
  const asked = { addressee: null, whom: null, how: null, dueAt: far, holds: null };
  const comment = { articleId: ID, claimId: ID, kind: 'query', body: 'When?', asked };
  expect(paths(writeCommentInput.safeParse(comment))).toEqual(['asked.dueAt']);
  expect(paths(periodInput.safeParse({ from: day, to: day }))).toEqual(['from', 'to']);
  expect(paths(sourceFields.safeParse({ title: 'X', kind: 'person', tier: 'primary', publishedOn: day }))).toContain(
    'publishedOn',
  );
});

test('signs that a terminal obeys come into no text', () => {
  const evil = 'a\0b\u0007c\u001b[31md\u007fe\u009bf\tg\r\nh\fi\u0085j\ud800';
  expect(canonicalText(evil)).toBe('abc[31mdef\tg\nh\ni\nj\ufffd');
  expect(text(50).parse('\u001b]0;x\u0007')).toBe(']0;x');
  expect(text(50).safeParse('\u001b').success).toBe(false);
  expect(optionalText(50).parse('\u0008')).toBeNull();
});

test('nothing of a sign is left by itself, and what has no width is not seen', () => {
  expect(cut('ab😀', 3)).toBe('ab');
  expect(cut('ab😀', 4)).toBe('ab😀');
  expect(['', ' \u00a0', '\u200b\u2060\ufeff', '\u00ad\u202e'].map(isSeen)).toEqual([false, false, false, false]);
  expect(['a', ' . ', '👩\u200d👧'].map(isSeen)).toEqual([true, true, true]);
});

test.each(['https://ines:secret@post.example/feed', 'https://ines@post.example/feed', 'https:ines:x@post.example/'])(
  'a feed at %s is refused: who may read it would stand there for everybody',
  (link) => expect(addFeedInput.safeParse({ link }).success).toBe(false),
);
test('a feed with @ in its path is taken', () =>
  expect(addFeedInput.safeParse({ link: 'https://post.example/@ines/feed' }).success).toBe(true));
