/** What a text's bytes are decoded by, and whether that is a guess. */
export type Charset = { readonly label: string; readonly isGuess: boolean };

const HEAD = 4096;
const META = /<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/i;
const DECLARATION = /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})["']/;

/**
 * The character set of a text: by its byte order mark, else as its sender says, else as the page itself says in its first 4,096 bytes, else UTF-8
 * where the bytes are that, else Windows-1252, which is a guess. A name that is not known counts as none.
 */
export function charsetOf(bytes: Uint8Array, sent: string | null, isMarkup: boolean): Charset {
  const marked = markOf(bytes);
  if (marked) return { label: marked, isGuess: false };
  const said = known(sent) ?? (isMarkup ? declared(bytes) : null);
  if (said && !(said === 'utf-8' && !isUtf8(bytes))) return { label: said, isGuess: false };
  return isUtf8(bytes) ? { label: 'utf-8', isGuess: false } : { label: 'windows-1252', isGuess: true };
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function declared(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const label = known(DECLARATION.exec(head)?.[1] ?? META.exec(head)?.[1] ?? null);
  // A declaration that can be read in ASCII is not in UTF-16, whatever it says.
  return label?.startsWith('utf-16') ? 'utf-8' : label;
}

function known(label: string | null): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
