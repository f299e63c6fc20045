import { gunzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type ArchivedCapture, type ArchivedContents, waczOf } from '#lib/exports/wacz.ts';
import { sortable } from '#lib/exports/warc.ts';
import { dosTime, endOf, entryOf, zipOf } from '#lib/exports/zip.ts';
import { sha256 } from '#lib/platform/canonical.ts';

const AT = new Date('2026-11-30T09:10:12.345Z');

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

const PAGE = new TextEncoder().encode('<p>Of 31 berths, 6 are closed.</p>');
const PICTURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255]);
const ID = '019ac000-0000-7000-8000-00000000000';

const capture = (number: number, bytes: Uint8Array, more: Partial<ArchivedCapture> = {}): ArchivedCapture => ({
  id: `${ID}${number}`,
  number,
  source: { id: `${ID}9`, title: 'Berth list', link: 'https://www.Harbour.example/List?b=2&a=1' },
  sha256: sha256(bytes),
  mediaType: 'text/html',
  size: bytes.length,
  fileName: null,
  askedFor: 'https://harbour.example/list',
  takenFrom: 'https://www.harbour.example/List?b=2&a=1',
  takenAt: '2026-11-30T08:00:01.500Z',
  takenBy: 'Ruben',
  headers: [['content-type', 'text/html']],
  quotes: [],
  stamp: null,
  archived: null,
  ...more,
});
const text = (words: string) => ({ words, reader: '3', number: 2 });

async function archive(all: readonly { capture: ArchivedCapture; contents: ArchivedContents }[]) {
  const about = {
    article: { id: `${ID}8`, headline: 'Harbour — “budget”' },
    desk: 'The desk',
    software: 'Stet',
    at: AT,
  };
  const files = unzipSync(await whole(waczOf(about, each(all))));
  const read = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  return { files, read, parsed: (path: string) => JSON.parse(read(path)) };
}

test('an archive holds the bytes as they came, where its index says, and the hash of every file', async () => {
  const quotes = [
    { claim: 3, evidence: 1, start: 14, end: 26, quote: '6 are closed', check: 'exact', withdrawn: false },
  ];
  const brought = { askedFor: null, takenFrom: null, fileName: 'Ölstand.png', mediaType: 'image/png', headers: [] };
  const { files, read, parsed } = await archive([
    { capture: capture(1, PAGE, { quotes }), contents: { bytes: PAGE, text: text('Of 31 berths, 6 are closed.') } },
    { capture: capture(2, PICTURE, brought), contents: { bytes: PICTURE, text: null } },
  ]);
  expect(Object.keys(files)).toEqual([
    'archive/00001.warc.gz',
    'stet/texts/00001.txt',
    'archive/00002.warc.gz',
    'indexes/index.cdx',
    'pages/pages.jsonl',
    'stet/captures.json',
    'datapackage.json',
    'datapackage-digest.json',
  ]);

  const described = parsed('datapackage.json');
  expect(described).toMatchObject({ profile: 'data-package', wacz_version: '1.1.1', title: 'Harbour — “budget”' });
  for (const { path, hash, bytes, name } of described.resources) {
    const file = files[path] ?? new Uint8Array();
    expect({ path, hash, bytes }).toEqual({ path, hash: `sha256:${sha256(file)}`, bytes: file.length });
    expect(name).toMatch(/^[a-z0-9._-]+$/);
  }
  expect(described.resources.map(({ path }: { path: string }) => path)).toEqual(Object.keys(files).slice(0, 6));
  expect(parsed('datapackage-digest.json')).toEqual({
    path: 'datapackage.json',
    hash: `sha256:${sha256(files['datapackage.json'] ?? '')}`,
  });

  const lines = read('indexes/index.cdx').trim().split('\n');
  expect(lines.map((line) => line.split(' ').slice(0, 2))).toEqual([
    ['example,harbour)/list?a=1&b=2', '20261130080001'],
    [`urn:uuid:${ID}2`, '20261130080001'],
  ]);
  for (const [i, bytes] of [PAGE, PICTURE].entries()) {
    const { filename, offset, length, url, digest } = JSON.parse(lines[i]?.split(' ').slice(2).join(' ') ?? '');
    const stored = files[`archive/${filename}`]?.subarray(Number(offset), Number(offset) + Number(length));
    const record = gunzipSync(stored ?? new Uint8Array());
    const head = record.subarray(0, record.indexOf('\r\n\r\n')).toString('utf8').split('\r\n');
    expect(head).toContain(`WARC-Target-URI: ${url}`);
    expect(head).toContain(`Content-Length: ${bytes.length}`);
    expect(head).toContain(`WARC-Payload-Digest: ${digest}`);
    expect(digest).toBe(`sha256:${sha256(bytes)}`);
    expect(new Uint8Array(record.subarray(record.indexOf('\r\n\r\n') + 4, -4))).toEqual(bytes);
  }

  // Only what came from an address can be opened as a page.
  const pages = read('pages/pages.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(pages).toMatchObject([{ format: 'json-pages-1.0' }, { id: `${ID}1`, ts: '2026-11-30T08:00:01.500Z' }]);

  const { captures } = parsed('stet/captures.json');
  expect(captures).toMatchObject([
    { sha256: sha256(PAGE), takenBy: 'Ruben', quotes, text: { path: 'stet/texts/00001.txt', reader: '3', reading: 2 } },
    { sha256: sha256(PICTURE), fileName: 'Ölstand.png', text: null, kept: { path: 'archive/00002.warc.gz' } },
  ]);
  const [{ start, end, quote }] = captures[0].quotes;
  expect(read('stet/texts/00001.txt').slice(start, end)).toBe(quote);
});

test('what was erased stands there by its hash, with who erased it, when and why; of its bytes and text nothing', async () => {
  const erased = { at: '2026-11-30T09:00:00.000Z', by: 'Ada', reason: 'A court asked for it' };
  const stamp = { at: '2026-11-30T08:01:00.000Z', by: 'A witness', token: new Uint8Array([0x30, 1]) };
  const { files, parsed } = await archive([{ capture: capture(1, PAGE, { stamp }), contents: { erased } }]);
  expect(Object.keys(files).filter((path) => /archive|texts/.test(path))).toEqual([]);
  const [entry] = parsed('stet/captures.json').captures;
  expect(entry).toMatchObject({ sha256: sha256(PAGE), erased });
  expect(entry).not.toHaveProperty('kept');
  // A stamp is over the hash, which stays.
  expect(entry.stamp).toEqual({ at: stamp.at, by: stamp.by, path: 'stet/stamps/00001.tsr' });
  expect(files['stet/stamps/00001.tsr']).toEqual(stamp.token);
});

test('no value of a record begins a line of its own', async () => {
  const forged = { mediaType: 'text/html\r\nWARC-Target-URI: https://elsewhere.example/' };
  const { files } = await archive([{ capture: capture(1, PAGE, forged), contents: { bytes: PAGE, text: null } }]);
  const all = gunzipSync(files['archive/00001.warc.gz'] ?? new Uint8Array()).toString('utf8');
  expect(all.match(/^WARC-Target-URI/gm)).toHaveLength(1);
});

test.each([
  ['https://WWW2.example.org/', 'org,example)/'],
  ['http://127.0.0.1:4940/A', '127.0.0.1:4940)/a'],
  ['http://[::1]/x', '[::1])/x'],
  ['https://a.b.example/p?', 'example,b,a)/p'],
  ['urn:uuid:AB', 'urn:uuid:ab'],
])('%s is sorted as %s', (address, key) => {
  expect(sortable(address)).toBe(key);
});

test.each([
  [65_540, 1_000, 3_000_000],
  [7, 4_800_000_000, 500],
])(
  'what the old fields of a zip file cannot say its new ones do: %i parts, their directory at %i',
  (count, directory, size) => {
    const end = endOf(count, directory, size);
    const [old, locator] = [end.length - 22, end.length - 42];
    expect([end.readUInt32LE(old), end.readUInt32LE(locator), end.readUInt32LE(0)]).toEqual([
      0x06054b50, 0x07064b50, 0x06064b50,
    ]);
    expect(end.readUInt16LE(old + 10)).toBe(Math.min(count, 0xffff));
    expect(end.readUInt32LE(old + 16)).toBe(Math.min(directory, 0xffffffff));
    const said = [24, 32, 40, 48].map((at) => Number(end.readBigUInt64LE(at)));
    expect(said).toEqual([count, count, size, directory]);
    expect(Number(end.readBigUInt64LE(locator + 8))).toBe(directory + size);

    const entry = entryOf({ path: Buffer.from('far'), crc: 1, size: 2, at: directory }, dosTime(AT));
    const isFar = directory >= 0xffffffff;
    expect(entry.readUInt32LE(42)).toBe(isFar ? 0xffffffff : directory);
    expect(entry.length).toBe(46 + 3 + (isFar ? 12 : 0));
    if (isFar) expect(Number(entry.readBigUInt64LE(46 + 3 + 4))).toBe(directory);
  },
);

test('a part that no zip file of this kind can hold is refused by name', async () => {
  const bytes = { length: 0xffffffff } as Uint8Array;
  await expect(whole(zipOf(each([{ path: 'huge', bytes }]), AT))).rejects.toThrow('huge is too large');
});
