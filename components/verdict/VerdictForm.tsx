'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { askWithdrawal } from '#components/galley/ask-withdrawal.ts';
import { Conflicts } from '#components/galley/Conflicts.tsx';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { useAct } from '#components/galley/use-act.ts';
import { readOwn } from '#components/galley/use-detail.ts';
import { useFocusGoal } from '#components/galley/use-focus-goal.ts';
import { useForm } from '#components/galley/use-form.ts';
import { useKeyHint } from '#components/shell/use-commands.ts';
import { announce } from '#components/ui/announce.ts';
import { Button } from '#components/ui/Button.tsx';
import { Checkbox } from '#components/ui/Checkbox.tsx';
import { Question } from '#components/ui/Question.tsx';
import { RadioSegments } from '#components/ui/RadioSegments.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { asksForEvidence } from '#lib/settings/rules.ts';
import { ATTRIBUTION_FINDINGS, type ClaimDTO } from '#lib/standing/types.ts';
import { giveVerdict } from '#lib/verdicts/actions.ts';
import type { VerdictDTO } from '#lib/verdicts/types.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { Meanwhile } from './Meanwhile.tsx';
import { Undecided } from './Undecided.tsx';
import { UnmetRules, Unopened } from './UnmetRules.tsx';
import { type BegunWith, useMeanwhile } from './use-meanwhile.ts';
import { useVerdictWords, VERDICT_GUARDED, VERDICT_TEXTS, verdictKey } from './use-verdict-words.ts';

// Only a quoted claim asks for it, and a list to choose from is heavy. Its room is kept meanwhile.
const Select = dynamic(() => import('../ui/Select.tsx').then((module) => module.Select), {
  ssr: false,
  loading: () => <div className="mt-2.5 h-14" />,
});

const empty = {
  ratingId: '',
  attributionFinding: '',
  rationale: '',
  fix: '',
  hasFix: false,
  overrideReason: '',
  overrides: false,
  ...({ seen: null, came: null } as BegunWith),
};
const titles = { 1: 'yours', 2: 'yourSecond', 3: 'yourThird' } as const;
const modes = { one: 'modeOne', open: 'modeOpen', blind: 'modeBlind' } as const;

export type VerdictFormProps = {
  readonly claim: ClaimDTO;
  readonly detail: ClaimDetailDTO;
  readonly own: VerdictDTO | null;
  /** Opens as a verdict that settles without a second reader. */
  readonly overrides?: boolean;
  readonly onDone: () => void;
  /** Something is written in it, and stays until it is sent. */
  readonly onDraft: () => void;
};

/** One's own verdict: a rating, whether they said it where somebody is quoted, and why, citing the evidence. */
export function VerdictForm({ claim, detail, own, overrides = false, onDone, onDraft }: VerdictFormProps) {
  const t = useTranslations('verdict');
  const act = useAct();
  const reader = useWorkbench((state) => state.bench.reader);
  const ratings = useWorkbench((state) => state.bench.ratings);
  const mode = useWorkbench((state) => state.bench.article.mode);
  const store = useStore();
  const inWords = useVerdictWords();
  const galley = useTranslations('galley');
  const initial = useMemo(
    () =>
      own?.content
        ? {
            ...empty,
            ratingId: own.content.rating.id,
            attributionFinding: own.content.attributionFinding ?? '',
            rationale: own.content.rationale,
          }
        : { ...empty, overrides },
    [own, overrides],
  );
  const form = useRef<HTMLFormElement>(null);
  const { draft, isDraft, isPending, refusal, both, ...sent } = useForm(
    verdictKey(reader.id, claim.id),
    initial,
    async (words) => {
      const outcome = await act({
        inForm: true,
        run: () =>
          giveVerdict({
            claimId: claim.id,
            basisDigest: detail.basisDigest ?? '',
            seen: detail.seen,
            ratingId: words.ratingId,
            attributionFinding: isQuoted && words.attributionFinding ? words.attributionFinding : null,
            rationale: words.rationale,
            fix: words.hasFix ? words.fix : '',
            overrideReason: words.overrides ? words.overrideReason : '',
          }),
        says: t('given'),
        undo: () => askWithdrawal(store, claim.id, 'withdrawVerdict', galley('undoVerdict', { number: claim.number })),
      });
      if (outcome === null) await readOwn(store, claim.id);
      if (outcome?.reason === 'moved-on' || outcome?.reason === 'basis-moved') meanwhile.tell();
      return outcome;
    },
    onDone,
    { guarded: VERDICT_GUARDED, goes: true },
  );
  useEffect(() => {
    if (isDraft) onDraft();
  }, [isDraft, onDraft]);
  const meanwhile = useMeanwhile(detail, draft, isDraft, form);
  const change = (part: Partial<typeof draft>) => {
    store.set({ wrote: { claimId: claim.id, at: performance.now() } });
    sent.change({ ...part, ...meanwhile.begun });
  };
  const rationale = useRef<HTMLTextAreaElement>(null);
  const { hint, ariaKeys } = useKeyHint('form.submit');
  const seat = detail.verdictSeat ?? 1;
  const shownMode = detail.verdictMode ?? mode;
  const mayOverride =
    reader.may.includes('verdict.override') && ((seat === 1 && shownMode !== 'one') || detail.isOutOfReaders);
  const isQuoted = claim.claimant.kind !== 'author';
  const scale = ratings.filter((rating) => !rating.archived);
  const evidence = detail.evidence.filter((item) => !item.withdrawn);

  const [isAsked, setAsked] = useState(false);
  const chosen = scale.find((rating) => rating.id === draft.ratingId);

  useFocusGoal(
    'verdict',
    () => {
      form.current?.scrollIntoView({ block: 'nearest' });
      form.current?.querySelector<HTMLElement>('input:checked, input')?.focus();
      return true;
    },
    claim.id,
  );

  function send() {
    setAsked(false);
    void sent.submit();
  }

  function press() {
    if (meanwhile.isUntold) {
      meanwhile.tell();
      return;
    }
    if (detail.proposal) {
      announce(t('undecided'));
      store.set({ focus: 'wording' });
      return;
    }
    // What settles the claim without anybody else is asked; what the server would refuse is sent to be refused.
    if (draft.overrides && chosen) setAsked(true);
    else send();
  }

  const cite = (number: number) => {
    const gap = draft.rationale === '' || /\s$/.test(draft.rationale) ? '' : ' ';
    change({ rationale: `${draft.rationale}${gap}[${number}]` });
    rationale.current?.focus();
  };

  return (
    <form
      ref={form}
      className="mt-3"
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      <div className="mb-2 flex items-baseline justify-between gap-3 text-xs text-soft">
        <h3 className="font-semibold">{t(titles[seat])}</h3>
        <span className="text-end">
          {seat === 2 && shownMode === 'blind' ? t('blindSecond') : seat === 1 ? t(modes[shownMode]) : null}
        </span>
      </div>
      <RadioSegments
        label={t('rating')}
        hideLabel
        options={scale.map((rating) => ({ id: rating.id, label: rating.label, aside: rating.value === null }))}
        value={draft.ratingId}
        onChange={(ratingId) => change({ ratingId })}
        onDigit={() => rationale.current?.focus()}
        hideDigits
        error={sent.error('ratingId')}
      />
      {isQuoted ? (
        <Select
          small
          className="mt-2.5"
          label={t('finding')}
          options={ATTRIBUTION_FINDINGS.map((finding) => ({ id: finding, label: t(`findings.${finding}`) }))}
          value={draft.attributionFinding || null}
          onChange={(finding) => change({ attributionFinding: String(finding ?? '') })}
          placeholder={t('findingNone')}
        />
      ) : null}
      <TextArea
        className="mt-2.5"
        label={t('rationale')}
        hideLabel
        serif
        rows={3}
        inputRef={rationale}
        placeholder={t('rationalePlaceholder')}
        value={draft.rationale}
        onChange={(value) => change({ rationale: value })}
        error={sent.error('rationale')}
      />
      {evidence.length > 0 ? (
        <div className="mt-1.5 flex flex-wrap items-center gap-1 text-xs text-soft">
          {evidence.map((item) => (
            <Button
              key={item.id}
              size="small"
              variant="quiet"
              onPress={() => cite(item.number)}
              aria-label={t('cite', { number: item.number })}
            >
              {`[${item.number}]`}
            </Button>
          ))}
          <span>{t('rationaleHint')}</span>
        </div>
      ) : null}
      {draft.hasFix ? (
        <TextArea
          className="mt-2"
          label={t('fix')}
          serif
          rows={2}
          value={draft.fix}
          onChange={(fix) => change({ fix })}
          error={sent.error('fix')}
        />
      ) : null}
      {draft.overrides ? (
        <TextArea
          className="mt-2"
          label={t('overrideReason')}
          rows={2}
          value={draft.overrideReason}
          onChange={(overrideReason) => change({ overrideReason })}
          error={sent.error('overrideReason')}
        />
      ) : null}
      {mayOverride ? (
        <div className="mt-2">
          <Checkbox isSelected={draft.overrides} onChange={(overrides) => change({ overrides })}>
            {t('override')}
          </Checkbox>
        </div>
      ) : null}
      {chosen && !asksForEvidence(chosen) ? null : <UnmetRules detail={detail} className="mt-3" />}
      <Unopened detail={detail} rationale={draft.rationale} />
      <Conflicts {...both} texts={VERDICT_TEXTS} {...inWords} />
      {meanwhile.news.length > 0 ? (
        <Meanwhile news={meanwhile.news} className="mt-2">
          {t('meanwhile.read')}
        </Meanwhile>
      ) : refusal && !detail.proposal ? (
        <p role="alert" className="mt-2 text-sm text-wrong">
          {refusal.message}
        </p>
      ) : null}
      {detail.proposal ? <Undecided /> : null}
      {isAsked && chosen ? (
        <Question confirm={t('overrideDo')} onConfirm={send} onDismiss={() => setAsked(false)}>
          {t('askOverride', { rating: chosen.label })}
        </Question>
      ) : (
        <div className="mt-3 flex flex-wrap items-center justify-end gap-2">
          {draft.hasFix ? null : (
            <Button
              size="small"
              variant="quiet"
              className="-ms-2.75 me-auto"
              onPress={() => change({ hasFix: true, fix: draft.fix || detail.quote })}
            >
              {t('addFix')}
            </Button>
          )}
          {isDraft ? <span className="text-xs text-soft">{t('draftKept')}</span> : null}
          <Button type="submit" variant="prime" isPending={isPending} hint={hint} ariaKeys={ariaKeys}>
            {seat === 1 && shownMode !== 'one' ? t('propose') : t('give')}
          </Button>
        </div>
      )}
    </form>
  );
}
