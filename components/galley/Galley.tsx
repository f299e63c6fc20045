'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type RefObject, useEffect, useMemo } from 'react';
import { GalleySlip } from './GalleySlip.tsx';
import { ProofHead, ProofKey } from './ProofNotes.tsx';
import { slipsOf } from './slips.ts';
import { useStore, useWorkbench } from './store-context.tsx';
import { takePointed, takeSelected } from './take-in-hand.ts';

const NUMBERED = new Set(['paragraph', 'quote', 'list-item', 'table', 'advice', 'note']);

/** The printed page: the whole article in its blocks. A click takes the claim, or the sentence, that it is on in hand. */
export function Galley({ galley }: { galley: RefObject<HTMLElement | null> }) {
  const t = useTranslations('galley');
  const format = useFormatter();
  const store = useStore();
  const blocks = useWorkbench((state) => state.bench.revision.blocks);
  const text = useWorkbench((state) => state.bench.revision.text);
  const language = useWorkbench((state) => state.bench.revision.language);
  const article = useWorkbench((state) => state.bench.article);
  const number = useWorkbench((state) => state.bench.revision.number);
  const present = useWorkbench((state) => state.bench.presentRevision);
  const isPresent = number === present;
  const numbers = useMemo(() => {
    let last = 0;
    return blocks.map((block) => (NUMBERED.has(block.role) ? ++last : null));
  }, [blocks]);

  useEffect(() => {
    const root = galley.current;
    if (!root) return;
    const click = (event: MouseEvent) => {
      if (!(event.target instanceof Element)) return;
      if (document.getSelection()?.isCollapsed === false) {
        takeSelected(store, root);
        return;
      }
      takePointed(store, event.target, event.shiftKey);
    };
    // With Shift a browser selects words up to there; here it takes claims.
    const press = (event: MouseEvent) => {
      if (event.shiftKey && event.target instanceof Element && event.target.closest('[data-claim]'))
        event.preventDefault();
    };
    root.addEventListener('mousedown', press);
    root.addEventListener('click', click);
    return () => {
      root.removeEventListener('mousedown', press);
      root.removeEventListener('click', click);
    };
  }, [galley, store]);

  // Byline, outlet and date before the first paragraph; what stands later stands where it was.
  const body = numbers.findIndex((number) => number !== null);
  const slips = useMemo(() => slipsOf(blocks, body), [blocks, body]);
  const day = article.publishedOn
    ? format.dateTime(new Date(`${article.publishedOn}T00:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' })
    : null;
  const head = blocks.slice(0, Math.max(0, body)).map((block) => text.slice(block.start, block.end));
  // The text's own line says it where it can.
  const isSaid = article.outlet !== null && head.some((words) => words.includes(article.outlet ?? ''));
  const kick = isSaid ? '' : [article.outlet, day].filter(Boolean).join(' · ');
  const headed = blocks[0]?.role === 'headline';
  return (
    <section
      ref={galley}
      aria-label={t('galley')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, and is read by keys from where it has the focus
      tabIndex={0}
      className="galley"
      lang={language === 'und' ? undefined : language}
      dir="auto"
    >
      <article className="galley-sheet">
        {isPresent ? <ProofHead /> : <p className="galley-earlier">{t('earlierText', { number, present })}</p>}
        {kick === '' ? null : <p className="galley-kick">{kick}</p>}
        {headed ? null : <h1 className="galley-block galley-headline">{article.headline}</h1>}
        {slips.map((slip) => (
          <GalleySlip key={slip.from} slip={slip} numbers={numbers} body={body} />
        ))}
        <ProofKey />
      </article>
    </section>
  );
}
