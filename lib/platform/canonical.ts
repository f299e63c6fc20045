import { createHash } from 'node:crypto';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** SHA-256 of a text's UTF-8 bytes or of bytes, in lower-case hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * JSON with its keys in code-unit order and nothing between its tokens, so that equal values have equal text and digests.
 * Keys whose value is undefined are left out; numbers must be finite (TypeError otherwise).
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`Not a JSON number: ${value}`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const item = value[key];
    if (item !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(item)}`);
  }
  return `{${parts.join(',')}}`;
}

const isList = (value: readonly Json[] | { readonly [key: string]: Json | undefined }): value is readonly Json[] =>
  Array.isArray(value);

declare const canonical: unique symbol;
/** Text that has been through `canonicalText`. */
export type CanonicalText = string & { readonly [canonical]: true };

/**
 * Text as Stet keeps it: LF line ends, no byte order mark, no NUL, well-formed Unicode. Forms turn LF into CRLF and
 * Postgres refuses NUL and lone surrogates, so every text passes here once on its way in.
 */
export function canonicalText(text: string): CanonicalText {
  const kept = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '');
  return kept.toWellFormed() as CanonicalText;
}
