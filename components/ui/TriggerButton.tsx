'use client';

import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class.ts';

export interface TriggerButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly className?: string;
}

/** The button of a DialogTrigger or a MenuTrigger, which reach for it as React Aria's own; anywhere else it is `Button`. */
export function TriggerButton({ variant = 'plain', size = 'normal', className, ...props }: TriggerButtonProps) {
  return <AriaButton {...props} className={buttonClass(variant, size, className)} />;
}
