'use client';

import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class.ts';
import { Kbd } from './Kbd.tsx';

type Own =
  | 'id'
  | 'ref'
  | 'type'
  | 'form'
  | 'autoFocus'
  | 'onFocus'
  | 'aria-label'
  | 'aria-haspopup'
  | 'aria-expanded'
  | 'aria-pressed';

export interface ButtonProps extends Pick<ComponentProps<'button'>, Own> {
  readonly children: ReactNode;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
  /** It is at work: it keeps the focus, and does nothing more until it is done. */
  readonly isPending?: boolean;
  readonly onHoverStart?: () => void;
  /** The key that does the same, drawn after the words. */
  readonly hint?: string;
  /** The same key for screen readers, as `aria-keyshortcuts` wants it. */
  readonly ariaKeys?: string;
  /** The command that it does, so that its key finds it. */
  readonly 'data-command'?: string;
  readonly className?: string;
}

/**
 * The one button, the browser's own. `plain` for most, `prime` once a screen, `quiet` in rows, `link` for what a row leads
 * on to, `danger` for what cannot be undone. Inside a DialogTrigger or a MenuTrigger take TriggerButton.
 */
export function Button(props: ButtonProps) {
  const { children, variant = 'plain', size = 'normal', hint, ariaKeys, className, ...rest } = props;
  const { type = 'button', onPress, isDisabled, isPending = false, onHoverStart, ...dom } = rest;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isPending) event.preventDefault();
    else {
      if (!isByEnter(event)) takeFocus(event.currentTarget);
      onPress?.();
    }
  };
  return (
    <button
      {...dom}
      type={type}
      disabled={isDisabled}
      aria-disabled={isPending || undefined}
      data-pending={isPending || undefined}
      aria-keyshortcuts={ariaKeys}
      onClick={press}
      onPointerEnter={onHoverStart}
      className={buttonClass(variant, size, className)}
    >
      {children}
      {hint === undefined ? null : <Hint isForms={type === 'submit'}>{hint}</Hint>}
    </button>
  );
}

/** The key that sends a form is that of the form one is in: drawn on two buttons at once it would be neither's. */
function Hint({ isForms, children }: { isForms: boolean; children: string }) {
  return isForms ? (
    <span className="hidden [form:focus-within_&]:contents">
      <Kbd>{children}</Kbd>
    </span>
  ) : (
    <Kbd>{children}</Kbd>
  );
}

/** Enter in a field presses its form's button, and the focus stays in the field. */
function isByEnter({ currentTarget, detail }: MouseEvent<HTMLButtonElement>): boolean {
  const { form, type } = currentTarget;
  return type === 'submit' && detail === 0 && form?.contains(document.activeElement) === true;
}

/** Safari focuses no button that is clicked, and a dialog that it opens could not give the focus back. */
function takeFocus(button: HTMLButtonElement): void {
  if (!button.contains(document.activeElement)) button.focus({ preventScroll: true });
}
