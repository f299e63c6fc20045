import { hash, verify } from '@node-rs/argon2';
import { describe, expect, test, vi } from 'vitest';
import { hashPassword, makePassword, passwordFits } from '#lib/platform/password.ts';
import { isToken, makeToken, tokenHash } from '#lib/platform/token.ts';

vi.mock('@node-rs/argon2', { spy: true });

describe('passwords', () => {
  // The first of this file, before there is a hash that is nobody's.
  test('are compared again after a first time that failed', async () => {
    vi.mocked(hash).mockRejectedValueOnce(new Error('No memory'));
    await expect(passwordFits('wrong', null)).rejects.toThrow('No memory');
    expect(await passwordFits('wrong', null)).toBe(false);
  });

  test('are kept as argon2id with a salt of their own', async () => {
    const [one, other] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expect(one).not.toBe(other);
  });

  test('fit or do not', async () => {
    const hash = await hashPassword('correct horse');
    expect(await passwordFits('correct horse', hash)).toBe(true);
    expect(await passwordFits('Correct horse', hash)).toBe(false);
    expect(await passwordFits('', hash)).toBe(false);
  });

  test('fit however the keyboard composes an accent', async () => {
    expect(await passwordFits('cafe\u0301 au lait', await hashPassword('caf\u00e9 au lait'))).toBe(true);
  });

  test('of nobody never fit, and cost the same work', async () => {
    const hash = await hashPassword('correct horse');
    const work = async (against: string | null) => {
      vi.mocked(verify).mockClear();
      expect(await passwordFits('wrong', against)).toBe(false);
      return vi.mocked(verify).mock.calls.map(([held, tried]) => [String(held).split('$').slice(0, 4), tried]);
    };
    // The same password is held against a hash of the same cost, as often.
    expect(await work(null)).toEqual(await work(hash));
    expect(await work(null)).toHaveLength(1);
  });

  test('that are made can be read out, and differ', () => {
    const made = Array.from({ length: 200 }, makePassword);
    expect(new Set(made).size).toBe(200);
    for (const password of made) expect(password).toMatch(/^[a-km-z2-9]{4}(-[a-km-z2-9]{4}){3}$/);
  });
});

describe('tokens', () => {
  test('are 256 bits in base64url, kept as a hash', () => {
    const token = makeToken();
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(isToken(token)).toBe(true);
    expect(tokenHash(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(tokenHash(token)).not.toContain(token);
  });
  test.each(['', 'x', `${'a'.repeat(43)}/`, `${'a'.repeat(42)}\n`, '../../etc'])('%j is none', (text) => {
    expect(isToken(text)).toBe(false);
  });
});
