'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Refused, Result } from '#lib/platform/result.ts';
import { announce } from '../ui/announce.ts';
import { toast } from '../ui/toast.ts';

/**
 * Changes something of an article and reads the page afresh; what keeps it from being done stands in `refusal`, with a
 * number of its own each time. Where somebody else was faster, the page shows what stands now, and the words outlive
 * that as a note.
 */
export function useArticleChange() {
  const t = useTranslations('articles');
  const router = useRouter();
  const [refusal, setRefusal] = useState<(Refused & { readonly at: number }) | null>(null);
  const [isPending, setPending] = useState(false);

  async function run<T>(deed: () => Promise<Result<T>>, says: (value: T) => string): Promise<void> {
    setPending(true);
    const result = await deed().catch(
      (): Refused => ({ ok: false, reason: 'unavailable', message: t('connectionLost') }),
    );
    setPending(false);
    if (result.ok) {
      setRefusal(null);
      toast(says(result.value));
      router.refresh();
    } else if (result.reason === 'stale-version') {
      toast({ text: result.message, tone: 'bad' });
      router.refresh();
    } else {
      setRefusal({ ...result, at: Date.now() });
      announce(result.message);
    }
  }
  return { run, isPending, refusal };
}
