'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

export interface FieldProblem {
  /** The field's name as its label says it. */
  readonly field: string;
  /** What is wrong and what to do. */
  readonly message: string;
  /** The id of the input, so that the name leads there. */
  readonly inputId?: string;
}

export interface FormErrorProps {
  /** What went wrong with the form as a whole. */
  readonly message?: string;
  readonly problems?: readonly FieldProblem[];
}

/** What keeps a form from being taken, at its head; takes the focus when it appears, so that nobody misses it. */
export function FormError({ message, problems = [] }: FormErrorProps) {
  const t = useTranslations('errors');
  const box = useRef<HTMLDivElement>(null);
  const shown = message !== undefined || problems.length > 0;
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown]);
  if (!shown) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-md border border-wrong bg-sheet px-4 py-2.5 text-sm text-wrong"
    >
      <p className="font-semibold">{message ?? t('formTitle', { count: problems.length })}</p>
      {problems.length === 0 ? null : (
        <ul className="mt-1 flex flex-col gap-0.5">
          {problems.map((problem) => (
            <li key={problem.field}>
              {problem.inputId === undefined ? (
                <strong className="font-semibold">{problem.field}</strong>
              ) : (
                <a href={`#${problem.inputId}`} className="font-semibold underline underline-offset-3">
                  {problem.field}
                </a>
              )}
              : {problem.message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
