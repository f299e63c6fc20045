'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonDialog } from '#components/claim/dialogs.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { readDetail } from '#components/galley/use-detail.ts';
import type { Outcome } from '#components/galley/use-form.ts';
import { Button } from '#components/ui/Button.tsx';
import { Tag } from '#components/ui/Tag.tsx';
import { toast } from '#components/ui/toast.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { decideFix } from '#lib/verdicts/actions.ts';
import type { FixDTO, FixState } from '#lib/verdicts/types.ts';

/** A suggested wording, and what the desk has decided on it. */
export function FixCard({ claim, fix, live }: { claim: ClaimDTO; fix: FixDTO; live: boolean }) {
  const t = useTranslations('verdict');
  const galley = useTranslations('galley');
  const store = useStore();
  const may = useWorkbench((state) => state.bench.reader.may.includes('fix.decide') && !state.bench.article.archived);
  const [isRefusing, setRefusing] = useState(false);

  async function decide(state: FixState, reason = ''): Promise<Outcome> {
    const result = await decideFix({ id: fix.id, version: fix.version, state, reason }).catch(() => null);
    if (!result?.ok) {
      toast({ text: result?.message ?? galley('connectionLost'), tone: 'bad' });
      return result ?? { ok: false, reason: 'unavailable', message: galley('connectionLost') };
    }
    await readDetail(store, claim.id);
    toast(t('fixDecided', { state: t(`fixStates.${state}`) }));
    return null;
  }

  return (
    <div className="mt-2 rounded-md bg-wash px-3 py-2 text-sm">
      <p className="flex flex-wrap items-center gap-2 text-xs text-soft">
        {t('fixTitle')}{' '}
        <Tag tone={fix.state === 'refused' ? 'bad' : fix.state === 'proposed' ? 'plain' : 'good'}>
          {t(`fixStates.${fix.state}`)}
        </Tag>
        {fix.decidedBy}
      </p>
      <p className="mt-1 font-serif text-base">“{fix.replacement}”</p>
      {fix.reason ? <p className="mt-1 text-soft">{fix.reason}</p> : null}
      {may && live ? (
        <div className="mt-1.5 -ms-2.75 flex flex-wrap gap-1">
          {fix.state === 'proposed' ? (
            <>
              <Button size="small" variant="quiet" onPress={() => decide('accepted')}>
                {t('fixAccept')}
              </Button>
              <Button size="small" variant="quiet" onPress={() => setRefusing(true)}>
                {t('fixRefuse')}
              </Button>
            </>
          ) : (
            <Button size="small" variant="quiet" onPress={() => decide('proposed')}>
              {t('fixReopen')}
            </Button>
          )}
          {fix.state === 'applied' || fix.state === 'refused' ? null : (
            <Button size="small" variant="quiet" onPress={() => decide('applied')}>
              {t('fixApply')}
            </Button>
          )}
        </div>
      ) : null}
      {isRefusing ? (
        <ReasonDialog
          draft={`refuse-fix:${fix.id}`}
          title={t('fixRefuse')}
          label={t('fixReason')}
          confirm={t('fixRefuse')}
          onClose={() => setRefusing(false)}
          onConfirm={(reason) => decide('refused', reason)}
        />
      ) : null}
    </div>
  );
}
