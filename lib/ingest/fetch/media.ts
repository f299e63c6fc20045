import { done, type Outcome, refused } from '#lib/platform/result.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const DOCX = `${OFFICE}.wordprocessingml.document`;
const XLSX = `${OFFICE}.spreadsheetml.sheet`;
const ODT = 'application/vnd.oasis.opendocument.text';

/** What `lib/ingest/read` reads, and pictures, which are evidence as they are. */
export const READABLE_TYPES: readonly string[] = [
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'text/csv',
  'application/pdf',
  DOCX,
  XLSX,
  ODT,
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
];

/** What feeds are served as, rightly and wrongly. */
export const FEED_TYPES: readonly string[] = [
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/xml',
  'text/xml',
  'application/feed+json',
  'application/json',
  'text/html',
  'text/plain',
];

/** Other names of the same. */
const ALIASES: Readonly<Record<string, string>> = {
  'application/x-pdf': 'application/pdf',
  'application/csv': 'text/csv',
  'text/x-csv': 'text/csv',
  'text/x-markdown': 'text/markdown',
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
};

/** What servers say that do not know, or want a file to be saved. */
const NO_TYPE: ReadonlySet<string> = new Set([
  'application/octet-stream',
  'binary/octet-stream',
  'application/binary',
  'application/download',
  'application/x-download',
  'application/force-download',
  'application/unknown',
]);
/** The ending of a file's name decides what an archive is, where it is no type in particular. */
const ARCHIVES: Readonly<Record<string, string>> = { docx: DOCX, xlsx: XLSX, odt: ODT };
const ZIP_NAMES: ReadonlySet<string> = new Set(['application/zip', 'application/x-zip-compressed']);

const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

export type Declared = { readonly mediaType: string; readonly charset: string | null };

/** What a Content-Type says. One that is missing or makes no sense says nothing: `mediaType` is empty then. */
export function readContentType(value: string | null): Declared {
  const [type = '', ...parameters] = (value ?? '').split(';').map((part) => part.trim());
  const name = type.toLowerCase();
  const charset = parameters.flatMap((part) => /^charset\s*=\s*"?([\w.:-]{1,40})"?$/i.exec(part)?.[1] ?? [])[0];
  return {
    mediaType: /^[\w.+-]{1,60}\/[\w.+-]{1,90}$/.test(name) ? (ALIASES[name] ?? name) : '',
    charset: charset?.toLowerCase() ?? null,
  };
}

/** The same out of kept headers, names in lower case. */
export const contentTypeIn = (headers: readonly (readonly [name: string, value: string])[]): Declared =>
  readContentType(headers.find(([name]) => name === 'content-type')?.[1] ?? null);

const isVague = (type: string): boolean => type === '' || NO_TYPE.has(type) || ZIP_NAMES.has(type);

/** Whether it is worth while to have a body of this type at all. */
export const mayBeTaken = (type: string, types: readonly string[]): boolean => isVague(type) || types.includes(type);

/**
 * The type of a body: as it was declared, where its first bytes do not speak against that; as its bytes are, where nothing
 * was. `name` is the file's, or its address.
 */
export function mediaTypeOf(
  declared: string,
  bytes: Uint8Array,
  name: string,
  types: readonly string[],
): Outcome<string> {
  const seen = signatureOf(bytes, name);
  const type = isVague(declared) ? (seen ?? '') : corrected(declared, seen);
  if (types.includes(type)) return done(type);
  if (type === '' && !isVague(declared)) return refused('invalid', 'fetch-type-false', { values: { type: declared } });
  return declared === ''
    ? refused('invalid', 'fetch-no-type')
    : refused('invalid', 'fetch-type', { values: { type: type || declared } });
}

/** One kind of picture often goes by the name of another; what says that it is a file and begins as none is something else. */
function corrected(declared: string, seen: string | null): string {
  if (PICTURES.has(declared)) return seen !== null && PICTURES.has(seen) ? seen : '';
  if (Object.values(ARCHIVES).includes(declared)) return seen === 'zip' || seen === declared ? declared : '';
  return declared === 'application/pdf' && seen !== declared ? '' : declared;
}

const HEAD = 1024;

function signatureOf(bytes: Uint8Array, name: string): string | null {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  if (head.includes('%PDF-')) return 'application/pdf';
  if (head.startsWith('\x89PNG\r\n\x1A\n')) return 'image/png';
  if (head.startsWith('\xFF\xD8\xFF')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(head)) return 'image/gif';
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return 'image/webp';
  if (head.startsWith('PK\x03\x04')) return ARCHIVES[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'zip';
  return /^(?:\xEF\xBB\xBF)?\s*<(?:!doctype html|html)[\s>]/i.test(head) ? 'text/html' : null;
}

/** The name that a Content-Disposition gives a file, or null. */
export function fileNameIn(value: string | null): string | null {
  const name = /;\s*filename\*?\s*=\s*(?:[\w-]+'[\w-]*')?"?([^";]{1,200})"?/i.exec(value ?? '')?.[1]?.trim();
  return name || null;
}
