import { refuse } from '#lib/platform/result.ts';
import type { DocumentInput, DocumentKind } from './types.ts';
import { type Archive, openArchive } from './zip.ts';

/** What the bytes are, and whether their sender says otherwise. */
export type Sniffed = {
  readonly kind: DocumentKind;
  readonly isOtherKind: boolean;
  /** Of a kind that is an archive. */
  readonly archive: Archive | null;
};

const BY_ENDING: Readonly<Record<string, DocumentKind>> = {
  htm: 'html',
  html: 'html',
  xhtml: 'html',
  pdf: 'pdf',
  docx: 'docx',
  docm: 'docx',
  odt: 'odt',
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  csv: 'csv',
  tsv: 'csv',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  vtt: 'transcript',
  srt: 'transcript',
};
const BY_TYPE: Readonly<Record<string, DocumentKind>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/pdf': 'pdf',
  'application/x-pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.ms-word.document.macroenabled.12': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/csv': 'csv',
  'text/tab-separated-values': 'csv',
  'text/vtt': 'transcript',
  'application/x-subrip': 'transcript',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};
const TEXTS: ReadonlySet<DocumentKind> = new Set(['html', 'text', 'markdown', 'csv', 'transcript']);

/**
 * What a document is: its bytes decide, and what its name or its sender says tells only texts of one kind from those of another. Refused where it is
 * none that is read, in words of what it is.
 *
 * @throws AppError
 */
export function sniff({ bytes, mediaType, name }: DocumentInput): Sniffed {
  const ending = /\.([a-z]{2,8})$/i.exec(name ?? '')?.[1]?.toLowerCase();
  const type = mediaType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  // A name is a person's, a media type often a server's habit: "text/plain" for anything.
  const claims = [BY_ENDING[ending ?? ''], BY_TYPE[type]].filter((claim) => claim !== undefined);
  const found = (kind: DocumentKind, archive: Archive | null = null): Sniffed => ({
    kind,
    archive,
    isOtherKind: claims.length > 0 && !claims.includes(kind),
  });

  if (startsWith(bytes, '%PDF-') || (claims[0] === 'pdf' && headOf(bytes).includes('%PDF-'))) return found('pdf');
  if (startsWith(bytes, 'PK\x03\x04')) return inArchive(bytes, found);
  refuseOtherKinds(bytes);
  if (/^(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|$)/.test(headOf(bytes))) return found('transcript');
  const isHtml = looksLikeHtml(bytes);
  const asText = claims.find((claim) => TEXTS.has(claim));
  // Plain text may speak of HTML; a page that is served as plain text is a page.
  if (isHtml && asText !== 'markdown' && asText !== 'csv' && asText !== 'transcript') return found('html');
  return found(asText === 'html' && !hasTags(bytes) ? 'text' : (asText ?? 'text'));
}

function inArchive(bytes: Uint8Array, found: (kind: DocumentKind, archive: Archive) => Sniffed): Sniffed {
  const archive = openArchive(bytes);
  const { names } = archive;
  // Some programs number the main part.
  if (names.some((name) => /^word\/document\d*\.xml$/i.test(name))) return found('docx', archive);
  if (names.includes('xl/workbook.xml')) return found('xlsx', archive);
  if (names.includes('[Content_Types].xml')) refuse('invalid', 'file-kind-unread', { field: 'text' });
  const mimetype = new TextDecoder().decode(archive.unpack('mimetype') ?? new Uint8Array()).trim();
  const isText = /^application\/vnd\.oasis\.opendocument\.text(?:-template|-master)?$/.test(mimetype);
  if (isText && names.includes('content.xml')) return found('odt', archive);
  if (mimetype.startsWith('application/')) refuse('invalid', 'file-kind-unread', { field: 'text' });
  return refuse('invalid', 'file-archive', { field: 'text' });
}

const ENCRYPTED = 'EncryptedPackage';

function refuseOtherKinds(bytes: Uint8Array): void {
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) {
    const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      Buffer.from(ENCRYPTED, 'utf16le'),
    );
    refuse('invalid', isEncrypted ? 'file-encrypted' : 'file-old-office', { field: 'text' });
  }
  if (startsWith(bytes, '{\\rtf')) refuse('invalid', 'file-old-office', { field: 'text' });
  if (PICTURES.some((mark) => startsWith(bytes, mark)) || /^RIFF.{4}WEBP/s.test(headOf(bytes).slice(0, 16)))
    refuse('invalid', 'file-picture', { field: 'text' });
}

const PICTURES = ['\x89PNG\r\n', '\xff\xd8\xff', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*'];

const startsWith = (bytes: Uint8Array, mark: string): boolean =>
  bytes.length >= mark.length && [...mark].every((letter, i) => bytes[i] === letter.charCodeAt(0));

/** The first kilobyte as if each byte were a letter; of UTF-16, without its zeros. */
const headOf = (bytes: Uint8Array): string =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).replaceAll('\0', '');

/** By the way it opens, comments and declarations passed over. */
function looksLikeHtml(bytes: Uint8Array): boolean {
  const head = headOf(bytes)
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replace(/<!--.*?(?:-->|$)/gs, '')
    .replace(/^\s*<\?xml[^>]{0,200}>/, '')
    .trimStart();
  return /^<(?:!doctype\s+html|html|head|body)\b/i.test(head);
}

const hasTags = (bytes: Uint8Array): boolean =>
  /<\/?[a-z][a-z0-9]{0,15}[\s/>]/i.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, 65_536)).replaceAll('\0', ''),
  );
