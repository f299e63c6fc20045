import { cx } from './cx.ts';

/** A key as it stands on the keyboard; not drawn where a finger is what one points with. Hidden from screen readers, which get the key from `aria-keyshortcuts`. */
export function Kbd({ children, className }: { children: string; className?: string }) {
  return (
    <span aria-hidden="true" className="contents">
      <kbd
        className={cx(
          'inline-block min-w-5 rounded-sm border border-b-2 border-current/25 px-1.5 py-0.5 text-center font-sans text-2xs leading-none font-semibold whitespace-nowrap pointer-coarse:hidden',
          className,
        )}
      >
        {children}
      </kbd>
    </span>
  );
}
