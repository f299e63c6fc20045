import { type Json, sha256 } from '#lib/platform/canonical.ts';
import { cdxLine, type WarcFile, type WarcResource, warcFile } from './warc.ts';
import { type ZipPart, zipOf } from './zip.ts';

/*
 * Captures as one archive, after WACZ 1.1.1: the bytes as WARC records with their index and a list of the pages, for tools
 * that replay archives; and beside them, in `stet/`, what those know nothing of: what was quoted, where in which text, and
 * what was erased. `datapackage.json` holds the SHA-256 of every file.
 */

export type ArchivedQuote = {
  /** Numbers of the claim in its article, and of the evidence in its claim. */
  readonly claim: number;
  readonly evidence: number;
  /** UTF-16 code units in the capture's text. */
  readonly start: number;
  readonly end: number;
  readonly quote: string | null;
  readonly check: string | null;
  readonly withdrawn: boolean;
};

/** A capture without its bytes. Instants are ISO. */
export type ArchivedCapture = {
  readonly id: string;
  readonly number: number;
  readonly source: { readonly id: string; readonly title: string; readonly link: string | null };
  readonly sha256: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  readonly fileName: string | null;
  readonly askedFor: string | null;
  readonly takenFrom: string | null;
  readonly takenAt: string;
  readonly takenBy: string | null;
  readonly headers: readonly (readonly [string, string])[];
  readonly quotes: readonly ArchivedQuote[];
  /** A time stamp over the hash: an authority's answer as it came (RFC 3161), what it says, and what the authority calls itself. */
  readonly stamp: { readonly at: string; readonly by: string; readonly token: Uint8Array } | null;
  /** The Internet Archive's copy of the link, and when it was made. */
  readonly archived: { readonly address: string; readonly at: string } | null;
};

export type ArchivedContents =
  | {
      readonly bytes: Uint8Array;
      /** What was read of it, which the places of quotations are in; null of a picture. */
      readonly text: { readonly words: string; readonly reader: string; readonly number: number } | null;
    }
  | { readonly erased: { readonly at: string; readonly by: string | null; readonly reason: string } };

export type ArchiveAbout = {
  readonly article: { readonly id: string; readonly headline: string };
  readonly desk: string;
  /** Stet with its version. */
  readonly software: string;
  readonly at: Date;
};

type Archived = { readonly capture: ArchivedCapture; readonly contents: ArchivedContents };

/** The bytes of the archive; one capture is held at a time. */
export const waczOf = (about: ArchiveAbout, captures: AsyncIterable<Archived>): AsyncGenerator<Uint8Array> =>
  zipOf(partsOf(about, captures), about.at);

type Resource = { readonly name: string; readonly path: string; readonly hash: string; readonly bytes: number };

async function* partsOf(about: ArchiveAbout, captures: AsyncIterable<Archived>): AsyncGenerator<ZipPart> {
  const resources: Resource[] = [];
  const listed = (path: string, bytes: Uint8Array): ZipPart => {
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
    resources.push({ name, path, hash: `sha256:${sha256(bytes)}`, bytes: bytes.length });
    return { path, bytes };
  };
  const [index, pages, manifest]: [string[], string[], Json[]] = [[], [], []];
  for await (const { capture, contents } of captures) {
    const number = String(manifest.length + 1).padStart(5, '0');
    const stamp = capture.stamp && listed(`stet/stamps/${number}.tsr`, capture.stamp.token);
    if (stamp) yield stamp;
    if ('erased' in contents) {
      manifest.push(entryOf(capture, stamp, { erased: contents.erased }));
      continue;
    }
    const resource = resourceOf(capture, contents.bytes);
    const file = await warcFile(resource, about.software);
    const warc = listed(`archive/${number}.warc.gz`, file.bytes);
    yield warc;
    const text = contents.text && listed(`stet/texts/${number}.txt`, Buffer.from(contents.text.words, 'utf8'));
    if (text) yield text;
    index.push(cdxLine(resource, file, `${number}.warc.gz`));
    if (capture.takenFrom !== null) pages.push(pageOf(capture));
    manifest.push(entryOf(capture, stamp, { kept: keptAt(warc.path, file), text: textAt(contents.text, text) }));
  }
  const lines = (all: readonly string[]) => Buffer.from(all.map((line) => `${line}\n`).join(''), 'utf8');
  yield listed('indexes/index.cdx', lines(index.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))));
  yield listed('pages/pages.jsonl', lines([PAGES_HEAD, ...pages]));
  const { article, desk, software, at } = about;
  yield listed('stet/captures.json', json({ format: 'captures/1', article, desk, captures: manifest }));
  const described = json({
    profile: 'data-package',
    wacz_version: '1.1.1',
    title: article.headline,
    description: `What the sources of an article said when ${desk} captured them`,
    created: at.toISOString(),
    software,
    resources,
  });
  yield { path: 'datapackage.json', bytes: described };
  const digest = { path: 'datapackage.json', hash: `sha256:${sha256(described)}` };
  yield { path: 'datapackage-digest.json', bytes: json(digest) };
}

const PAGES_HEAD = JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: 'Captures' });

const json = (value: Json): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');

/** A file that somebody brought has no address on the web: it stands under its capture's own name. */
const resourceOf = ({ id, takenFrom, takenAt, mediaType }: ArchivedCapture, bytes: Uint8Array): WarcResource => ({
  id,
  address: takenFrom ?? `urn:uuid:${id}`,
  at: takenAt,
  mediaType,
  bytes,
});

const pageOf = ({ id, takenFrom, takenAt, source, size }: ArchivedCapture): string =>
  JSON.stringify({ id, url: takenFrom, ts: takenAt, title: source.title, size });

type Rest = { readonly kept: Json; readonly text: Json } | { readonly erased: Json };

const entryOf = ({ quotes, stamp, ...capture }: ArchivedCapture, part: ZipPart | null, rest: Rest): Json => ({
  ...capture,
  quotes: quotes.map((quote) => ({ ...quote })),
  stamp: stamp && part && { at: stamp.at, by: stamp.by, path: part.path },
  ...rest,
});

const keptAt = (path: string, { offset, length }: Pick<WarcFile, 'offset' | 'length'>): Json => ({
  path,
  offset,
  length,
});

const textAt = (text: { readonly reader: string; readonly number: number } | null, part: ZipPart | null): Json =>
  text && part ? { path: part.path, reader: text.reader, reading: text.number } : null;
