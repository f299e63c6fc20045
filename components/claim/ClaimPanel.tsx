'use client';

import { ChevronLeft } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { memo, useDeferredValue, useEffect } from 'react';
import { CommentThreads } from '#components/comments/CommentThreads.tsx';
import { placeOfClaim } from '#components/comments/place.ts';
import { EvidenceSection } from '#components/evidence/EvidenceSection.tsx';
import { isFiltered } from '#components/galley/filter.ts';
import { HereOnClaim } from '#components/galley/Here.tsx';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { useDetail } from '#components/galley/use-detail.ts';
import { useSelectClaim } from '#components/galley/use-select.ts';
import { useShownClaims } from '#components/galley/use-shown-claims.ts';
import { CommandButton } from '#components/shell/CommandButton.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { StateMark } from '#components/ui/StateMark.tsx';
import { VerdictSection } from '#components/verdict/VerdictSection.tsx';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { ClaimFacts } from './ClaimFacts.tsx';
import { ClaimFlags } from './ClaimFlags.tsx';
import { ClaimHistory } from './ClaimHistory.tsx';
import { ClaimMenu } from './ClaimMenu.tsx';
import { ClaimNotices } from './ClaimNotices.tsx';
import { Precedents } from './Precedents.tsx';
import { RelatedClaims } from './RelatedClaims.tsx';
import { Statement } from './Statement.tsx';

// It compares wordings word by word; the code for that comes only where one is proposed.
const ProposedWording = dynamic(() => import('./ProposedWording.tsx').then((module) => module.ProposedWording));

/** One claim, one column: its wording, then what it says, then evidence, then the verdict. */
export const ClaimPanel = memo(function ClaimPanel({ id }: { id: string }) {
  const t = useTranslations('claim');
  const common = useTranslations('common');
  const claim = useWorkbench((state) => state.claims.get(id));
  const isWording = useWorkbench((state) => state.form === 'statement');
  const { detail: latest, failed, reload } = useDetail(id);
  useNothingToCome(failed && !latest);
  // What the server answers is drawn between keys, not before them.
  const detail = useDeferredValue(latest);
  const drawn = useDeferredValue(claim);
  if (!claim) return null;
  return (
    <>
      <ClaimHead claim={claim} />
      <Statement claim={claim} />
      {claim.accepted || isWording ? null : <Proposed claim={claim} />}
      {detail && drawn ? (
        <Body claim={drawn} detail={detail} reload={reload} />
      ) : failed ? (
        <p className="mt-4 flex items-center gap-3 text-sm text-soft">
          {t('failed')}
          <Button size="small" onPress={reload}>
            {common('tryAgain')}
          </Button>
        </p>
      ) : (
        <div className="mt-4">
          <Skeleton lines={6} />
        </div>
      )}
    </>
  );
});

/** What was to open or to take the focus in a claim that cannot be read is called off, so that keys do not wait for it. */
function useNothingToCome(isLost: boolean): void {
  const store = useStore();
  useEffect(() => {
    if (isLost) store.set({ form: null, focus: null, asks: null });
  }, [isLost, store]);
}

type BodyProps = { readonly claim: ClaimDTO; readonly detail: ClaimDetailDTO; readonly reload: () => Promise<void> };

const Body = memo(function Body({ claim, detail, reload }: BodyProps) {
  return (
    <>
      {detail.proposal ? <ProposedWording claim={claim} detail={detail} proposal={detail.proposal} /> : null}
      <ClaimNotices detail={detail} />
      <ClaimFacts claim={claim} detail={detail} />
      <EvidenceSection claim={claim} detail={detail} />
      <VerdictSection claim={claim} detail={detail} />
      <CommentThreads place={placeOfClaim(claim, detail)} comments={detail.comments} reload={reload} />
      <RelatedClaims claim={claim} detail={detail} reload={reload} />
      <Precedents precedents={detail.precedents} />
      <ClaimHistory claim={claim} />
    </>
  );
});

function ClaimHead({ claim }: { claim: ClaimDTO }) {
  const t = useTranslations('claim');
  const select = useSelectClaim();
  const shown = useShownClaims();
  const at = shown.indexOf(claim.id) + 1;
  const isNarrowed = useWorkbench((state) => isFiltered(state.filter));
  return (
    <div className="flex min-h-8 items-center gap-1.5">
      <Button
        variant="quiet"
        size="icon"
        aria-label={t('backToList')}
        onPress={() => select(null)}
        className="-ms-2.75 shrink-0"
      >
        <ChevronLeft aria-hidden="true" className="size-4 rtl:-scale-x-100" />
      </Button>
      <StateMark state={claim.mark} solid />
      <ClaimFlags claim={claim} />
      <span className="figures shrink-0 text-xs text-soft">· {t('called', { number: claim.number })}</span>
      {isNarrowed && at > 0 ? (
        <span className="figures shrink-0 text-xs text-soft max-phone:hidden">
          · {t('position', { at, of: shown.length })}
        </span>
      ) : null}
      <HereOnClaim claimId={claim.id} />
      <span className="-me-2.75 ms-auto">
        <ClaimMenu claim={claim} />
      </span>
    </div>
  );
}

/** Says that a machine wrote this, until a person takes it on. */
function Proposed({ claim }: { claim: ClaimDTO }) {
  const t = useTranslations('claim');
  const may = useWorkbench((state) => state.bench.reader.may.includes('claim.edit'));
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-soft">
      <span>{t('proposed')}</span>
      {may && !claim.hasProposal ? (
        <CommandButton command="claim.accept" variant="link" size="small" className="-mx-2.75">
          {t('accept')}
        </CommandButton>
      ) : null}
    </p>
  );
}
