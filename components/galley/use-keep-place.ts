'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { useStore, useWorkbench } from './store-context.tsx';

/**
 * Keeps the galley's place over a reload, and brings the claim or sentence in hand into view when it changes, or when the galley's lines run anew
 * because a source comes beside it or goes.
 */
export function useKeepPlace(galley: RefObject<HTMLElement | null>): void {
  const store = useStore();
  const selectedId = useWorkbench((state) => state.selectedId);
  const sentence = useWorkbench((state) => state.sentence);
  const articleId = useWorkbench((state) => state.bench.article.id);
  const isBeside = useWorkbench((state) => state.reader !== null);

  const arrived = useRef(false);
  useEffect(() => {
    const root = galley.current;
    if (!root) return;
    const key = `stet:place:${articleId}`;
    const kept = window.sessionStorage.getItem(key);
    if (kept && store.get().selectedId === null) goToPlace(root, kept);
    const keep = () => window.sessionStorage.setItem(key, placeOf(root));
    window.addEventListener('pagehide', keep);
    return () => {
      keep();
      window.removeEventListener('pagehide', keep);
    };
  }, [galley, articleId, store]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for anew where the lines run otherwise
  useEffect(() => {
    const root = galley.current;
    if (!root) return;
    const place = sentence === null ? undefined : store.get().bench.revision.sentences[sentence];
    const target =
      (selectedId && root.querySelector(`[data-claim="${selectedId}"]`)) ??
      (place && root.querySelector(`[data-at="${place.start}"]`));
    const isArriving = !arrived.current;
    arrived.current = true;
    if (!target) return;
    return isArriving ? bringAtOnce(target) : bringCalmly(root, target);
  }, [galley, store, selectedId, sentence, isBeside]);
}

const bring = (target: Element, behavior: ScrollBehavior) => {
  if (!isInView(target)) target.scrollIntoView({ block: 'center', behavior });
};

/** Frames in which a page that has just come is looked at again: what comes into sight is laid out by then, and the window itself comes to rest. */
const FRAMES = 6;

/** Into view without a way there, for a page that has just come. */
function bringAtOnce(target: Element): () => void {
  let frame = 0;
  let left = FRAMES;
  const look = () => {
    bring(target, 'auto');
    if (left-- > 0) frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}

/** Into view on a way that the eye can follow. Blocks out of sight have only a guessed height, so that it may end beside the words. */
function bringCalmly(root: Element, target: Element): (() => void) | undefined {
  if (isInView(target)) return;
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return bringAtOnce(target);
  target.scrollIntoView({ block: 'center', behavior: 'smooth' });
  const end = () => bring(target, 'auto');
  root.addEventListener('scrollend', end, { once: true });
  return () => root.removeEventListener('scrollend', end);
}

/**
 * The block at the window's upper edge and how far it stands from it, "12:-40". A height alone would not do: blocks that
 * have not been in sight yet have only a guessed one.
 */
function placeOf(root: HTMLElement): string {
  const edge = root.getBoundingClientRect().top;
  // Blocks of a slip out of sight are not laid out, and asking where they stand would do it.
  for (const slip of root.querySelectorAll('.galley-slip')) {
    if (slip.getBoundingClientRect().bottom <= edge) continue;
    for (const block of slip.querySelectorAll<HTMLElement>('[data-block]')) {
      const box = block.getBoundingClientRect();
      if (box.bottom > edge) return `${block.dataset.block}:${Math.round(box.top - edge)}`;
    }
  }
  return '';
}

function goToPlace(root: HTMLElement, place: string): void {
  const [index, offset] = place.split(':').map(Number);
  const block = root.querySelector(`[data-block="${index}"]`);
  if (!block || offset === undefined) return;
  // By the galley alone: what is brought into view is where the next Tab would go on from, past the header and the text. Once
  // more, as what comes into sight is laid out by then.
  for (let time = 0; time < 2; time++)
    root.scrollTop += block.getBoundingClientRect().top - root.getBoundingClientRect().top - offset;
}

/** True where the words can be read without scrolling: below the header, above the phone's panel. */
function isInView(target: Element): boolean {
  const box = target.getBoundingClientRect();
  const bottom = window.matchMedia('(min-width: 64rem)').matches ? window.innerHeight - 80 : window.innerHeight * 0.5;
  return box.top > 70 && box.bottom < bottom;
}
