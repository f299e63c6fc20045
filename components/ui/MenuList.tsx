'use client';

import { Fragment, type RefObject } from 'react';
import { Menu as AriaMenu } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { cx } from './cx.ts';
import { WindowKeys } from './KeyWait.tsx';
import { MenuItem, MenuLine, MenuSection } from './Menu.tsx';
import { floating, type Option } from './options.tsx';

/** One deed of a menu. */
export interface MenuDeed {
  readonly id: string;
  readonly label: string;
  /** The key that does the same. */
  readonly hint?: string;
  readonly danger?: boolean;
  readonly isDisabled?: boolean;
  readonly run: () => void;
}

/** A group of deeds, or one choice among several; a line stands between two parts. */
export interface MenuPart {
  readonly id: string;
  readonly title?: string;
  readonly deeds?: readonly MenuDeed[];
  readonly choice?: {
    readonly value: string;
    readonly options: readonly Option[];
    readonly onChange: (id: string) => void;
  };
}

export interface MenuListProps {
  readonly label: string;
  readonly parts: readonly MenuPart[];
  readonly trigger: RefObject<HTMLElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** The list behind a MenuButton. */
export function MenuList({ label, parts, trigger, isOpen, onOpenChange }: MenuListProps) {
  return (
    <Popover
      triggerRef={trigger}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      aria-label={label}
      offset={4}
      placement="bottom end"
      className={cx(floating, 'screen-only min-w-52')}
    >
      <WindowKeys />
      <AriaMenu
        aria-label={label}
        autoFocus="first"
        onClose={() => onOpenChange(false)}
        className="max-h-[70dvh] overflow-auto p-1 outline-none"
      >
        {parts.map((part, index) => (
          <Fragment key={part.id}>
            {index === 0 ? null : <MenuLine />}
            {part.deeds === undefined ? null : <Deeds title={part.title} deeds={part.deeds} />}
            {part.choice === undefined ? null : <Choice title={part.title} choice={part.choice} />}
          </Fragment>
        ))}
      </AriaMenu>
    </Popover>
  );
}

function Deeds({ title, deeds }: { title?: string; deeds: readonly MenuDeed[] }) {
  return (
    <MenuSection title={title} aria-label={title ?? deeds[0]?.label}>
      {deeds.map((deed) => (
        <MenuItem
          key={deed.id}
          id={deed.id}
          hint={deed.hint}
          danger={deed.danger}
          isDisabled={deed.isDisabled}
          onAction={deed.run}
        >
          {deed.label}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

function Choice({ title, choice }: { title?: string; choice: NonNullable<MenuPart['choice']> }) {
  return (
    <MenuSection
      title={title}
      selectionMode="single"
      selectedKeys={[choice.value]}
      disallowEmptySelection
      onSelectionChange={(keys) => {
        const [first] = keys;
        if (first !== undefined) choice.onChange(String(first));
      }}
    >
      {choice.options.map((option) => (
        <MenuItem key={option.id} id={option.id}>
          {option.label}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
