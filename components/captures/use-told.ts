'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { toast } from '#components/ui/toast.ts';
import { jobProgress } from '#lib/jobs/actions.ts';
import type { CaptureRightsDTO, SourceCapturesDTO } from '#lib/sources/types-captures.ts';

/** Tells what came of a job of one's own, with the way on. What failed stands on the page, and another's does too. */
export function useTold({ readerId }: CaptureRightsDTO): (jobId: string, now: SourceCapturesDTO) => Promise<void> {
  const t = useTranslations('captures');
  const router = useRouter();
  return async (jobId, { captures }) => {
    const result = await jobProgress({ id: jobId }).catch(() => null);
    if (!result?.ok || result.value.for?.id !== readerId) return;
    const { kind, state, captureId, result: came } = result.value;
    if (state === 'cancelled') toast(t('cancelledNow'));
    if (state !== 'done') return;
    const id = kind === 'capture' ? came?.captureId : captureId;
    const hasCopy = captures.some((capture) => capture.id === id && capture.archived !== null);
    const number = captures.find((capture) => capture.id === id)?.number ?? 0;
    const lead = (label: string, anchor: string) => ({ label, run: () => router.push(`/captures/${id}${anchor}`) });
    if (kind === 'capture') toast({ text: t('keptNow', { number }), action: lead(t('read'), '') });
    else if (kind === 'stamp') toast(t('askedNow', { kind, number }));
    else if (kind === 'archive') toast(t('askedNow', { kind: hasCopy ? kind : 'later', number }));
    else if (came?.outcome === 'changed')
      toast({ text: t('checkedNow', { outcome: 'changed', number }), action: lead(t('whatChanged'), '#checks') });
    else toast(t('checkedNow', { outcome: came?.outcome ?? 'same', number }));
  };
}
