'use client';

import { MessageSquare } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useStore } from './store-context.tsx';
import { selectClaim } from './use-select.ts';

/** Beside a paragraph of whose words somebody speaks: leads to what is said. */
export function TalkMark({ count }: { readonly count: number }) {
  const t = useTranslations('galley');
  const store = useStore();
  return (
    <button
      type="button"
      aria-label={t('talkMark', { count })}
      className="galley-talk"
      onClick={() => {
        selectClaim(store, null);
        store.set({ talk: { isOpen: true, stretch: null } });
      }}
    >
      <MessageSquare aria-hidden="true" className="size-3.5" />
    </button>
  );
}
