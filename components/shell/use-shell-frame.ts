'use client';

import { createContext, useContext } from 'react';
import type { ShellActor, ShellLink } from './shell-types.ts';

export interface ShellFrame {
  readonly actor: ShellActor;
  /** The desk's main rooms, in the header of every page. */
  readonly nav: readonly ShellLink[];
  /** What the user menu leads to. */
  readonly menu: readonly ShellLink[];
  /** Where else the palette leads. */
  readonly elsewhere: readonly ShellLink[];
  /** A server action, or anything else that ends the session. */
  readonly signOut: () => void;
}

export const Frame = createContext<ShellFrame | undefined>(undefined);

/** The person and the rooms of the shell; undefined outside an AppShell. */
export function useShellFrame(): ShellFrame | undefined {
  return useContext(Frame);
}
