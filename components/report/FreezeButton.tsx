'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { freezeReport } from '#lib/reports/actions.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toast.ts';

export function FreezeButton({ articleId }: { articleId: string }) {
  const t = useTranslations('report');
  const galley = useTranslations('galley');
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  async function freeze() {
    setPending(true);
    const result = await freezeReport({ articleId }).catch(() => null);
    setPending(false);
    if (!result?.ok) {
      toast({ text: result?.message ?? galley('connectionLost'), tone: 'bad' });
      return;
    }
    toast(t('frozen', { number: result.value.number }));
    router.push(`/reports/${result.value.id}`);
  }
  return (
    <Button variant="prime" isDisabled={isPending} onPress={freeze}>
      {t('freeze')}
    </Button>
  );
}
