import { type Found, find } from '#lib/workbench/rules-find.ts';
import type { PaletteEntry } from './registry.ts';

export const PARTS = ['claims', 'commands', 'pages', 'articles'] as const;
export type PartId = (typeof PARTS)[number];
export type PaletteThings = Readonly<Record<PartId, readonly PaletteEntry[]>>;
export type PalettePart = { readonly id: PartId; readonly entries: readonly PaletteEntry[] };

/** Who has not found it among so many types another letter. */
const MOST = 8;
/** The order at rest. Claims are not listed until somebody looks for them: the column does that. */
const AT_REST: readonly PartId[] = ['commands', 'pages', 'articles'];

const textOf = ({ label, words }: PaletteEntry): string => (words === undefined ? label : `${label} ${words}`);

/**
 * What the palette shows for what is typed: the part with the best first, and in each its best. Near misses only where nothing at
 * all has the words as typed.
 */
export function partsFor(
  query: string,
  things: PaletteThings,
): { readonly parts: readonly PalettePart[]; readonly isTyped: boolean } {
  if (query.trim() === '') return { parts: filled(AT_REST.map((id) => ({ id, entries: things[id] }))), isTyped: true };
  const found = PARTS.map((id) => ({ id, ...find(query, things[id], textOf) }));
  const isTyped = found.some((part) => part.isTyped && part.hits.length > 0);
  const parts = found
    .filter((part) => part.isTyped === isTyped)
    .sort((a, b) => bestOf(b) - bestOf(a))
    .map(({ id, hits }) => ({ id, entries: hits.slice(0, MOST).map(({ item }) => item) }));
  return { parts: filled(parts), isTyped: isTyped || parts.every(({ entries }) => entries.length === 0) };
}

const bestOf = ({ hits }: Found<PaletteEntry>): number => hits[0]?.score ?? 0;
const filled = (parts: readonly PalettePart[]): PalettePart[] => parts.filter(({ entries }) => entries.length > 0);
