import { describe, expect, test } from 'vitest';
import { assertAdminRemains, assertNotSelf, pathAfterSignIn } from '#lib/people/rules.ts';
import { AppError } from '#lib/platform/result.ts';

const refusal = (work: () => void) => {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof AppError ? error.refusal.reason : error;
  }
};

describe('where a sign-in leads', () => {
  test.each([
    ['/articles', '/articles'],
    ['/articles/1?claim=2#c2', '/articles/1?claim=2#c2'],
    ['/', '/'],
    [undefined, '/'],
    ['', '/'],
    ['articles', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/./%2e%2e//evil.example', '/'],
    ['https://evil.example/', '/'],
    ['javascript:alert(1)', '/'],
    ['/sign-in?next=/sign-in', '/'],
    ['/a/../../sign-in', '/'],
  ])('%s leads to %s', (next, path) => {
    expect(pathAfterSignIn(next)).toBe(path);
  });

  test('whatever is asked for, it stays on this site', () => {
    for (const next of ['//x', '/\\/x', '/\n//x', '/..//x', '/%5cx', '/@x', '/:80', '/\u2028//x']) {
      const path = pathAfterSignIn(next);
      expect(new URL(path, 'http://desk.example').origin).toBe('http://desk.example');
    }
  });
});

describe('what an admin may not do', () => {
  test('nothing to themselves', () => {
    expect(refusal(() => assertNotSelf({ id: 'a' }, 'a', 'own-role'))).toBe('forbidden');
    expect(refusal(() => assertNotSelf({ id: 'a' }, 'b', 'own-role'))).toBeNull();
    expect(refusal(() => assertNotSelf({ id: null }, 'b', 'own-role'))).toBeNull();
  });

  test('take the last admin away', () => {
    expect(refusal(() => assertAdminRemains(['a'], 'a'))).toBe('conflict');
    expect(refusal(() => assertAdminRemains(['a', 'b'], 'a'))).toBeNull();
    expect(refusal(() => assertAdminRemains(['a'], 'b'))).toBeNull();
  });
});
