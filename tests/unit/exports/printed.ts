import { type Outline, textOf } from '#lib/exports/outline/index.ts';

/** Words without the spaces and line ends that a format may set otherwise. */
export const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

const isLine = (value: unknown): value is Outline['outcome'] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((run) => typeof run === 'object' && run !== null && 'as' in run);

/** What says where or how, and is no word to be printed. */
const UNPRINTED = new Set([
  'id',
  'claim',
  'source',
  'mark',
  'as',
  'to',
  'href',
  'role',
  'language',
  'frozenAt',
  'none',
  'desk',
  'article',
  'sign',
  'words',
  'before',
  'after',
]);
/** Beside: a status is in words in what is heard, and a person's role is printed. */
const isPrinted = (key: string, path: readonly string[]) =>
  !UNPRINTED.has(key) || (key === 'role' && path.includes('people')) || (key === 'words' && path.at(-1) === 'check');

/** Every text that a format of an outline has to print; of lines each run, as between them a format may say more. */
export function printedIn(outline: Outline): string[] {
  const found: string[] = [];
  const look = (value: unknown, key: string, path: readonly string[]) => {
    // A picture's drawing says what its rows say.
    if (key === 'drawing') return;
    if (isLine(value)) {
      const isDrawn = value.some(({ as }) => as === 'deleted' || as === 'inserted');
      found.push(...(isDrawn ? value.map(({ text }) => text) : [textOf(value)]));
    } else if (typeof value === 'string') {
      if (isPrinted(key, path)) found.push(value);
    } else if (Array.isArray(value)) for (const item of value) look(item, key, path);
    else if (value !== null && typeof value === 'object')
      for (const [name, item] of Object.entries(value)) look(item, name, [...path, key]);
  };
  const { words, questions, unchecked, former, leftOut, unlooked, ...rest } = outline;
  look(rest, '', []);
  for (const [name, part] of Object.entries({ questions, unchecked, former, leftOut, unlooked }))
    if (part.items.length > 0) look(part, name, []);
  return [...new Set(found.map(squeezed).filter((text) => text !== ''))];
}
