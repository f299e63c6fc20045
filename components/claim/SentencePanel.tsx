'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { markSentences, unmarkSentences } from '#lib/claims/actions.ts';
import { keepsUnread } from '#lib/standing/rules-coverage.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';
import { PLAIN_REASONS } from '../galley/plain-reasons.ts';
import { isPlaced } from '../galley/segments.ts';
import { markKey } from '../galley/store.ts';
import { useStore, useWorkbench } from '../galley/store-context.tsx';
import { useAct } from '../galley/use-act.ts';
import { useSelectClaim } from '../galley/use-select.ts';
import { inHand, plainInHand } from '../galley/walk.ts';
import { CommandButton } from '../shell/CommandButton.tsx';
import { Button } from '../ui/Button.tsx';
import { StateMark } from '../ui/StateMark.tsx';

/** The sentence in hand where no claim is: take the suggestion, say why there is nothing to check, or take that back; or several at once. */
export function SentencePanel({ index }: { index: number }) {
  const t = useTranslations('galley');
  const store = useStore();
  const act = useAct();
  const place = useWorkbench((state) => state.bench.revision.sentences[index]);
  const text = useWorkbench((state) => state.bench.revision.text);
  const mark = useWorkbench((state) => (place ? state.marks.get(markKey(place)) : undefined));
  const reading = useWorkbench((state) => state.reading[index]);
  const isSeveral = useWorkbench((state) => state.sentenceFrom !== null);
  const may = useWorkbench((state) => state.bench.reader.may.includes('sentence.mark'));
  const held = useClaimsLeftIn(index);
  if (!place) return null;
  if (isSeveral) return <Several may={may} />;

  const takeBack = () => {
    if (!mark) return;
    const { article, revision } = store.get().bench;
    act({
      run: () => unmarkSentences({ articleId: article.id, marks: [mark.id] }),
      undo: () => ({
        says: t('undoMark', { count: 1 }),
        run: () =>
          markSentences({
            articleId: article.id,
            revisionId: revision.id,
            sentences: [{ start: mark.start, end: mark.end }],
            reason: mark.reason,
          }),
      }),
    });
  };

  return (
    <Frame title={t(reading === 'unread' ? 'sentenceTitle' : 'sentenceTitleRead')}>
      <p data-subject={`at ${place.start}`} className="mt-2 line-clamp-5 font-serif text-lg leading-snug">
        {text.slice(place.start, place.end)}
      </p>
      {mark ? (
        <p className="mt-2 flex flex-wrap items-center gap-2 text-sm text-soft">
          {t('markedBecause', { reason: mark.reason })}
          {may ? (
            <Button size="small" onPress={takeBack}>
              {t('unmark')}
            </Button>
          ) : null}
        </p>
      ) : held.length > 0 ? (
        <Held claims={held} />
      ) : reading === 'read' ? (
        <p className="mt-2 text-sm text-soft">{t('sentenceRead')}</p>
      ) : (
        <>
          <p className="mt-2 text-sm text-soft">
            {reading === 'minor'
              ? t('sentenceMinor')
              : place.suggestion === 'nothing to check'
                ? t('suggestion', { reason: place.reason })
                : t('sentenceLead')}
          </p>
          {may ? (
            <>
              <div className="mt-3 flex flex-wrap gap-2">
                {place.suggestion === 'nothing to check' ? (
                  <CommandButton command="sentence.acceptSuggestion" variant="prime" size="small">
                    {t('takeSuggestion')}
                  </CommandButton>
                ) : null}
                <CommandButton command="sentence.nothingToCheck" size="small">
                  {t('nothingToCheck')}
                </CommandButton>
                <CommandButton command="claim.add" size="small">
                  {t('addFromSelection')}
                </CommandButton>
              </div>
              <Reasons />
            </>
          ) : null}
        </>
      )}
      {may ? <More /> : null}
    </Frame>
  );
}

function Frame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-b border-rule pt-2 pb-4 desk:px-6 desk:pt-5">
      <h2 tabIndex={-1} className="text-xs font-semibold text-soft">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** Several sentences in hand: a block that is marked in one go. */
function Several({ may }: { may: boolean }) {
  const t = useTranslations('galley');
  const store = useStore();
  const sentence = useWorkbench((state) => state.sentence);
  const from = useWorkbench((state) => state.sentenceFrom);
  const reading = useWorkbench((state) => state.reading);
  const claims = useWorkbench((state) => state.claims);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is asked of all that the store has of these
  const { hand, plain, held, words } = useMemo(() => {
    const state = store.get();
    const hand = inHand(state);
    const { sentences, text } = state.bench.revision;
    const words = hand === null ? '' : text.slice(sentences[hand.from]?.start, sentences[hand.to]?.end);
    return { hand, words, ...plainInHand(state) };
  }, [store, sentence, from, reading, claims]);
  if (hand === null) return null;
  return (
    <Frame title={t('sentencesInHand', { count: hand.to - hand.from + 1 })}>
      <p className="mt-2 line-clamp-4 font-serif text-base leading-snug whitespace-pre-line">{words}</p>
      <p className="mt-2 text-sm text-soft">{t('blockLead', { plain: plain.length })}</p>
      {held.length > 0 ? <Held claims={held} /> : null}
      {may && plain.length > 0 ? <Reasons /> : null}
      {may ? <More /> : null}
    </Frame>
  );
}

/** Why there is nothing to check, each by one press. */
function Reasons() {
  const t = useTranslations('galley');
  return (
    <fieldset aria-label={t('nothingWhy')} className="mt-2 flex flex-wrap gap-1.5">
      {PLAIN_REASONS.map((reason) => (
        <CommandButton key={reason} command={`plain.${reason}`} size="small">
          {t(`plainShort.${reason}`)}
        </CommandButton>
      ))}
    </fieldset>
  );
}

/** More than the one: by touch as by key. */
function More() {
  const t = useTranslations('galley');
  return (
    <div className="-ms-2.75 mt-2 flex flex-wrap gap-1">
      <CommandButton command="hand.more" size="small" variant="quiet">
        {t('oneMore')}
      </CommandButton>
      <CommandButton command="hand.toEnd" size="small" variant="quiet">
        {t('toTheEnd')}
      </CommandButton>
    </div>
  );
}

/** The claims that keep what is in hand unread; each leads to its own. */
function Held({ claims }: { claims: readonly ClaimDTO[] }) {
  const t = useTranslations('galley');
  const select = useSelectClaim();
  return (
    <>
      <p className="mt-2 text-sm text-soft">{t('sentenceHeld', { count: claims.length })}</p>
      <ul className="mt-1 max-h-44 overflow-y-auto text-sm">
        {claims.map((claim) => (
          <li key={claim.id}>
            <button
              type="button"
              onClick={() => select(claim.id)}
              className="flex w-full items-baseline gap-2 rounded-sm py-1 text-start hover:text-focus"
            >
              <StateMark state={claim.mark} />
              <span className="figures text-xs text-soft">{claim.number}</span>
              <span className="line-clamp-1 font-serif">{claim.statement}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The claims that keep a sentence unread. */
function useClaimsLeftIn(index: number): readonly ClaimDTO[] {
  const place = useWorkbench((state) => state.bench.revision.sentences[index]);
  const claims = useWorkbench((state) => state.claims);
  const order = useWorkbench((state) => state.order);
  const minorCounts = useWorkbench((state) => state.bench.article.minorCounts);
  return useMemo(() => {
    const live = order.map((id) => claims.get(id)).filter((claim) => claim !== undefined);
    return live.filter(
      (claim) =>
        place !== undefined &&
        isPlaced(claim) &&
        claim.start < place.end &&
        place.start < claim.end &&
        keepsUnread(claim, minorCounts),
    );
  }, [claims, order, place, minorCounts]);
}
