import { strToU8, Zip, ZipDeflate } from 'fflate';

/*
 * Documents of Office Open XML as zip files that are written as they are made. Packed here and not by the machine's own zlib, whose bytes are not
 * the same on every machine.
 */

/** A part of a document: its path, and its XML without the declaration at its head, in pieces. */
export type OfficePart = readonly [path: string, xml: Iterable<string>];

/** The document in pieces; none of its parts is held whole. The same parts have the same bytes. */
export function* packed(parts: Iterable<OfficePart>): Generator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    made.push(piece);
  });
  for (const [path, xml] of parts) {
    const part = new ZipDeflate(path);
    part.mtime = EPOCH;
    zip.add(part);
    let waiting = HEAD;
    for (const piece of xml) {
      waiting += piece;
      if (waiting.length < WORTH) continue;
      part.push(strToU8(waiting));
      waiting = '';
      yield* made.splice(0);
    }
    part.push(strToU8(waiting), true);
  }
  zip.end();
  yield* made.splice(0);
}

/** The first day that a zip archive can be of, wherever it is made. */
const EPOCH = new Date(1980, 0, 1);
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Characters that are worth packing at once. */
const WORTH = 65_536;
