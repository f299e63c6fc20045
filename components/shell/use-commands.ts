'use client';

import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { type CommandId, commandOf, commands } from './commands.ts';
import { ariaChord, showChord } from './keys.ts';
import {
  type Handlers,
  isReadingOnly,
  liveCommands,
  type PaletteEntry,
  type PaletteSource,
  register,
  runCommand,
  setPaletteSource,
  setReadingOnly,
  subscribeCommands,
} from './registry.ts';

// Until the page is alive nobody knows; a button drawn as resting would only flicker.
const perhapsLive: readonly CommandId[] = commands.map((command) => command.id);

/**
 * Says which commands this component can do while it is on screen. A handler that is undefined leaves its command
 * at rest: `useCommands({ 'claim.next': hasNext ? goNext : undefined })`.
 */
export function useCommands(handlers: Handlers): void {
  useHandlers(handlers, false);
}

/** The same for what any page can do; a page's own way of doing it goes before. */
export function useFallbackCommands(handlers: Handlers): void {
  useHandlers(handlers, true);
}

function useHandlers(handlers: Handlers, isFallback: boolean): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const ids = (Object.keys(handlers) as CommandId[]).filter((id) => handlers[id] !== undefined).join(' ');
  // Before the paint, so that no button is seen at rest on its way to being live.
  useLayoutEffect(() => {
    if (ids === '') return;
    return register(ids.split(' ') as CommandId[], (id) => latest.current[id]?.(), isFallback);
  }, [ids, isFallback]);
}

/** Says whether this page is only read, so that nobody is taught keys that would do nothing in it. */
export function useReadingOnly(isOnly: boolean): void {
  useEffect(() => (isOnly ? setReadingOnly() : undefined), [isOnly]);
}

export function useIsReadingOnly(): boolean {
  return useSyncExternalStore(subscribeCommands, isReadingOnly, () => false);
}

/** Has the palette find what is on this page, while this component is on screen; keep the function stable. */
export function usePaletteSource(source: PaletteSource): void {
  useEffect(() => setPaletteSource(source), [source]);
}

/** The commands that can be done now. */
export function useLiveCommands(): readonly CommandId[] {
  return useSyncExternalStore(subscribeCommands, liveCommands, () => perhapsLive);
}

const never = () => () => {};

/** Whether the keyboard is Apple's. False on the server, so hints settle after the first paint. */
export function useApple(): boolean {
  return useSyncExternalStore(never, isApple, () => false);
}

export function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

/** The key of a command as drawn beside a button, and as a screen reader is told. */
export function useKeyHint(id: CommandId): { hint: string | undefined; ariaKeys: string | undefined } {
  const apple = useApple();
  const chord = commandOf(id).keys[0];
  if (chord === undefined) return { hint: undefined, ariaKeys: undefined };
  return { hint: showChord(chord, apple), ariaKeys: ariaChord(chord, apple) };
}

export type { PaletteEntry };
export { runCommand };
