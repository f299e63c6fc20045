import { beforeAll, expect, test } from 'vitest';
import { build } from '#lib/platform/build.ts';
import { TEST_DIST_DIR } from '#tests/e2e/stet.ts';
import { soak, VICTIMS } from '#tests/soak/soak.ts';

beforeAll(() => build(TEST_DIST_DIR));

// npm run soak does the same a hundred times, at random moments.
test('whatever is killed under people who write, nothing they were told is done is lost', async () => {
  const plans = VICTIMS.map((victim, i) => ({ victim, after: 150 * i }));
  const rounds = await soak(plans);
  expect(rounds.map(({ victim }) => victim)).toEqual(VICTIMS);
  expect(rounds.at(-1)?.acknowledged).toBeGreaterThan(VICTIMS.length);
});
