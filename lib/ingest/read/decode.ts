import { type CanonicalText, canonicalText } from '#lib/platform/canonical.ts';
import { AppError, done, type Outcome, refuse, refused } from '#lib/platform/result.ts';
import { MAX_UPLOAD_BYTES } from '../types.ts';
import { charsetOf } from './charset.ts';

export type Decoded = { readonly text: CanonicalText; readonly isGuess: boolean };

/**
 * Bytes of a text, in the character set they are in.
 * @throws AppError `invalid` where they are no text
 */
export function decode(bytes: Uint8Array, sent: string | null, isMarkup: boolean): Decoded {
  const { label, isGuess } = charsetOf(bytes, sent, isMarkup);
  if (!label.startsWith('utf-16') && isBinary(bytes, label))
    refuse('invalid', 'file-not-text', { fields: { text: { code: 'file-not-text-short' } } });
  return { text: canonicalText(new TextDecoder(label).decode(bytes)), isGuess };
}

/** A NUL, or more control characters than any text has: of a text that is no UTF-8, a single one. */
function isBinary(bytes: Uint8Array, label: string): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls += 1;
  }
  return label === 'utf-8' ? controls > bytes.length / 100 : controls > 0;
}

/** The bytes of a text file of which nothing else is known, 10 MB of them at most. */
export function decodeFile(bytes: Uint8Array): Outcome<CanonicalText> {
  if (bytes.length > MAX_UPLOAD_BYTES) return refused('too-large', 'file-too-large');
  try {
    return done(decode(bytes, null, false).text);
  } catch (error) {
    if (error instanceof AppError) return error.refusal;
    throw error;
  }
}
