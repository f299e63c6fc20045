import { describe, expect, test } from 'vitest';
import { assertGoodPassword } from '#lib/people/rules-password.ts';
import { AppError } from '#lib/platform/result.ts';

const CONTEXT = ['ruben.castellan@harbour.example', 'Ruben Castellan', 'The Harbour Desk'];
const problem = async (password: string) => {
  try {
    await assertGoodPassword(password, CONTEXT);
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.refusal.fields?.password?.code ?? 'no field';
    throw error;
  }
};

describe('a password that is refused', () => {
  test.each([
    'passwordpassword',
    'password1234',
    'qwertyuiop12',
    'iloveyou123',
    'Passw0rd123!',
    'aaaaaaaaaaab',
    '1234567890ab',
    'letmein12345',
    'summer2026',
  ])('is a common one: %s', async (password) => expect(await problem(password)).not.toBeNull());

  test.each([
    'harbour-desk1',
    'HarbourHarbour',
    'ruben.castellan',
    'Castellan2026',
    'rubenrubenruben1',
    'Stet-Stet-2026',
    'Rúben-Castellán',
  ])('is made of what others know: %s', async (password) => expect(await problem(password)).toBe('password-of-names'));
});

test.each([
  'correct horse battery',
  'x7kq-9wmd-3rtp-z8vn',
  'unsere katze im garten',
  'a castellan keeps nine lamps',
  'правильная лошадь батарея',
])('one that is hard to guess is taken: %s', async (password) => expect(await problem(password)).toBeNull());

test('the work does not grow with its length', async () => {
  expect(await problem('p@ssw0rdE1'.repeat(20))).not.toBeNull();
});
