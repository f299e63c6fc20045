/** A value that is written in pieces: each of its lists item by item, which may be made as they are asked for. */
type Parted = { readonly [key: string]: unknown };

/** An object as JSON set for reading, to the letter as `JSON.stringify` with two blanks, in pieces. */
export function* jsonPieces(value: Parted): Generator<string> {
  let before = '{\n';
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    yield `${before}  ${JSON.stringify(key)}: `;
    if (isMany(item)) yield* listPieces(item);
    else yield set(item, '  ');
    before = ',\n';
  }
  yield before === ',\n' ? '\n}' : '{}';
}

function* listPieces(items: Iterable<unknown>): Generator<string> {
  let before = '[\n';
  for (const item of items) {
    yield `${before}    ${set(item, '    ')}`;
    before = ',\n';
  }
  yield before === ',\n' ? '\n  ]' : '[]';
}

const isMany = (item: unknown): item is Iterable<unknown> =>
  typeof item === 'object' && item !== null && Symbol.iterator in item;

/** A line end within a text is written as an escape: each that stands there parts two lines. */
const set = (item: unknown, blanks: string): string => JSON.stringify(item, null, 2).replaceAll('\n', `\n${blanks}`);

/** What is made of each item, when it is asked for. */
export function* eachOf<T, U>(items: Iterable<T>, make: (item: T) => U): Generator<U> {
  for (const item of items) yield make(item);
}

/** Pieces as one text. */
export const joined = (pieces: Iterable<string>): string => [...pieces].join('');
