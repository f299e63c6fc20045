'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { seenVersion } from '#components/galley/store.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { useAct } from '#components/galley/use-act.ts';
import { CommandButton } from '#components/shell/CommandButton.tsx';
import { Button } from '#components/ui/Button.tsx';
import { withdrawClaim } from '#lib/claims/actions.ts';
import type { ClaimDetailDTO, LineageDTO } from '#lib/workbench/types.ts';
import { ReasonDialog } from './dialogs.ts';

/** What must be known before anything else of a claim: that its words are lost, that it is excluded, where it came from. */
export function ClaimNotices({ detail }: { detail: ClaimDetailDTO }) {
  const t = useTranslations('claim');
  const may = useWorkbench((state) => state.bench.reader.may.includes('claim.edit'));
  const { claim, excludedBecause } = detail;
  return (
    <>
      {claim.anchorState === 'lost' ? <Lost detail={detail} may={may} /> : null}
      {excludedBecause ? (
        <Notice>
          {t('excludedBecause', { name: excludedBecause.by, reason: excludedBecause.reason })}
          {may ? <CommandButton command="claim.restore" size="small" /> : null}
        </Notice>
      ) : null}
      <Lineage says="cameOf" links={detail.becameFrom} />
      <Lineage says="became" links={detail.became} />
    </>
  );
}

function Notice({ children }: { children: ReactNode }) {
  return <div className="mt-3 flex flex-wrap items-center gap-2 rounded-md bg-wash px-3 py-2 text-sm">{children}</div>;
}

function Lineage({ says, links }: { says: 'cameOf' | 'became'; links: readonly LineageDTO[] }) {
  const t = useTranslations('claim');
  if (links.length === 0) return null;
  const claims = links
    .map((link) => `${t('number', { number: link.claim.number })} (“${link.claim.statement}”)`)
    .join(', ');
  return <p className="mt-2 text-xs text-soft">{t(says, { claims })}</p>;
}

function Lost({ detail, may }: { detail: ClaimDetailDTO; may: boolean }) {
  const store = useStore();
  const t = useTranslations('claim');
  const act = useAct();
  const [isOpen, setOpen] = useState(false);
  const { claim } = detail;
  return (
    <Notice>
      <span>{t('lost', { quote: detail.quote })}</span>
      {may ? (
        <>
          <span className="text-soft">{t('reattach')}</span>
          <CommandButton command="claim.rescope" size="small">
            {t('reattachHere')}
          </CommandButton>
          <Button size="small" onPress={() => setOpen(true)}>
            {t('withdraw')}
          </Button>
        </>
      ) : null}
      {isOpen ? (
        <ReasonDialog
          draft={`withdraw:${claim.id}`}
          title={t('withdraw')}
          label={t('withdrawReason')}
          confirm={t('withdraw')}
          onClose={() => setOpen(false)}
          onConfirm={(reason) =>
            act({
              run: () => withdrawClaim({ ...seenVersion(store, claim), reason }),
              says: t('withdrawn', { number: claim.number }),
            })
          }
        />
      ) : null}
    </Notice>
  );
}
