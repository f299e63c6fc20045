import type { Socket } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { fetchLink, robotsCache } from '#lib/ingest/fetch/index.ts';
import { codeOf, never, PAGE, policyFor, serveRaw } from './servers.ts';

const MB = 1024 * 1024;

const zeros = Buffer.alloc(3 * MB);
const html200 = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';
const packed = (encoding: string, body: Uint8Array) => (socket: Socket) => {
  socket.write(`${html200}Content-Encoding: ${encoding}\r\nContent-Length: ${body.length}\r\n\r\n`);
  socket.end(body);
};
const page = gzipSync(PAGE);
/** Sends this again and again, as fast as it is taken. */
const pour = (first: string, more: string | Uint8Array) => (socket: Socket) => {
  const go = () => {
    while (socket.writable && socket.write(more)) {}
  };
  socket.on('drain', go).write(first);
  go();
};
const port = await serveRaw({
  '/says-large': (socket) => socket.write(`${html200}Content-Length: ${9 * MB}\r\n\r\n`),
  '/never-ends': pour(`${html200}Transfer-Encoding: chunked\r\n\r\n`, `10000\r\n${'x'.repeat(65_536)}\r\n`),
  '/packs-nothing': pour(`${html200}Content-Encoding: gzip\r\n\r\n`, Buffer.concat(Array(500).fill(gzipSync('')))),
  '/bomb-gzip': packed('gzip', gzipSync(zeros)),
  '/bomb-brotli': packed('br', brotliCompressSync(zeros)),
  '/bomb-twice': packed('gzip, gzip', gzipSync(gzipSync(zeros))),
  '/bomb-of-headers': (socket) => {
    socket.write(`${html200}Content-Encoding: gzip\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\nx`);
  },
  '/zstd': packed('zstd', page),
  '/deflate': packed('deflate', page),
  '/not-packed': packed('gzip', Buffer.from(PAGE)),
  '/packed': packed('gzip', page),
  '/packed-brotli': packed('br', brotliCompressSync(PAGE)),
  '/packed-as-it-is': packed('identity, GZIP', page),
  '/packed-half': packed('gzip', page.subarray(0, page.length - 12)),
  '/long-head': (socket) => socket.write(`${html200}X: ${'x'.repeat(80_000)}\r\n\r\n`),
  '/many-heads': (socket) => socket.write(`${html200}${'XXXX: 1\r\n'.repeat(20_000)}\r\n`),
  '/endless-head': pour(html200, 'X: 1\r\n'.repeat(1_000)),
});
const policy = policyFor([port], { mostBytes: MB });

describe('size', () => {
  test.each([
    ['a length beyond the bound, before anything is read', '/says-large', 'fetch-too-large'],
    ['no length and no end', '/never-ends', 'fetch-too-large'],
    ['what unpacks to nothing, without end', '/packs-nothing', 'fetch-too-large'],
    ['a bomb of gzip', '/bomb-gzip', 'fetch-unpacks-large'],
    ['a bomb of Brotli', '/bomb-brotli', 'fetch-unpacks-large'],
    ['a bomb within a bomb', '/bomb-twice', 'fetch-packed-otherwise'],
    ['two packings in two headers', '/bomb-of-headers', 'fetch-packed-otherwise'],
    ['a packing that was not asked for', '/zstd', 'fetch-packed-otherwise'],
    ['another', '/deflate', 'fetch-packed-otherwise'],
    ['what is packed by its header alone', '/not-packed', 'fetch-packed-badly'],
    ['half of a packed page', '/packed-half', 'fetch-cut-short'],
    ['one header beyond the bound', '/long-head', 'fetch-head-large'],
    ['very many headers', '/many-heads', 'fetch-head-large'],
    ['headers without end', '/endless-head', 'fetch-head-large'],
  ])('is bounded: %s', async (_, path, code) =>
    expect(await codeOf(`http://site.test:${port}${path}`, policy)).toBe(code),
  );
  test.each(['/packed', '/packed-brotli', '/packed-as-it-is'])('is that of the page: %s', async (path) => {
    const outcome = await fetchLink(`http://site.test:${port}${path}`, policy);
    expect(outcome.ok && new TextDecoder().decode(outcome.value.bytes)).toBe(PAGE);
  });
  test('of the bound itself is taken, and one byte more is not', async () => {
    const link = `http://site.test:${port}/packed`;
    expect(await codeOf(link, { ...policy, mostBytes: Math.max(page.length, PAGE.length) })).toMatch(/^fetched/);
    expect(await codeOf(link, { ...policy, mostBytes: PAGE.length - 1 })).toMatch(/large$/);
  });
});

/** Sends one sign after another without end. */
const drip = (socket: Socket, first: string, sign: string) => {
  socket.write(first);
  const timer = setInterval(() => socket.write(sign), 2);
  socket.on('close', () => clearInterval(timer));
};
const slowPort = await serveRaw({
  '/silent': () => {},
  '/drips-head': (socket) => drip(socket, `${html200}X: `, 'x'),
  '/drips-page': (socket) => drip(socket, `${html200}\r\n`, 'x'),
  '/drips-chunks': (socket) => drip(socket, `${html200}Transfer-Encoding: chunked\r\n\r\n`, '1\r\nx\r\n'),
  '/stops': (socket) => socket.write(`${html200}Content-Length: 100\r\n\r\nhalf`),
  '/begins-well': (socket) => drip(socket, `${html200}\r\n${'x'.repeat(5_000)}`, 'x'),
  '/early-hints': (socket) => drip(socket, '', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'),
});
const patient = policyFor([slowPort], { headMs: 60, pace: { bytes: 1_000, ms: 60 } });
const at = (path: string) => `http://site.test:${slowPort}${path}`;

describe('time', () => {
  test.each([
    ['says nothing', '/silent'],
    ['sends its head sign by sign', '/drips-head'],
    ['sends its page sign by sign', '/drips-page'],
    ['sends its page in chunks of one', '/drips-chunks'],
    ['stops half way', '/stops'],
    ['begins well and then drips', '/begins-well'],
    ['hints without end', '/early-hints'],
  ])('is bounded for a server that %s', async (_, path) => expect(await codeOf(at(path), patient)).toBe('fetch-slow'));

  test('is bounded as a whole, names included', async () => {
    expect(await codeOf(at('/silent'), { ...patient, headMs: 60_000, wholeMs: 60 })).toBe('fetch-too-long');
    expect(
      await codeOf(at('/drips-page'), { ...patient, headMs: 60_000, pace: { bytes: 0, ms: 5 }, wholeMs: 60 }),
    ).toBe('fetch-too-long');
    expect(await codeOf(at('/'), { ...patient, headMs: 60_000, wholeMs: 60, resolve: never })).toBe('fetch-too-long');
  });
  test('is kept by nothing that goes on once a link is there, or is not', async () => {
    const timed = {
      ...policy,
      robots: robotsCache(0),
      wholeMs: 60_001,
      headMs: 20_001,
      pace: { bytes: 1, ms: 10_001 },
    };
    const made = [vi.spyOn(globalThis, 'setTimeout'), vi.spyOn(globalThis, 'setInterval')];
    const ended = [vi.spyOn(globalThis, 'clearTimeout'), vi.spyOn(globalThis, 'clearInterval')];
    try {
      expect(await codeOf(`http://site.test:${port}/packed`, timed)).toMatch(/^fetched/);
      expect(await codeOf(`http://site.test:${port}/not-packed`, timed)).toBe('fetch-packed-badly');
      const own = made.flatMap(({ mock }) =>
        mock.calls.flatMap(([, ms], i) => (Number(ms) % 10_000 === 1 ? [mock.results[i]?.value] : [])),
      );
      // Of each link one for all of it, and of its robots.txt and itself one for the head; two bodies.
      expect(own).toHaveLength(8);
      const cleared = new Set(ended.flatMap(({ mock }) => mock.calls.map(([timer]) => timer)));
      expect(own.filter((timer) => !cleared.has(timer))).toEqual([]);
    } finally {
      vi.restoreAllMocks();
    }
  });
});
