'use client';

import NextLink from 'next/link';
import { type ComponentProps, useState } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class.ts';
import { cx } from './cx.ts';

type LinkProps = Omit<ComponentProps<typeof NextLink>, 'prefetch' | 'onMouseEnter' | 'onFocus' | 'onTouchStart'>;

/**
 * A link whose page is asked for when somebody nears it. Next's own way, to ask for every link in sight, is a request a
 * row on every list.
 */
function NearedLink(props: LinkProps) {
  const [isNeared, setNeared] = useState(false);
  const near = () => setNeared(true);
  return (
    <NextLink {...props} prefetch={isNeared ? null : false} onMouseEnter={near} onFocus={near} onTouchStart={near} />
  );
}

/** A link in running text or in a list. */
export function Link({ className, ...props }: LinkProps) {
  return (
    <NearedLink
      {...props}
      className={cx(
        'rounded-sm text-focus underline decoration-current/40 underline-offset-3 hover:decoration-current',
        className,
      )}
    />
  );
}

/** A link without colour or line, for headlines and rows whose place says that they lead somewhere. */
export function PlainLink({ className, ...props }: LinkProps) {
  return <NearedLink {...props} className={cx('rounded-sm underline-offset-3 hover:underline', className)} />;
}

/** A link that looks like a button, for going to a page; what changes something is a `Button`. */
export function ButtonLink({
  variant = 'plain',
  size = 'normal',
  className,
  ...props
}: LinkProps & { variant?: ButtonVariant; size?: ButtonSize }) {
  return <NearedLink {...props} className={buttonClass(variant, size, className)} />;
}
