'use client';

import type { ReactNode } from 'react';
import { Kbd } from '../ui/Kbd.tsx';
import { type CommandId, commandOf } from './commands.ts';
import { showChord } from './keys.ts';
import { useApple } from './use-commands.ts';

export interface KeyBarProps {
  /** Keys and the few words for what they do ("next, previous"). */
  readonly items: readonly { readonly commands: readonly CommandId[]; readonly label: string }[];
  /** What stands at the end: "Saved 10:42". */
  readonly children?: ReactNode;
}

/** The line under the workbench that teaches its keys. It repeats the help sheet, so screen readers pass over it. */
export function KeyBar({ items, children }: KeyBarProps) {
  const apple = useApple();
  return (
    <footer className="screen-only hidden h-8.5 shrink-0 items-center gap-5 border-t border-rule bg-sheet px-5 text-xs text-soft page:flex">
      <ul aria-hidden="true" className="flex min-w-0 gap-5 overflow-hidden whitespace-nowrap">
        {items.map((item) => (
          <li key={item.commands.join()} className="flex items-center gap-1.5">
            {item.commands.map((id) => (
              <Kbd key={id} className="border-rule bg-paper text-ink">
                {showChord(commandOf(id).keys[0] ?? '', apple)}
              </Kbd>
            ))}
            {item.label}
          </li>
        ))}
      </ul>
      <div className="figures ms-auto shrink-0">{children}</div>
    </footer>
  );
}
