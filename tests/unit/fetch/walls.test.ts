import { describe, expect, test } from 'vitest';
import { WALLS, wallAt } from '#lib/ingest/fetch/walls.ts';

const led = (to: string) => wallAt([new URL('https://example.org/story'), new URL(to)]);

describe.each(WALLS)('a wall, $name,', (wall) => {
  test.each(wall.right)('is %s', (link) => expect(led(link)?.code).toBe(wall.code));
  test.each(wall.wrong)('is not %s', (link) => expect(led(link)).toBeNull());
  test.each(wall.right)('is none to whom has asked for it: %s', (link) => expect(wallAt([new URL(link)])).toBeNull());
});
