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

/** Control signs but tab, LF and CR. A terminal obeys them: it hides words, moves, or sends keys. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

/** Text without the signs that a terminal obeys; tabs and the ends of lines stay. */
export const withoutControls = (text: string): string => text.replace(CONTROLS, '');

/**
 * Text as Stet keeps it: LF line ends (also for form feeds and their kin), no byte order mark, no control signs but tab and LF, well-formed
 * Unicode. Forms turn LF into CRLF, Postgres refuses NUL and lone surrogates, and a terminal obeys what else there is of control signs, so
 * every text passes here once on its way in.
 */
export function canonicalText(text: string): CanonicalText {
  const kept = text.replace(/^\uFEFF/, '').replace(/\r\n?|[\v\f\x85]/g, '\n');
  return withoutControls(kept).toWellFormed() as CanonicalText;
}

/** The first `most` code units of a text, without half a sign at their end. */
export const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');

/** Whether anything of a text is to be seen: blanks and signs of no width alone are no words. */
export const isSeen = (text: string): boolean => /[^\s\p{Default_Ignorable_Code_Point}\p{Cf}]/u.test(text);
