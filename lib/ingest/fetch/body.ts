import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { refuse } from '#lib/platform/result.ts';
import { hostOf } from './address.ts';
import { type Answer, headerOf } from './ask.ts';
import { keepPace } from './bounds.ts';
import { asking } from './trouble.ts';
import type { Run } from './types.ts';

/** Thrown to stop reading, and never leaves this file. */
const ENOUGH = new Error('enough');

/**
 * The body of an answer, unpacked. More than `most` bytes, as they come or unpacked, are refused; with `isCut` the rest is
 * left instead.
 */
export async function readBody(
  answer: Answer,
  run: Run,
  { most, isCut = false }: { readonly most: number; readonly isCut?: boolean },
): Promise<Uint8Array> {
  const host = hostOf(answer.url);
  const unpack = unpackerOf(answer, host);
  const tooLarge = (isUnpacked: boolean): never => {
    if (isCut) throw ENOUGH;
    const code = isUnpacked ? 'fetch-unpacks-large' : 'fetch-too-large';
    return refuse('too-large', code, { values: { megabytes: most / 1024 / 1024 } });
  };
  if (Number(headerOf(answer, 'content-length')) > most && !isCut) tooLarge(false);
  const chunks: Uint8Array[] = [];
  const pace = keepPace(run, host);
  const asCome = counting(most, pace.count, () => tooLarge(false));
  const collect = async (source: AsyncIterable<Uint8Array>) => {
    let size = 0;
    for await (const chunk of source) {
      size += chunk.length;
      chunks.push(size > most ? chunk.subarray(0, chunk.length - (size - most)) : chunk);
      if (size > most) tooLarge(unpack !== null);
    }
  };
  const { signal } = run.stop;
  try {
    await asking(host, true, () =>
      unpack
        ? pipeline(answer.body, asCome, unpack, collect, { signal })
        : pipeline(answer.body, asCome, collect, { signal }),
    );
  } catch (error) {
    if (error !== ENOUGH) throw error;
  } finally {
    pace.end();
  }
  return Buffer.concat(chunks);
}

const counting = (most: number, count: (bytes: number) => void, tooLarge: () => void) =>
  async function* (source: AsyncIterable<Uint8Array>) {
    let size = 0;
    for await (const chunk of source) {
      count(chunk.length);
      size += chunk.length;
      yield chunk;
      if (size > most) tooLarge();
    }
  };

/** What undoes the packing that was asked for, and null where there is none. Packing within packing serves nobody but a bomb. */
function unpackerOf(answer: Answer, host: string) {
  const said = answer.headers.filter(([name]) => name === 'content-encoding').map(([, value]) => value);
  const encodings = said
    .flatMap((value) => value.toLowerCase().split(','))
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== '' && encoding !== 'identity');
  const [encoding] = encodings;
  if (encoding === undefined) return null;
  if (encodings.length === 1 && (encoding === 'gzip' || encoding === 'x-gzip')) return createGunzip();
  if (encodings.length === 1 && encoding === 'br') return createBrotliDecompress();
  return refuse('invalid', 'fetch-packed-otherwise', {
    values: { host, encoding: encodings.join(', ').slice(0, 80) },
  });
}
