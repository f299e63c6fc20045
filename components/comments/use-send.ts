import { useTranslations } from 'next-intl';
import { toast } from '#components/ui/toast.ts';
import type { Result } from '#lib/platform/result.ts';

/** Sends what a press writes at once; what goes wrong is told beside it. */
export function useSend(reload: () => void) {
  const galley = useTranslations('galley');
  return async (run: () => Promise<Result<unknown>>): Promise<boolean> => {
    const result = await run().catch(() => null);
    if (!result?.ok) toast({ text: result?.message ?? galley('connectionLost'), tone: 'bad' });
    else reload();
    return result?.ok ?? false;
  };
}
