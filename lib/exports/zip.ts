import { crc32 } from 'node:zlib';

/*
 * A zip file whose parts are stored as they are, after PKWARE's APPNOTE 6.3: what stands in it can be read where it stands.
 * Whatever is larger than the old fields hold is said in those of Zip64.
 */

export type ZipPart = {
  /** With slashes; in ASCII. */
  readonly path: string;
  /** Less than 4 GB. */
  readonly bytes: Uint8Array;
};

const VERSION = 20;
const VERSION_64 = 45;
const LARGEST_16 = 0xffff;
const LARGEST_32 = 0xffffffff;

type Placed = { readonly path: Buffer; readonly crc: number; readonly size: number; readonly at: number };

/** The bytes of the file, part by part: no more than one part is held at a time. `time` stands on each of them. */
export async function* zipOf(parts: AsyncIterable<ZipPart>, time: Date): AsyncGenerator<Uint8Array> {
  const placed: Placed[] = [];
  const stamp = dosTime(time);
  let at = 0;
  for await (const { path, bytes } of parts) {
    if (bytes.length >= LARGEST_32) throw new RangeError(`${path} is too large for a zip file: ${bytes.length} bytes`);
    const part = { path: Buffer.from(path, 'latin1'), crc: crc32(bytes), size: bytes.length, at };
    const head = Buffer.concat([words([0x04034b50, 4], ...common(part, stamp, VERSION), [0, 2]), part.path]);
    yield head;
    yield bytes;
    placed.push(part);
    at += head.length + bytes.length;
  }
  const directory = at;
  for (const part of placed) {
    const entry = entryOf(part, stamp);
    yield entry;
    at += entry.length;
  }
  yield endOf(placed.length, directory, at - directory);
}

type Word = readonly [value: number, bytes: 2 | 4 | 8];

/** What the head of a part and its entry in the directory say alike. */
const common = (part: Placed, [time, day]: readonly [number, number], version: number): Word[] => [
  [version, 2],
  [0, 2],
  [0, 2],
  [time, 2],
  [day, 2],
  [part.crc, 4],
  [part.size, 4],
  [part.size, 4],
  [part.path.length, 2],
];

/** The entry of a part in the directory. */
export function entryOf(part: Placed, stamp: readonly [number, number]): Buffer {
  const isFar = part.at >= LARGEST_32;
  const version = isFar ? VERSION_64 : VERSION;
  const more = isFar ? words([1, 2], [8, 2], [part.at, 8]) : Buffer.alloc(0);
  const start = words(
    [0x02014b50, 4],
    [version, 2],
    ...common(part, stamp, version),
    [more.length, 2],
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
    [isFar ? LARGEST_32 : part.at, 4],
  );
  return Buffer.concat([start, part.path, more]);
}

/** The end of a file whose directory of so many entries begins there and has so many bytes. */
export function endOf(count: number, directory: number, size: number): Buffer {
  const isBig = count >= LARGEST_16 || directory >= LARGEST_32 || size >= LARGEST_32;
  const end64 = isBig
    ? words(
        [0x06064b50, 4],
        [44, 8],
        [VERSION_64, 2],
        [VERSION_64, 2],
        [0, 4],
        [0, 4],
        [count, 8],
        [count, 8],
        [size, 8],
        [directory, 8],
        // Where this record stands, and of how many discs.
        [0x07064b50, 4],
        [0, 4],
        [directory + size, 8],
        [1, 4],
      )
    : Buffer.alloc(0);
  const few = Math.min(count, LARGEST_16);
  const end = words(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [few, 2],
    [few, 2],
    [Math.min(size, LARGEST_32), 4],
    [Math.min(directory, LARGEST_32), 4],
    [0, 2],
  );
  return Buffer.concat([end64, end]);
}

/** Whole numbers one after the other, the least byte of each first. */
function words(...all: readonly Word[]): Buffer {
  const made = Buffer.alloc(all.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of all) {
    if (bytes === 8) made.writeBigUInt64LE(BigInt(value), at);
    else made.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return made;
}

/** Time and day as MS-DOS wrote them, here in UTC. */
export const dosTime = (time: Date): readonly [number, number] => [
  (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1),
  ((time.getUTCFullYear() - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate(),
];
