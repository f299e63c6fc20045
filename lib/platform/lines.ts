/**
 * The lines of a text that comes in pieces, without their ends: parted by LF alone. Node's readline also parts at U+2028 and U+2029, which JSON
 * holds as they are. What stands behind the last LF is a line too, unless it is empty.
 */
export async function* linesIn(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = piece.split('\n');
    lines[0] = rest + (lines[0] ?? '');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
