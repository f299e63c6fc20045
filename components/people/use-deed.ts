'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from '../ui/toast.ts';

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

/** Does something with one press: what came of it is said in a note, and a refusal stays until it is closed. */
export function useDeed() {
  const t = useTranslations('auth');
  const [isPending, start] = useTransition();
  const run = <T>(deed: () => Promise<Outcome<T>>, then: (value: T) => void) =>
    start(async () => {
      const outcome = await deed().catch((): Outcome<T> => ({ ok: false, message: t('unreachable') }));
      if (outcome.ok) then(outcome.value);
      else toast({ text: outcome.message, tone: 'bad' });
    });
  return { isPending, run };
}
