'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { hasDraft } from '#components/galley/use-draft.ts';
import { useFocusGoal } from '#components/galley/use-focus-goal.ts';
import { Button } from '#components/ui/Button.tsx';
import { toast } from '#components/ui/toast.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { VerdictDTO } from '#lib/verdicts/types.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { Meanwhile } from './Meanwhile.tsx';
import { newsSinceBegun } from './news.ts';
import { type Offer, offerOf } from './offer.ts';
import { askedVerdict } from './signable.ts';
import { UnmetRules } from './UnmetRules.tsx';
import { verdictKey } from './use-verdict-words.ts';
import { VerdictCard } from './VerdictCard.tsx';
import { VerdictForm } from './VerdictForm.tsx';
import { Withdrawal } from './Withdrawal.tsx';

// It compares wordings word by word; the code for that comes only where a verdict is stale.
const StaleNotice = dynamic(() => import('./StaleNotice.tsx').then((module) => module.StaleNotice));

/** The verdicts in force, what was given before, and the form for one's own. */
export function VerdictSection({ claim, detail }: { claim: ClaimDTO; detail: ClaimDetailDTO }) {
  const t = useTranslations('verdict');
  const may = useWorkbench((state) => state.bench.reader.may.includes('verdict.give') && !state.bench.article.archived);
  const present = detail.verdicts.filter((verdict) => verdict.inForce).sort((a, b) => a.seat - b.seat);
  const earlier = detail.verdicts.filter((verdict) => !verdict.inForce);
  const own = present.find((verdict) => verdict.mine);
  const [isOverriding, setOverriding] = useState(false);
  const mayOverride = useWorkbench((state) => state.bench.reader.may.includes('verdict.override'));
  const store = useStore();
  const me = useWorkbench((state) => state.bench.reader.id);
  const offer = may ? offerOf(claim, detail, me) : null;
  // What has been spoken of is read; the form comes when one asks for it, and goes once it would be for something else. A claim is known to be
  // settled before it is known by whom: to judge instead of having signed, and to differ, are one thing to whoever has asked by then.
  const [taken, take] = useState<Offer | null>(null);
  const isTaken = offer !== null && taken !== null && (offer === 'replace') === (taken === 'replace');
  // Neither one's own verdict that is given in another window nor others' that settle the claim take away what one writes here; nor does a reload.
  const [isWriting, setWriting] = useState(false);
  const noteWriting = useCallback(() => setWriting(true), []);
  useLayoutEffect(() => setWriting(hasDraft(verdictKey(me, claim.id))), [me, claim.id]);
  const isLeft = isWriting && (offer === 'replace' || offer === 'differ');
  const showsForm = may && !claim.excluded && (isOverriding || offer === 'form' || isTaken || isLeft);
  const asks = useWorkbench((state) => (state.selectedId === claim.id ? state.asks : null));
  const isMoot = asks !== null && askedVerdict(asks, claim, detail, me) === null;
  // What it was about has moved on: whoever still wants it asks anew.
  useEffect(() => {
    const now = store.get().asks;
    if (isMoot && now) store.set({ asks: null, missed: { claimId: claim.id, seen: now.seen, basis: now.basisDigest } });
  }, [isMoot, claim.id, store]);
  const missed = useWorkbench((state) => (state.missed?.claimId === claim.id ? state.missed : null));
  const isOtherwise = missed?.basis != null && missed.basis !== detail.basisDigest;
  const news = missed ? newsSinceBegun({ seen: missed.seen, isOtherwise }, detail, me) : [];
  // The form takes the focus itself; here it is opened, or it is said why there is none.
  useFocusGoal(
    'verdict',
    () => {
      if (showsForm) return false;
      if (offer !== null) {
        take(offer);
        return false;
      }
      if (detail.verdictRefusal) toast(detail.verdictRefusal);
      return true;
    },
    claim.id,
  );
  return (
    <section aria-label={t('title')} className="mt-5">
      <Withdrawal claim={claim} detail={detail} />
      {present.length > 0 ? (
        <>
          <h3 className="text-xs font-semibold text-soft">{t('title')}</h3>
          <Standing claim={claim} present={present} />
          <div className={present.length > 1 ? 'mt-1 grid gap-x-5 phone:grid-cols-2 phone:*:nth-3:col-span-2' : 'mt-1'}>
            {present.map((verdict) => (
              <VerdictCard key={verdict.id} claim={claim} detail={detail} verdict={verdict} />
            ))}
          </div>
        </>
      ) : null}
      {news.length > 0 ? (
        <Meanwhile news={news} className="mt-2">
          {t('meanwhile.decide')}
        </Meanwhile>
      ) : null}
      {claim.stale && detail.basisChanges.length > 0 ? <StaleNotice claim={claim} detail={detail} /> : null}
      {detail.isOutOfReaders ? (
        <div className="mt-2 rounded-md bg-wash px-3 py-2 text-sm">
          <p>{t('outOfReaders')}</p>
          {may && mayOverride && !showsForm ? (
            <Button size="small" className="mt-1.5" onPress={() => setOverriding(true)}>
              {t('override')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {showsForm || claim.excluded ? null : <UnmetRules detail={detail} className="mt-2" />}
      {showsForm ? (
        <VerdictForm
          claim={claim}
          detail={detail}
          own={own ?? null}
          overrides={isOverriding}
          onDraft={noteWriting}
          onDone={() => {
            take(null);
            setOverriding(false);
            setWriting(false);
          }}
        />
      ) : offer !== null ? (
        <Button size="small" variant="quiet" className="-ms-2.75 mt-1" onPress={() => take(offer)}>
          {t(`offers.${offer}`)}
        </Button>
      ) : may && detail.verdictRefusal && !claim.excluded ? (
        <p className="mt-2 text-sm text-soft">{detail.verdictRefusal}</p>
      ) : null}
      {earlier.length > 0 ? (
        <details className="mt-3 text-sm">
          <summary className="cursor-pointer text-soft">{t('earlier', { count: earlier.length })}</summary>
          {earlier.map((verdict) => (
            <VerdictCard key={verdict.id} claim={claim} detail={detail} verdict={verdict} />
          ))}
        </details>
      ) : null}
    </section>
  );
}

const settledWords = { one: 'settledOne', two: 'settledTwo', third: 'settledThird' } as const;

/** In one line, where the verdicts leave the claim. */
function Standing({ claim, present }: { claim: ClaimDTO; present: readonly VerdictDTO[] }) {
  const t = useTranslations('verdict');
  if (claim.progress === 'disputed') return <p className="mt-1 text-sm text-disputed">{t('disagree')}</p>;
  if (claim.settledBy) return <p className="mt-1 text-sm text-soft">{t(settledWords[claim.settledBy])}</p>;
  if (present.length > 0) return <p className="mt-1 text-sm text-await">{t('awaiting')}</p>;
  return null;
}
