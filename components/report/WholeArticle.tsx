'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Button } from '../ui/Button.tsx';

/** The whole article as a file for another desk. What keeps it back is asked first, so that no file of an error is saved. */
export function WholeArticle({ articleId }: { readonly articleId: string }) {
  const t = useTranslations('report');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, start] = useTransition();
  const address = `/api/articles/${articleId}/whole`;
  const take = () =>
    start(async () => {
      const answer = await fetch(`${address}?look`).catch(() => null);
      if (answer?.ok) {
        setRefusal(null);
        window.location.assign(address);
        return;
      }
      const body: unknown = await answer?.json().catch(() => null);
      setRefusal(messageIn(body) ?? t('wholeLost'));
    });
  return (
    <section className="mt-8 text-sm">
      <h2 className="font-semibold">{t('whole')}</h2>
      <p className="max-w-2xl text-pretty text-soft">{t('wholeLead')}</p>
      <Button size="small" className="mt-2" isPending={isPending} onPress={take}>
        {t('wholeTake')}
      </Button>
      {refusal === null ? null : (
        <p role="alert" className="mt-2 max-w-2xl text-pretty text-wrong">
          {refusal}
        </p>
      )}
    </section>
  );
}

function messageIn(body: unknown): string | null {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : null;
}
