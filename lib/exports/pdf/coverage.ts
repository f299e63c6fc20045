/**
 * The characters that a font in TrueType or OpenType has, read from its character map (formats 4 and 12, of which every
 * font for Unicode has one). https://learn.microsoft.com/typography/opentype/spec/cmap
 *
 * @throws RangeError where the bytes are no such font
 */
export function charactersOf(font: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(view, 'cmap');
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) => {
    const at = cmap + view.getUint32(cmap + 4 + i * 8 + 4);
    return { at, format: view.getUint16(at) };
  });
  const wide = subtables.find(({ format }) => format === 12);
  if (wide) return within(groupsOf(view, wide.at));
  const narrow = subtables.find(({ format }) => format === 4);
  if (narrow) return within(segmentsOf(view, narrow.at));
  throw new RangeError('The font has no character map of format 4 or 12');
}

function tableAt(view: DataView, name: string): number {
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    if (tag === name) return view.getUint32(at + 8);
  }
  throw new RangeError(`The font has no table ${name}`);
}

type Range = readonly [from: number, to: number];

const groupsOf = (view: DataView, at: number): Range[] =>
  Array.from({ length: view.getUint32(at + 12) }, (_, i) => {
    const group = at + 16 + i * 12;
    return [view.getUint32(group), view.getUint32(group + 4)];
  });

function segmentsOf(view: DataView, at: number): Range[] {
  const count = view.getUint16(at + 6) / 2;
  return Array.from(
    { length: count },
    (_, i): Range => [view.getUint16(at + 16 + count * 2 + i * 2), view.getUint16(at + 14 + i * 2)],
  ).filter(([from]) => from !== 0xffff);
}

/** The ranges are in order and apart. */
function within(ranges: readonly Range[]): (codePoint: number) => boolean {
  return (codePoint) => {
    let low = 0;
    let high = ranges.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const [from, to] = ranges[middle] ?? [0, 0];
      if (codePoint < from) high = middle - 1;
      else if (codePoint > to) low = middle + 1;
      else return true;
    }
    return false;
  };
}
