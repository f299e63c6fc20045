'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { CommandButton } from '#components/shell/CommandButton.tsx';
import { cx } from '#components/ui/cx.ts';
import { bringIntoView, isInView } from '#components/ui/in-view.ts';
import { Tag } from '#components/ui/Tag.tsx';
import type { PassageDTO } from '#lib/workbench/types-passages.ts';
import { AttachButtons, type AttachProps } from './AttachButtons.tsx';
import { BEARING_TONES } from './bearing-tones.ts';
import type { Hand } from './use-hand.ts';

export type PassageBarProps = AttachProps & {
  readonly hand: Hand;
  /** It holds figures of which something can be made. */
  readonly hasFigures: boolean;
  /** Where it stands, in words; empty where its place has no name. */
  readonly locator: string;
  /** What it is placed in: under its last line there; at the foot of the window where that is null. */
  readonly page: RefObject<HTMLElement | null> | null;
};

/** What can be done with the passage in hand, at its words. */
export function PassageBar({ hand, hasFigures, locator, page, ...attaching }: PassageBarProps) {
  const t = useTranslations('reader');
  const bar = useRef<HTMLDivElement>(null);
  const top = useFoot(page, hand);
  // A key whose button is out of sight would only bring that into view: so it is in view as soon as it is drawn, whoever is how busy.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it stands at other words
  useLayoutEffect(() => {
    if (bar.current && !isInView(bar.current)) bringIntoView(bar.current);
  }, [top, hand.start, hand.end]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field set belongs to a form
    <div
      ref={bar}
      role="group"
      aria-label={t('hand')}
      data-bar=""
      className={cx('reader-bar', page === null ? 'reader-bar-foot' : 'reader-bar-at')}
      style={page === null ? undefined : { top }}
    >
      {hand.passage === null ? null : <Why passage={hand.passage} />}
      {locator === '' ? null : <span className="figures me-1 text-soft">{locator}</span>}
      <AttachButtons {...attaching} />
      {hasFigures ? (
        <CommandButton command="working.begin" size="small" variant="quiet" className="reader-bar-deed text-soft">
          {t('working.begin')}
        </CommandButton>
      ) : null}
    </div>
  );
}

function Why({ passage }: { passage: PassageDTO }) {
  const t = useTranslations('reader');
  // Where both write the same there is nothing to hold against each other.
  const figure = passage.figures.find(({ claim, source }) => claim !== source);
  return (
    <span className="me-1 flex flex-wrap items-baseline gap-x-2">
      <span className="text-soft">{t('proposed')}</span>
      <Tag tone={BEARING_TONES[passage.bearing]}>{t(`bearings.${passage.bearing}`)}</Tag>
      {figure ? <span className="text-soft">{t('beside', { claim: figure.claim, source: figure.source })}</span> : null}
    </span>
  );
}

/** How far down in a page the words in hand end, in pixels. */
function useFoot(page: PassageBarProps['page'], hand: Hand): number {
  const [foot, setFoot] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew for other words
  useLayoutEffect(() => {
    const root = page?.current;
    if (!root) return;
    const measure = () => {
      const last = [...root.querySelectorAll('[data-hand]')].at(-1)?.getBoundingClientRect();
      if (last) setFoot(last.bottom - root.getBoundingClientRect().top + 6);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(root);
    return () => observer.disconnect();
  }, [page, hand.start, hand.end]);
  return foot;
}
