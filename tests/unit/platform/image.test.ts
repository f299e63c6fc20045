import { readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { expect, test } from 'vitest';

/** Whether Docker copies a file into the image: the last line that fits it, or a folder above it, decides. */
function isCopied(path: string): boolean {
  const lines = readFileSync('.dockerignore', 'utf8').split('\n').filter(Boolean);
  const above = path.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'));
  return lines.reduce((copied, line) => {
    const pattern = line.replace(/^!/, '');
    return above.some((part) => matchesGlob(part, pattern)) ? line.startsWith('!') : copied;
  }, true);
}

test.each([
  '.env',
  '.env.local',
  '.env.production',
  '.stet/secrets.json',
  '.stet-desk/postgres/password',
  '.git/config',
])('%s stays out of the image', (path) => expect(isCopied(path)).toBe(false));

test.each(['package.json', 'lib/cli/stet.js', 'prisma/schema.prisma', '.npmrc'])('%s comes into the image', (path) =>
  expect(isCopied(path)).toBe(true),
);

test('in docker-compose.yml only the container that migrates knows the owner', () => {
  const services = readFileSync('docker-compose.yml', 'utf8').split(/^ {2}(?=\w+:$)/m);
  const knowing = services.filter((text) => /postgresql:\/\/stet:|DATABASE_OWNER_URL/.test(text));
  expect(knowing.map((text) => text.split(':')[0])).toEqual(['migrate']);
});
