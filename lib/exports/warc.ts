import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { sha256 } from '#lib/platform/canonical.ts';

/*
 * Records of a WARC file (ISO 28500, 1.1), each a gzip member of its own, so that one can be read where it stands; and their
 * lines in an index (CDXJ).
 */

/** Bytes that came from an address, without what the protocol said around them. */
export type WarcResource = {
  /** A UUID. */
  readonly id: string;
  readonly address: string;
  /** ISO instant. */
  readonly at: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

export type WarcFile = {
  readonly bytes: Uint8Array;
  /** Where the resource's record stands in it. */
  readonly offset: number;
  readonly length: number;
};

const packed = promisify(gzip);

/** A file of one resource, gzipped: first what made it, then the record. `software` is named in the first. */
export async function warcFile(resource: WarcResource, software: string): Promise<WarcFile> {
  const info = Buffer.from(`software: ${inLine(software)}\r\nformat: WARC File Format 1.1\r\n`, 'utf8');
  const first = await packed(
    record(info, [
      ['WARC-Type', 'warcinfo'],
      ['WARC-Record-ID', `<urn:uuid:${infoId(resource.id)}>`],
      ['WARC-Date', resource.at],
      ['Content-Type', 'application/warc-fields'],
    ]),
  );
  const digest = `sha256:${sha256(resource.bytes)}`;
  const second = await packed(
    record(resource.bytes, [
      ['WARC-Type', 'resource'],
      ['WARC-Record-ID', `<urn:uuid:${resource.id}>`],
      ['WARC-Warcinfo-ID', `<urn:uuid:${infoId(resource.id)}>`],
      ['WARC-Date', resource.at],
      ['WARC-Target-URI', resource.address],
      ['WARC-Block-Digest', digest],
      ['WARC-Payload-Digest', digest],
      ['Content-Type', resource.mediaType],
    ]),
  );
  return { bytes: Buffer.concat([first, second]), offset: first.length, length: second.length };
}

function record(block: Uint8Array, headers: readonly (readonly [string, string])[]): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${inLine(value)}`);
  const head = ['WARC/1.1', ...lines, `Content-Length: ${block.length}`, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'utf8'), block, Buffer.from('\r\n\r\n', 'latin1')]);
}

/** No value ends its line. */
const inLine = (value: string) => value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

/** A name of its own for the record of what made the file: the resource's, in another version of UUID. */
const infoId = (id: string) => `${id.slice(0, 14)}8${id.slice(15)}`;

/** The line of a resource in an index, sorted by address and time once all lines are sorted. `name` is the WARC file's. */
export function cdxLine(
  { address, at, mediaType, bytes }: WarcResource,
  { offset, length }: Pick<WarcFile, 'offset' | 'length'>,
  name: string,
): string {
  const fields = {
    url: address,
    mime: mediaType,
    digest: `sha256:${sha256(bytes)}`,
    length: String(length),
    offset: String(offset),
    filename: name,
  };
  return `${sortable(address)} ${at.replace(/\D/g, '').slice(0, 14)} ${JSON.stringify(fields)}`;
}

/** An address as indexes sort it: "org,example)/path?b=2", in small letters, without "www."; any other URI as it is. */
export function sortable(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return address.toLowerCase();
  const host = url.hostname.replace(/^www\d*\./, '');
  const isAddress = /^[\d.]+$|^\[/.test(host);
  const name = isAddress ? host : host.split('.').reverse().join(',');
  const search = url.search === '' ? '' : `?${url.search.slice(1).split('&').sort().join('&')}`;
  return `${name}${url.port === '' ? '' : `:${url.port}`})${url.pathname}${search}`.toLowerCase();
}
