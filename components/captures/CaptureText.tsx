'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { documentBlocks } from '#components/reader/document.ts';
import type { Mark } from '#components/reader/marks.ts';
import { ReaderText } from '#components/reader/ReaderText.tsx';
import { Button } from '#components/ui/Button.tsx';
import { bringIntoView } from '#components/ui/in-view.ts';
import type { CaptureTextDTO, EvidenceStretchDTO } from '#lib/sources/types-captures.ts';

export type CaptureTextProps = {
  readonly number: number;
  readonly text: CaptureTextDTO;
  readonly evidence: readonly EvidenceStretchDTO[];
  /** The evidence whose words are asked for; another object for each time. */
  readonly shown: { readonly evidenceId: string } | null;
};

/** A capture's words as Stet draws them: the readable part first, with its pages and paragraphs, and what evidence quotes marked. */
export function CaptureText({ number, text, evidence, shown }: CaptureTextProps) {
  const t = useTranslations('captures');
  const sheet = useRef<HTMLElement>(null);
  const [isAll, setAll] = useState(false);
  const here = shown && (evidence.find(({ evidenceId }) => evidenceId === shown.evidenceId) ?? null);
  const all = useMemo(() => documentBlocks(text), [text]);
  const view = useMemo(() => all.filter(({ isView }) => isView), [all]);
  const isBeside = here !== null && !view.some(({ start, end }) => start <= here.start && here.end <= end);
  const isWhole = isAll || isBeside;
  const marks = useMemo(
    () =>
      evidence.map(
        ({ start, end, number: piece, claimNumber, evidenceId }): Mark => ({
          start,
          end,
          kind: evidenceId === here?.evidenceId ? 'here' : 'evidence',
          label: t('markOf', { number: piece, claim: claimNumber }),
        }),
      ),
    [evidence, here, t],
  );
  useEffect(() => {
    if (shown === null) return;
    sheet.current?.focus({ preventScroll: true });
    const words = sheet.current?.querySelector('.reader-here');
    if (words) bringIntoView(words);
  }, [shown]);
  return (
    <>
      {view.length < all.length ? (
        <div className="mb-4 flex items-center gap-4 rounded-md bg-wash px-3 py-1.5 text-xs">
          <p className="min-w-0 flex-1 text-pretty">{t(isWhole ? 'allNote' : 'viewNote')}</p>
          {isBeside && !isAll ? null : (
            <Button size="small" variant="link" className="-me-2 shrink-0" onPress={() => setAll(!isAll)}>
              {t(isAll ? 'showView' : 'showAll')}
            </Button>
          )}
        </div>
      ) : null}
      <section
        ref={sheet}
        tabIndex={-1}
        aria-label={t('textOf', { number })}
        className="capture-sheet"
        lang={text.details.language?.value}
        dir="auto"
      >
        <ReaderText text={text.text} blocks={isWhole ? all : view} marks={marks} />
      </section>
    </>
  );
}
