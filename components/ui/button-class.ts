import { cx } from './cx.ts';

export type ButtonVariant = 'plain' | 'prime' | 'quiet' | 'link' | 'danger';
export type ButtonSize = 'small' | 'normal' | 'icon';

const variants: Readonly<Record<ButtonVariant, string>> = {
  plain: 'border-rule bg-sheet text-ink hover:bg-wash active:bg-wash',
  prime: 'border-ink bg-ink text-paper hover:opacity-88 active:opacity-80',
  quiet: 'border-transparent text-soft hover:bg-wash hover:text-ink active:bg-wash',
  link: 'border-transparent text-focus hover:bg-wash active:bg-wash',
  danger: 'border-wrong/50 bg-sheet text-wrong hover:bg-wrong hover:text-sheet active:bg-wrong active:text-sheet',
};

const sizes: Readonly<Record<ButtonSize, string>> = {
  small: 'min-h-7 px-2.5 py-0.5 text-xs',
  normal: 'min-h-9 px-3.5 py-1 text-sm',
  icon: 'size-9 p-0 text-sm',
};

/** The classes of a button, for buttons and for links that look like one. */
export function buttonClass(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return cx(
    'inline-flex items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap transition-colors select-none touch-manipulation',
    'disabled:text-faint disabled:opacity-60 data-pending:opacity-60',
    variants[variant],
    sizes[size],
    className,
  );
}
