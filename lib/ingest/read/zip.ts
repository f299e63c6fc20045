import { inflateRawSync } from 'node:zlib';
import { refuse } from '#lib/platform/result.ts';

/** Of what is unpacked, all parts together, and of the parts in one archive. */
export const MOST_UNPACKED = 96 * 1024 * 1024;
const MOST_PARTS = 20_000;

/** The parts of an archive by name, none of them unpacked. */
export type Archive = {
  readonly names: readonly string[];
  /**
   * A part's bytes; null where there is none.
   * @throws AppError where it is damaged, or where all that has been unpacked would be too much
   */
  unpack(name: string): Uint8Array | null;
};

type Part = { readonly method: number; readonly size: number; readonly at: number };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const MOST_COMMENT = 0xffff;

/**
 * Reads the directory of a zip archive. Sizes that it declares are not believed: unpacking itself stops at what is left of the bound
 * (node:zlib's maxOutputLength), which libraries that first make room for the declared size cannot.
 *
 * @throws AppError where there is no directory, or it leads nowhere
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const parts = end === null ? null : partsOf(view, bytes, end);
  if (!parts) refuse('invalid', 'file-broken', { field: 'text' });
  let left = MOST_UNPACKED;
  return {
    names: [...parts.keys()],
    unpack(name) {
      const part = parts.get(name);
      if (!part) return null;
      const packed = packedOf(view, bytes, part);
      const unpacked = packed && (part.method === 0 ? packed : inflate(packed, left));
      if (unpacked === 'too much' || (unpacked !== null && unpacked.length > left))
        refuse('too-large', 'file-unpacks-to-too-much', { field: 'text' });
      if (unpacked === null) refuse('invalid', 'file-broken', { field: 'text' });
      left -= unpacked.length;
      return unpacked;
    },
  };
}

function endOfDirectory(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - MOST_COMMENT; at -= 1) if (view.getUint32(at, true) === END) return at;
  return null;
}

function partsOf(view: DataView, bytes: Uint8Array, end: number): ReadonlyMap<string, Part> | null {
  const parts = new Map<string, Part>();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_PARTS) return null;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    // The first of a name counts: a second one is there to show one program what another does not see.
    if (!parts.has(name))
      parts.set(name, {
        method: view.getUint16(at + 10, true),
        size: view.getUint32(at + 20, true),
        at: view.getUint32(at + 42, true),
      });
    at = next;
  }
  return parts;
}

function packedOf(view: DataView, bytes: Uint8Array, { at, size, method }: Part): Uint8Array | null {
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL || (method !== 0 && method !== 8)) return null;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return start + size > bytes.length ? null : bytes.subarray(start, start + size);
}

function inflate(packed: Uint8Array, most: number): Uint8Array | 'too much' | null {
  if (most <= 0) return 'too much';
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    const isTooMuch = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooMuch ? 'too much' : null;
  }
}
