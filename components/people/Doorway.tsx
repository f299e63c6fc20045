import type { ReactNode } from 'react';
import { StetMark } from '../shell/StetMark.tsx';

/** The sheet on which somebody stands who is not signed in. */
export function Doorway({ title, lead, children }: { title: ReactNode; lead?: ReactNode; children?: ReactNode }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto flex min-h-dvh w-full max-w-md flex-col px-4 py-10 phone:pt-[14dvh]"
    >
      <div className="mb-6">
        <StetMark />
      </div>
      <div className="rounded-xl border border-rule bg-sheet px-5 py-6 phone:px-8 phone:py-8">
        <h1 className="font-serif text-3xl font-semibold tracking-[-0.012em] text-balance">{title}</h1>
        {lead === undefined ? null : <p className="mt-1.5 text-base text-pretty text-soft">{lead}</p>}
        {children === undefined ? null : <div className="mt-6">{children}</div>}
      </div>
    </main>
  );
}
