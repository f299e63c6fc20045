import type { ReactNode } from 'react';
import { buttonClass } from '../ui/button-class.ts';
import { StetMark } from './StetMark.tsx';

/** A page without the header's rooms and menu: for errors, and for whoever is not signed in. */
export function BarePage({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-13.5 shrink-0 items-center px-5">
        <StetMark />
      </header>
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col justify-center px-4 pb-[18dvh]">
        {children}
      </main>
    </div>
  );
}

/**
 * The way home after an error: a plain link, which loads everything anew. Every page's first load carries its error
 * pages; with Next's own link in them it would carry that twice more.
 */
export function HomeLink({ children }: { children: ReactNode }) {
  return (
    <a href="/" className={buttonClass('plain', 'normal')}>
      {children}
    </a>
  );
}
