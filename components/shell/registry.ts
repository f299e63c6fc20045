import type { ClaimState } from '../ui/states.ts';
import { type CommandId, commands } from './commands.ts';

export type Handlers = { readonly [Id in CommandId]?: (() => void) | undefined };

/** Something of the page on screen that the palette finds beside the commands: a claim to take in hand. */
export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  /** What else it is found by. */
  readonly words?: string;
  readonly hint?: string;
  readonly mark?: ClaimState;
  readonly run: () => void;
}

/** Makes the entries when the palette opens: there may be thousands, and they change with every deed. */
export type PaletteSource = () => readonly PaletteEntry[];

// What the page on screen can do now. It belongs to the browser tab; on the server it is never written.
const handlers: { readonly id: CommandId; readonly run: () => void }[] = [];
let source: PaletteSource | null = null;
let live: readonly CommandId[] = [];
let readers = 0;
const listeners = new Set<() => void>();

function changed(): void {
  live = commands.map((command) => command.id).filter((id) => handlers.some((handler) => handler.id === id));
  for (const listener of listeners) listener();
}

/**
 * Makes commands live; of two handlers for one command the later wins, and one that is a fallback only where there is no
 * other. Returns how to take them back.
 */
export function register(ids: readonly CommandId[], run: (id: CommandId) => void, isFallback = false): () => void {
  const added = ids.map((id) => ({ id, run: () => run(id) }));
  if (isFallback) handlers.unshift(...added);
  else handlers.push(...added);
  changed();
  return () => {
    for (const handler of added) handlers.splice(handlers.indexOf(handler), 1);
    changed();
  };
}

/** Runs a command if a handler is live; says whether it was. */
export function runCommand(id: CommandId): boolean {
  const handler = handlers.findLast((candidate) => candidate.id === id);
  handler?.run();
  return handler !== undefined;
}

export function isLive(id: CommandId): boolean {
  return live.includes(id);
}

/** The live commands in the list's order; the same array until something changes. */
export function liveCommands(): readonly CommandId[] {
  return live;
}

/** Says that nothing can be written on the page on screen; returns how to take it back. */
export function setReadingOnly(): () => void {
  readers += 1;
  changed();
  return () => {
    readers -= 1;
    changed();
  };
}

export function isReadingOnly(): boolean {
  return readers > 0;
}

export function setPaletteSource(next: PaletteSource): () => void {
  source = next;
  return () => {
    if (source === next) source = null;
  };
}

/** What of the page on screen can be found by typing, as it is now. */
export function paletteEntries(): readonly PaletteEntry[] {
  return source?.() ?? [];
}

export function subscribeCommands(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
