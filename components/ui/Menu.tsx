'use client';

import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Header } from 'react-aria-components/Header';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps as AriaMenuItemProps,
  type MenuProps as AriaMenuProps,
  MenuSection as AriaMenuSection,
  type MenuSectionProps as AriaMenuSectionProps,
  MenuTrigger,
} from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { cx } from './cx.ts';
import { Kbd } from './Kbd.tsx';
import { WindowKeys } from './KeyWait.tsx';
import { floating, itemClass } from './options.tsx';

/** Wraps a Button and its Menu. */
export { MenuTrigger };

/** A list of deeds that drops from a button. */
export function Menu({ className, ...props }: Omit<AriaMenuProps<object>, 'className'> & { className?: string }) {
  return (
    <Popover offset={4} className={cx(floating, 'screen-only min-w-48')}>
      <WindowKeys />
      <AriaMenu {...props} className={cx('max-h-[70dvh] overflow-auto p-1 outline-none', className)} />
    </Popover>
  );
}

export interface MenuItemProps extends Omit<AriaMenuItemProps, 'children' | 'className' | 'style' | 'textValue'> {
  readonly children: string;
  /** The key that does the same. */
  readonly hint?: string;
  readonly danger?: boolean;
}

export function MenuItem({ children, hint, danger, ...props }: MenuItemProps) {
  return (
    <AriaMenuItem {...props} textValue={children} className={cx(itemClass, danger && 'text-wrong')}>
      {({ selectionMode, isSelected }) => (
        <>
          {selectionMode === 'none' ? null : (
            <Check aria-hidden="true" className={cx('size-3.5 shrink-0', !isSelected && 'invisible')} />
          )}
          <span className="flex-1">{children}</span>
          {hint === undefined ? null : <Kbd className="text-soft">{hint}</Kbd>}
        </>
      )}
    </AriaMenuItem>
  );
}

export interface MenuSectionProps extends Omit<AriaMenuSectionProps<object>, 'children' | 'className'> {
  readonly title?: string;
  readonly children: ReactNode;
}

export function MenuSection({ title, children, ...props }: MenuSectionProps) {
  return (
    <AriaMenuSection {...props}>
      {title === undefined ? null : (
        <Header className="px-2.5 pt-2 pb-0.5 text-xs font-medium text-soft">{title}</Header>
      )}
      {children}
    </AriaMenuSection>
  );
}

export function MenuLine() {
  return <Separator className="my-1 border-t border-rule" />;
}
