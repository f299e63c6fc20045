'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { OpenSource } from '#components/galley/store.ts';
import { useWorkbench } from '#components/galley/store-context.tsx';
import { useFocusGoal } from '#components/galley/use-focus-goal.ts';
import { announce } from '#components/ui/announce.ts';
import { Button } from '#components/ui/Button.tsx';
import { bringIntoView, isInView } from '#components/ui/in-view.ts';
import type { Stance } from '#lib/evidence/types.ts';
import { locatorOf } from '#lib/sources/rules-places.ts';
import { figuresIn } from '#lib/sources/rules-working.ts';
import type { CaptureTextDTO, OpenedCaptureDTO } from '#lib/sources/types-captures.ts';
import type { PassageDTO } from '#lib/workbench/types-passages.ts';
import { Bearings } from './Bearings.tsx';
import { ClaimsDialog } from './dialogs.ts';
import { documentBlocks, type Stretch } from './document.ts';
import { FindBox } from './FindBox.tsx';
import { PassageBar } from './PassageBar.tsx';
import { ReaderText } from './ReaderText.tsx';
import { useAspect } from './use-aspect.ts';
import { type Attached, useAttach } from './use-attach.ts';
import { useChoice } from './use-choice.ts';
import { useHand } from './use-hand.ts';
import { useMarks } from './use-marks.ts';
import { usePassages } from './use-passages.ts';
import { useReaderCommands } from './use-reader-commands.ts';
import { useWorking, type WorkingState } from './use-working.ts';
import { WorkingBar } from './WorkingBar.tsx';

export type ReaderDocumentProps = {
  readonly opened: OpenedCaptureDTO;
  readonly text: CaptureTextDTO;
  readonly at: OpenSource['at'];
  readonly isWide: boolean;
  readonly onClose: () => void;
};

/** The text of a capture, with the passage in hand and what can be done with it. */
export function ReaderDocument({ opened, text, at, isWide, onClose }: ReaderDocumentProps) {
  const t = useTranslations('reader');
  const { capture, source } = opened;
  const claimId = useWorkbench((state) => state.selectedId);
  const mayAttach = useWorkbench(
    (state) => state.bench.reader.may.includes('evidence.edit') && !state.bench.article.archived,
  );
  const [isAll, setAll] = useState(false);
  const all = useMemo(() => documentBlocks(text), [text]);
  const hasMore = all.some(({ isView }) => !isView);
  const isWhole =
    isAll || (at !== null && all.some((block) => !block.isView && at.start < block.end && block.start < at.end));
  const blocks = useMemo(() => (isWhole ? all : all.filter(({ isView }) => isView)), [all, isWhole]);
  const shown = useMemo(() => ({ text: text.text, blocks }), [text, blocks]);
  const { passages: offered, isWhole: isLooked } = usePassages(claimId, capture.id, mayAttach);
  const passages = useUntaken(offered, claimId);
  const of = `${claimId} ${capture.id}`;
  const { hand: words, take } = useHand(of, passages, at?.isOffered ? at : null);
  const { aspect, turn } = useAspect(claimId);
  const [isAsking, setAsking] = useState(false);
  const [isFinding, setFinding] = useState(false);
  const [isIn, setIn] = useState(false);
  const working = useWorking({ of, shown, from: words, isIn });
  const hand = working.hand ? null : words;
  const pane = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const findBox = useRef<HTMLInputElement>(null);
  const marks = useMarks({ opened, hand, passages, at, claimId, working: working.hand });
  const attach = useAttach();
  const reading = capture.reading?.number ?? 1;
  const inHand = attachedOf(working, hand);

  useFocusGoal('reader', () => {
    pane.current?.focus({ preventScroll: true });
    return true;
  });
  useEffect(() => {
    // Whoever waited for it has the focus nowhere.
    if (document.activeElement === null || document.activeElement === document.body)
      pane.current?.focus({ preventScroll: true });
  }, []);
  useChoice(page, shown, take, working.pick);
  useInSight(pane, working.hand?.at ?? hand ?? at);

  const write = async (stance: Stance) => {
    // In a form a figure chooses there, or is nobody's.
    if (!inHand || claimId === null || document.activeElement?.closest('form')) return;
    const claims = [{ id: claimId, stance, aspect: aspect ?? 'content' }];
    if (await attach({ captureId: capture.id, reading, passage: inHand, claims })) return;
    document.getSelection()?.removeAllRanges();
    working.leave();
    take(null);
  };
  useReaderCommands({
    hand,
    take,
    shown,
    isIn: isIn && !working.hand,
    attach: mayAttach && claimId !== null && inHand ? write : null,
    askClaims: mayAttach && inHand ? () => setAsking(true) : null,
    turnAspect: aspect === null ? null : turn,
    find: () => {
      setFinding(true);
      findBox.current?.focus();
      findBox.current?.select();
    },
    close: onClose,
  });
  const said = hand ? text.text.slice(hand.start, hand.end) : null;
  const isOffered = hand?.kind === 'offered';
  useEffect(() => {
    if (said !== null) announce(isOffered ? `${t('proposed')}: ${said}` : said);
  }, [said, isOffered, t]);

  const attaching = { mayAttach, hasClaim: claimId !== null, aspect };
  const locator = hand ? locatorOf(text.places, hand.start, hand.end) : '';
  const hasFigures = said !== null && figuresIn(said).length > 1;
  const barred = { ...attaching, locator, hasFigures };
  const language = text.details.language?.value;
  return (
    <>
      {mayAttach ? <Bearings captureId={capture.id} /> : null}
      {isFinding ? (
        <FindBox
          inputRef={findBox}
          text={text.text}
          hand={hand}
          onGo={(place) => {
            if (!blocks.some((block) => block.start < place.end && place.start < block.end)) setAll(true);
            take(place);
            pane.current?.focus({ preventScroll: true });
          }}
          onClose={() => {
            setFinding(false);
            pane.current?.focus({ preventScroll: true });
          }}
        />
      ) : null}
      <section
        ref={pane}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls and is chosen from has to hear keys
        tabIndex={0}
        aria-label={t('text', { title: source.title })}
        className="reader-pane"
        onFocus={() => setIn(true)}
        onBlur={() => setIn(false)}
      >
        <div ref={page} className="reader-sheet" lang={language} dir="auto">
          <ReaderText text={text.text} blocks={blocks} marks={marks} />
          {hand && isWide ? <PassageBar hand={hand} {...barred} page={page} /> : null}
        </div>
        {hasMore ? (
          <p className="px-6 pb-6">
            <Button size="small" variant="quiet" onPress={() => setAll(!isWhole)}>
              {t(isWhole ? 'showView' : 'showAll')}
            </Button>
          </p>
        ) : null}
        {mayAttach && claimId !== null && passages.length === 0 && hand === null && !working.hand ? (
          <p role="status" className="reader-hint">
            {t(isLooked ? 'nothingProposed' : 'looking')}
          </p>
        ) : null}
      </section>
      {hand && !isWide ? <PassageBar hand={hand} {...barred} page={null} /> : null}
      {working.hand ? <WorkingBar working={working} {...attaching} claimId={claimId} onFocusIn={setIn} /> : null}
      {isAsking && inHand ? (
        <ClaimsDialog
          words={workingSaid(working) ?? said ?? ''}
          onClose={() => setAsking(false)}
          onAttach={(claims) => attach({ captureId: capture.id, reading, passage: inHand, claims }, true)}
        />
      ) : null}
    </>
  );
}

/** What a key attaches: a working that comes to something, or the passage in hand. */
function attachedOf({ hand, outcome }: WorkingState, words: Stretch | null): Attached | null {
  const bare = ({ start, end }: Stretch) => ({ start, end });
  if (!hand) return words && { span: bare(words) };
  const isDone = hand.kind !== null && outcome !== null && typeof outcome !== 'string';
  return isDone && hand.kind !== null ? { working: hand.kind, figures: hand.chosen.map(bare) } : null;
}

const workingSaid = ({ outcome }: WorkingState): string | null =>
  outcome !== null && typeof outcome !== 'string' ? outcome.words : null;

/** What is offered, without what evidence of the claim quotes by now. */
function useUntaken(offered: readonly PassageDTO[], claimId: string | null): readonly PassageDTO[] {
  const evidence = useWorkbench((state) => (claimId ? state.details.get(claimId)?.evidence : undefined));
  return useMemo(() => {
    const taken = (evidence ?? []).flatMap(({ place, withdrawn }) => (place && !withdrawn ? [place] : []));
    return offered.filter(
      ({ captureId, start, end }) =>
        !taken.some((place) => place.captureId === captureId && place.start < end && start < place.end),
    );
  }, [offered, evidence]);
}

/** Brings words into view as soon as they are meant: in the middle, where they were out of sight. */
function useInSight(pane: RefObject<HTMLElement | null>, place: Stretch | null): void {
  const start = place?.start;
  const end = place?.end;
  // biome-ignore lint/correctness/useExhaustiveDependencies: for every other place
  useLayoutEffect(() => {
    if (start === undefined) return;
    const target = pane.current?.querySelector('[data-hand],.reader-here');
    if (target && !isInView(target)) bringIntoView(target);
  }, [pane, start, end]);
}
