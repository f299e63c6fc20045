import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packStatic, preferPacked } from '#lib/platform/packed.ts';

const folder = mkdtempSync(join(tmpdir(), 'stet-packed-'));
const page = join(folder, 'static', 'chunks', 'page.js');
const words = 'const word = "stet";\n'.repeat(50);

beforeAll(async () => {
  mkdirSync(join(folder, 'static', 'chunks'), { recursive: true });
  writeFileSync(page, words);
  writeFileSync(join(folder, 'static', 'chunks', 'face.woff2'), words);
  await packStatic(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function ask(url: string, encoding?: string) {
  const request = { url, headers: { 'accept-encoding': encoding } };
  const headers: Record<string, unknown> = {};
  const response = { setHeader: (name: string, value: unknown) => Object.assign(headers, { [name]: value }) };
  preferPacked(folder)(request as never, response as never);
  return { url: request.url, headers };
}

test('what is packed unpacks to what it was', () => {
  expect(brotliDecompressSync(readFileSync(`${page}.br`)).toString()).toBe(words);
});

test('a browser that can unpack it is given the packed file, and told what it is', () => {
  expect(ask('/_next/static/chunks/page.js?dpl=1', 'gzip, deflate, br')).toEqual({
    url: '/_next/static/chunks/page.js.br?dpl=1',
    headers: {
      'Content-Type': 'application/javascript; charset=UTF-8',
      'Content-Encoding': 'br',
      Vary: 'Accept-Encoding',
    },
  });
});

test.each([
  ['/_next/static/chunks/page.js', 'gzip'],
  ['/_next/static/chunks/page.js', undefined],
  ['/_next/static/chunks/page.js', 'gzip, br;q=0'],
  ['/_next/static/chunks/face.woff2', 'br'],
  ['/_next/static/chunks/other.js', 'br'],
  ['/_next/static/../chunks/page.js', 'br'],
  ['/articles', 'br'],
])('leaves %s for %s as it is', (url, encoding) => {
  expect(ask(url, encoding)).toEqual({ url, headers: {} });
});
