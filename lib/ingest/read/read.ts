import { AppError, done, type Outcome, refused } from '#lib/platform/result.ts';
import { decode } from './decode.ts';
import { readCsv, readText, readTranscript } from './plain-text.ts';
import { type Sniffed, sniff } from './sniff.ts';
import type { DocumentInput, ReadDocument, ReadWarning } from './types.ts';

/** 32 MB of bytes: above it nothing is read, whoever asks. What a route takes in is its own, smaller, bound. */
export const MAX_DOCUMENT_BYTES = 32 * 1024 * 1024;

type Read = Omit<ReadDocument, 'kind' | 'warnings'> & { readonly warnings?: readonly ReadWarning[] };

/**
 * A document's bytes as canonical text with the place of every stretch, and what else is in it. Nothing in them runs and nothing they name is fetched;
 * still it is for the bounded process to do (`reading.ts`): no bound here is on time, and libraries have their own ideas of memory.
 *
 * Refused are bytes that are no document (`file-…` in the messages); a PDF that is only pictures is read, as an empty text with a warning.
 */
export async function readDocument(input: DocumentInput): Promise<Outcome<ReadDocument>> {
  if (input.bytes.length > MAX_DOCUMENT_BYTES) return refused('too-large', 'file-too-large', { field: 'text' });
  try {
    const sniffed = sniff(input);
    const { warnings = [], ...read } = await readAs(sniffed, input);
    return done({
      kind: sniffed.kind,
      ...read,
      warnings: [...(sniffed.isOtherKind ? (['other-kind'] as const) : []), ...warnings],
    });
  } catch (error) {
    if (error instanceof AppError) return error.refusal;
    // The stack's end: a document that nests deeper than a reader follows.
    if (error instanceof RangeError && error.message.startsWith('Maximum call stack'))
      return refused('invalid', 'reading-too-deep', { field: 'text' });
    throw error;
  }
}

/** Each reader with its libraries is loaded when the first document of its kind comes. */
async function readAs({ kind, archive }: Sniffed, input: DocumentInput): Promise<Read> {
  const { bytes, address = null, changes = 'accepted' } = input;
  if (archive) {
    if (kind === 'docx') return (await import('./docx.ts')).readDocx(archive, changes);
    if (kind === 'odt') return (await import('./odt.ts')).readOdt(archive, changes);
    return (await import('./xlsx.ts')).readXlsx(archive);
  }
  if (kind === 'pdf') return (await import('./pdf.ts')).readPdf(bytes);
  const sent = input.charset ?? /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(input.mediaType ?? '')?.[1] ?? null;
  const { text, isGuess } = decode(bytes, sent, kind === 'html');
  const warnings: readonly ReadWarning[] = isGuess ? ['charset-guessed'] : [];
  if (kind === 'html') return { ...(await import('./html.ts')).readHtml(text, address), warnings };
  if (kind === 'transcript') return { ...readTranscript(text), warnings };
  return { ...(kind === 'csv' ? readCsv(text) : readText(text, kind)), warnings };
}
