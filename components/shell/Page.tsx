import type { ReactNode } from 'react';
import { cx } from '../ui/cx.ts';
import { AppHeader, type AppHeaderProps } from './AppHeader.tsx';

const widths = { text: 'max-w-2xl', normal: 'max-w-5xl', wide: 'max-w-7xl' } as const;

export interface PageProps extends AppHeaderProps {
  /** The page's heading; a page that draws its own h1 leaves it out. */
  readonly title?: ReactNode;
  /** A sentence under the heading. */
  readonly lead?: ReactNode;
  /** Buttons on the heading's line. */
  readonly tools?: ReactNode;
  readonly width?: keyof typeof widths;
  readonly children: ReactNode;
}

/** A page of one column under the header: lists, forms, settings. The workbench draws its own. */
export function Page({ title, lead, tools, width = 'normal', children, ...header }: PageProps) {
  return (
    <>
      <AppHeader {...header} />
      <main id="main" tabIndex={-1} className={cx('mx-auto w-full px-4 pt-8 pb-20 page:px-8', widths[width])}>
        {title === undefined ? null : (
          <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
            <div>
              <h1 className="font-serif text-3xl font-semibold tracking-[-0.012em] text-balance">{title}</h1>
              {lead === undefined ? null : <p className="mt-1 text-base text-pretty text-soft">{lead}</p>}
            </div>
            {tools === undefined ? null : <div className="screen-only flex flex-wrap items-center gap-2">{tools}</div>}
          </div>
        )}
        {children}
      </main>
    </>
  );
}
