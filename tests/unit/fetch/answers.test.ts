import { describe, expect, test } from 'vitest';
import { tell } from '#lib/i18n/tell.ts';
import { fetchLink } from '#lib/ingest/fetch/index.ts';
import { codeOf, html, policyFor, serve } from './servers.ts';

const statuses: Readonly<Record<number, string>> = {
  204: 'fetch-empty',
  206: 'fetch-status',
  304: 'fetch-status',
  400: 'fetch-status',
  401: 'fetch-sign-in',
  402: 'fetch-paywall',
  403: 'fetch-forbidden',
  404: 'fetch-not-there',
  410: 'fetch-gone',
  429: 'fetch-too-often',
  451: 'fetch-legal',
  500: 'fetch-site-trouble',
  503: 'fetch-site-trouble',
};
const types: Readonly<Record<string, readonly [type: string | null, body: string, told: string]>> = {
  'video.mp4': ['video/mp4', 'x', 'fetch-type'],
  'data.json': ['application/json', '{}', 'fetch-type'],
  'picture.svg': ['image/svg+xml', '<svg/>', 'fetch-type'],
  'program.js': ['text/javascript', 'x', 'fetch-type'],
  'all.zip': ['application/zip', 'PK\x03\x04rest', 'fetch-type'],
  'saved.bin': ['application/octet-stream', 'MZ', 'fetch-type'],
  'nothing-said': [null, 'words', 'fetch-no-type'],
  'nonsense-said': ['???', 'words', 'fetch-no-type'],
  'false.pdf': ['application/pdf', '<!doctype html><title>Sign in</title>', 'fetch-type-false'],
  'false.png': ['image/png', '<script>', 'fetch-type-false'],
  'false.docx': [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    '%PDF-1.7',
    'fetch-type-false',
  ],
  'a.pdf': ['application/octet-stream', '%PDF-1.7 …', 'application/pdf'],
  'b.pdf': ['Application/PDF', '%PDF-1.7 …', 'application/pdf'],
  'a.docx': [
    'application/zip',
    'PK\x03\x04rest',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  'a.odt': ['application/vnd.oasis.opendocument.text', 'PK\x03\x04rest', 'application/vnd.oasis.opendocument.text'],
  'table.csv': ['application/csv', 'a,b', 'text/csv'],
  'a.jpg': ['image/png', '\xFF\xD8\xFF\xE0', 'image/jpeg'],
  'unsaid.html': [null, '<!DOCTYPE html><p>Hello', 'text/html'],
  'note.md': ['text/x-markdown; charset="utf-8"', '# Note', 'text/markdown'],
};
const port = await serve((request, response) => {
  const name = request.url?.slice(1) ?? '';
  const [type, body] = types[name] ?? [];
  if (name === 'robots.txt') response.writeHead(404).end();
  else if (statuses[Number(name)]) response.writeHead(Number(name), { 'content-type': 'text/html' }).end();
  else if (name === 'empty') html(response, '');
  else if (body)
    response.writeHead(200, type === null ? {} : { 'content-type': type ?? '' }).end(Buffer.from(body, 'latin1'));
});
const policy = policyFor([port]);

describe('an answer', () => {
  test.each(Object.entries(statuses))('with status %s is %s', async (status, code) =>
    expect(await codeOf(`http://site.test:${port}/${status}`, policy)).toBe(code),
  );
  test('with nothing in it is refused', async () =>
    expect(await codeOf(`http://site.test:${port}/empty`, policy)).toBe('fetch-empty'));
  test.each(Object.keys(types))('by its type: %s', async (name) => {
    const outcome = await fetchLink(`http://site.test:${port}/${name}`, policy);
    expect(outcome.ok ? outcome.value.mediaType : outcome.code).toBe(types[name]?.[2]);
    if (!outcome.ok) expect(tell(outcome).message).toMatch(/[.]$/);
  });
  test('of another type is taken by whoever asks for that', async () => {
    const json = { ...policy, types: ['application/json'] };
    expect(await codeOf(`http://site.test:${port}/data.json`, json)).toMatch(/^fetched/);
    expect(await codeOf(`http://site.test:${port}/note.md`, json)).toBe('fetch-type');
  });
});

describe('what is here already', () => {
  const asked: Record<string, unknown>[] = [];
  const start = () =>
    serve((request, response) => {
      asked.push({
        at: request.url,
        etag: request.headers['if-none-match'],
        since: request.headers['if-modified-since'],
      });
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else html(response, undefined, { etag: '"2"' });
    });

  test('is not sent again; the site is told of it with the page alone, and in plain lines', async () => {
    const port = await start();
    const at = `http://site.test:${port}/feed`;
    const known = { etag: '"1"', lastModified: 'Thu, 12 Mar 2026 08:00:00 GMT' };
    expect(await codeOf(at, policyFor([port], { known }))).toBe('fetch-unchanged');
    expect(asked).toEqual([{ at: '/robots.txt' }, { at: '/feed', etag: '"1"', since: known.lastModified }]);
    const odd = { etag: '"1"\r\nx: y', lastModified: 'mañana' };
    expect(await codeOf(at, policyFor([port], { known: odd }))).toBe(`fetched ${at}`);
    expect(asked.at(-1)).toEqual({ at: '/feed' });
  });
});
