import { describe, expect, test } from 'vitest';
import { canonicalText } from '#lib/platform/canonical.ts';
import { AppError } from '#lib/platform/result.ts';
import { articleText, MAX_ARTICLE_LENGTH, typedText } from '#lib/revisions/rules-text.ts';
import { previewInput } from '#lib/revisions/schema.ts';

const refusalOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.refusal;
  }
  throw new Error('It was not refused');
};

describe('an article’s text', () => {
  test('that was typed is canonical afterwards', () =>
    expect(typedText('\uFEFFOne\r\ntwo\rthree \uD800')).toBe('One\ntwo\nthree \uFFFD'));
  test('that is canonical is taken as it is', () => {
    const text = canonicalText(' One\n\n two ');
    expect(articleText(text)).toBe(text);
  });
  test.each([
    ['holds binary content', 'One\0two', 'invalid'],
    ['holds no word', ' \n — ', 'invalid'],
    ['is too long', 'a'.repeat(MAX_ARTICLE_LENGTH + 1), 'too-large'],
  ])('that %s is refused, the field named', (_, text, reason) => {
    const { code, ...refusal } = refusalOf(() => typedText(text));
    expect(refusal).toMatchObject({ reason, fields: { text: { code } } });
  });
  test('may be as long as is said', () =>
    expect(typedText('a'.repeat(MAX_ARTICLE_LENGTH))).toHaveLength(MAX_ARTICLE_LENGTH));
  test('is refused by the form’s schema with the same reason', () => {
    const input = { articleId: '0190b5a8-0000-7000-8000-000000000000', text: 'a'.repeat(MAX_ARTICLE_LENGTH + 1) };
    expect(refusalOf(() => previewInput.safeParse(input)).reason).toBe('too-large');
  });
});
