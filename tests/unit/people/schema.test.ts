import { describe, expect, test } from 'vitest';
import { tell } from '#lib/i18n/tell.ts';
import { createUserInput, email, inviteInput, newPassword, ownPasswordInput, resetInput } from '#lib/people/schema.ts';
import { parse } from '#lib/platform/attempt.ts';

describe('an e-mail address', () => {
  test('means the same person however it is typed', () => {
    expect(email.parse('  Ana.Ruiz@Example.ORG\r\n')).toBe('ana.ruiz@example.org');
  });
  test.each(['', 'ana', 'ana@', '@example.org', 'a b@example.org', `${'a'.repeat(250)}@example.org`])(
    '%j is refused',
    (typed) => {
      expect(email.safeParse(typed).success).toBe(false);
    },
  );
});

describe('a new password', () => {
  test('is kept exactly as typed, spaces too', () => {
    expect(newPassword.parse('  ten signs  ')).toBe('  ten signs  ');
  });
  test.each([
    ['short', 'At least 10 characters.'],
    ['x'.repeat(20), 'Not one sign over and over.'],
    ['long '.repeat(50), 'At most 200 characters.'],
  ])('%j is refused: %s', (typed, words) => {
    const refusal = parse(resetInput, { password: typed });
    expect(refusal.ok ? null : tell(refusal).fields).toEqual({ password: words });
  });
  test('is another than the present one', () => {
    const same = parse(ownPasswordInput, { current: 'correct horse', password: 'correct horse' });
    expect(same).toMatchObject({ ok: false, reason: 'invalid', fields: { password: { code: 'password-same' } } });
  });
});

describe('input that is not right', () => {
  test('names each field once, the first of them in the message', () => {
    const refusal = parse(createUserInput, { email: 'x', name: ' ', role: 'king', password: 'short' });
    expect(refusal.ok ? null : tell(refusal)).toEqual({
      ok: false,
      reason: 'invalid',
      code: 'input-not-understood',
      message: 'Email: An address such as ana@example.org.',
      fields: {
        email: 'An address such as ana@example.org.',
        name: 'Say something here.',
        role: 'One of viewer, reviewer, editor, admin.',
        password: 'At least 10 characters.',
      },
    });
  });
  test('may be anything at all', () => {
    for (const input of [undefined, null, 3, 'text', [], { email: {} }, { email: ['a@b.c'] }])
      expect(parse(inviteInput, input)).toMatchObject({ ok: false, reason: 'invalid' });
  });
  test('an empty name counts as none', () => {
    expect(parse(inviteInput, { email: 'a@example.org', name: ' ', role: 'viewer' })).toEqual({
      ok: true,
      value: { email: 'a@example.org', name: null, role: 'viewer' },
    });
  });
});
