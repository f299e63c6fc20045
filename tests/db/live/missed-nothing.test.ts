import { expect, test } from 'vitest';
import { watch } from '#tests/soak/live.ts';
import { mulberry32 } from '#tests/soak/random.ts';
import { rounds } from '../../rounds.ts';
import { cast } from '../desk.ts';
import { withDatabase } from '../harness.ts';

const database = withDatabase();

test('browsers that are cut off at random end with exactly what the server has, told alone of what is theirs', async () => {
  const { editor, first, second, third, viewer } = await cast(database.db);
  const people = { editor, writer: first, readers: [second, third, viewer] };
  const done = await watch(database.url, people, rounds(40), mulberry32(7));
  expect(done).toMatchObject({ unlike: [], leaked: [] });
  expect(done.cuts).toBeGreaterThan(2);
  expect(done.whileAway).toBeGreaterThan(10);
});
