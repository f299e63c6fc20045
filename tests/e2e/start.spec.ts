import { expect, expectAccessible, person, signInByForm, test } from './harness.ts';

test('a person signs in, sees the samples, and is out again after signing out', async ({ page, stet }) => {
  await signInByForm(page, person(stet, 'editor'));
  await expect(page.getByRole('main')).toContainText('North Korea');
  await expectAccessible(page);
});

test('health answers without a sign-in', async ({ request }) => {
  const response = await request.get('/api/health');
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({ live: true, ready: true });
});
