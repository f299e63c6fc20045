'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { postForm } from '../articles/post.ts';
import { Doorway } from '../people/Doorway.tsx';
import { Button } from '../ui/Button.tsx';
import { FormError } from '../ui/FormError.tsx';
import { Unsent } from './Unsent.tsx';

const NONE: readonly string[] = [];

/**
 * Where a guest's link leads at first. Its token stands behind the sign in the address, which no browser sends anywhere: it is taken out of there, and sent once, when
 * somebody presses. Programs that look at every link that they pass on open nothing.
 */
export function GuestDoor({ linkId }: { readonly linkId: string }) {
  const t = useTranslations('guest');
  const unreachable = useTranslations('auth')('unreachable');
  const [token, setToken] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<{ readonly message: string; readonly tries: number } | null>(null);
  const [isPending, setPending] = useState(false);
  useEffect(() => setToken(window.location.hash.slice(1)), []);

  async function open(event: FormEvent) {
    event.preventDefault();
    if (isPending) return;
    setPending(true);
    const answer = await postForm(`/api/guest/${linkId}/open`, { token }, null, unreachable);
    if (answer.ok) {
      // No list of pages that were visited keeps the address with the token.
      window.history.replaceState(null, '', window.location.pathname);
      window.location.reload();
      return;
    }
    setPending(false);
    setRefusal((last) => ({ message: answer.message, tries: (last?.tries ?? 0) + 1 }));
  }

  if (token === '')
    return (
      <Doorway title={t('endedTitle')} lead={t('endedLead')}>
        <Unsent linkId={linkId} shown={NONE} />
      </Doorway>
    );
  return (
    <Doorway title={t('openTitle')} lead={t('openLead')}>
      <form onSubmit={open} className="flex flex-col gap-4">
        <FormError key={refusal?.tries ?? 0} {...(refusal ? { message: refusal.message } : {})} />
        <Button type="submit" variant="prime" isPending={isPending || token === null} className="w-full">
          {t('open')}
        </Button>
      </form>
    </Doorway>
  );
}
