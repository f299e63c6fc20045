'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { draftsUnder, forgetDraft } from '../galley/use-draft.ts';
import { Button } from '../ui/Button.tsx';
import { answerKey } from './pieces.ts';

type Words = { readonly queryId: string; readonly body: string };

/** What a guest has written to questions that are shown no more, and not sent: it was theirs, and stays until they throw it away. */
export function Unsent({ linkId, shown }: { readonly linkId: string; readonly shown: readonly string[] }) {
  const t = useTranslations('guest');
  const [left, setLeft] = useState<readonly Words[]>([]);
  const ids = shown.join(' ');
  useEffect(() => {
    const kept = [...draftsUnder(answerKey(linkId, ''))].flatMap(([queryId, { body }]) =>
      typeof body === 'string' && body.trim() !== '' && !ids.includes(queryId) ? [{ queryId, body }] : [],
    );
    setLeft(kept);
  }, [linkId, ids]);
  if (left.length === 0) return null;
  return (
    <section aria-labelledby="unsent" className="mt-6 border-t border-rule pt-4 text-sm">
      <h2 id="unsent" className="font-semibold">
        {t('unsentTitle')}
      </h2>
      <p className="text-xs text-pretty text-soft">{t('unsentLead')}</p>
      {left.map(({ queryId, body }) => (
        <div key={queryId} className="mt-2 border-s-2 border-edge ps-3">
          <p className="max-h-60 overflow-y-auto font-serif text-base whitespace-pre-line wrap-anywhere">{body}</p>
          <Button
            size="small"
            className="mt-1.5"
            onPress={() => {
              forgetDraft(answerKey(linkId, queryId));
              setLeft((all) => all.filter((one) => one.queryId !== queryId));
            }}
          >
            {t('discard')}
          </Button>
        </div>
      ))}
    </section>
  );
}
