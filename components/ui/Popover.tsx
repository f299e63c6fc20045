'use client';

import { type ReactNode, useContext } from 'react';
import { DialogTrigger, OverlayTriggerStateContext } from 'react-aria-components/Dialog';
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components/Popover';
import { cx } from './cx.ts';
import { WindowKeys } from './KeyWait.tsx';
import { floating } from './options.tsx';

/** Wraps a Button and its Popover. */
export { DialogTrigger as PopoverTrigger };

export interface PopoverProps extends Omit<AriaPopoverProps, 'children' | 'className' | 'style'> {
  /** What the little window is, for screen readers. */
  readonly label: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly className?: string;
}

/** A small window that hangs from its button. */
export function Popover({ label, children, className, ...props }: PopoverProps) {
  const state = useContext(OverlayTriggerStateContext);
  const close = () => state?.close();
  return (
    <AriaPopover
      offset={6}
      {...props}
      aria-label={label}
      className={cx(floating, 'screen-only max-w-[92vw] p-4', className)}
    >
      <WindowKeys />
      {typeof children === 'function' ? children(close) : children}
    </AriaPopover>
  );
}
