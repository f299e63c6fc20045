'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useRef, useState } from 'react';
import { Button, type ButtonProps } from './Button.tsx';
import { useKeyWait } from './KeyWait.tsx';
import type { MenuPart } from './MenuList.tsx';

const load = () => import('./MenuList.tsx');
// Menus are a good part of the primitives' weight and closed at first: the list comes when a hand nears its button.
const MenuList = dynamic(() => load().then((module) => module.MenuList), { ssr: false });

export interface MenuButtonProps extends Omit<ButtonProps, 'onPress' | 'onHoverStart' | 'onFocus' | 'children'> {
  /** What the menu is, for screen readers. */
  readonly menuLabel: string;
  readonly parts: readonly MenuPart[];
  readonly children: ReactNode;
}

/** A button with a menu given as data. */
export function MenuButton({ menuLabel, parts, children, ...props }: MenuButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  useKeyWait(open, () => setOpen(false));
  return (
    <>
      <Button
        {...props}
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        onHoverStart={load}
        onFocus={load}
        onPress={() => {
          setUsed(true);
          setOpen(true);
        }}
      >
        {children}
      </Button>
      {used ? <MenuList label={menuLabel} parts={parts} trigger={button} isOpen={open} onOpenChange={setOpen} /> : null}
    </>
  );
}
