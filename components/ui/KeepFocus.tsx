'use client';

import { type FocusEvent, type ReactNode, useEffect, useRef } from 'react';

type KeepFocusProps = {
  readonly children: ReactNode;
  /** False where the control's like is another thing's, as in a list of many: then it is always the heading. */
  readonly toLike?: boolean;
};

/**
 * Keeps the focus from getting lost where a part of the page is drawn anew, or goes, with the control that held it, or with
 * the one that a window opened from here would give it back to: it goes to the control's like (the same id, the field of
 * the same name, the button of the same words), else to the first heading inside that may take it (`tabIndex={-1}`).
 */
export function KeepFocus({ children, toLike = true }: KeepFocusProps) {
  const box = useRef<HTMLDivElement>(null);
  const held = useRef<Element | null>(null);
  /** What had the focus before a window took it. */
  const opener = useRef<Element | null>(null);

  useEffect(() => {
    const root = box.current;
    if (root === null) return;
    let frame = 0;
    const rescue = () => {
      cancelAnimationFrame(frame);
      const gone = held.current;
      if (gone === null || gone.isConnected) return;
      if (!isNowhere()) {
        held.current = null;
        return;
      }
      if (isWindowOpen()) return;
      // For a moment after a window has closed the page behind it is still shut.
      if (root.closest('[inert]')) frame = requestAnimationFrame(rescue);
      else giveTo(isOfWindow.has(gone) ? opener.current : gone, root, toLike);
    };
    // Whoever was quicker than the page is in already.
    if (root.contains(document.activeElement)) held.current = document.activeElement;
    const observer = new MutationObserver(rescue);
    // Windows stand at the end of the page, outside the box.
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [toLike]);

  // React's events, which come from windows opened inside as well.
  const hold = ({ target, relatedTarget }: FocusEvent) => {
    if (!box.current?.contains(target)) {
      const from = relatedTarget ?? held.current;
      if (!(from && isOfWindow.has(from))) opener.current = relatedTarget;
      isOfWindow.add(target);
    }
    held.current = target;
  };
  const leave = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null) held.current = null;
    // Without a next one the control may be on its way out; where it stays, somebody has clicked beside it.
    else
      window.setTimeout(() => {
        if (held.current === target && target.isConnected && isNowhere()) held.current = null;
      });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to what stands inside, and is no control itself
    <div ref={box} className="contents" onFocus={hold} onBlur={leave}>
      {children}
    </div>
  );
}

/** Controls of windows; they are not in the page any more when it matters. */
const isOfWindow = new WeakSet<EventTarget>();

const isNowhere = () => document.activeElement === null || document.activeElement === document.body;
/** One that is still there keeps the focus itself. */
const isWindowOpen = () => document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null;

function giveTo(was: Element | null, box: HTMLElement, toLike: boolean): void {
  const own = was instanceof HTMLElement && was.isConnected ? was : undefined;
  const heirs = [own, was && toLike ? likeOf(was, box) : undefined, box.querySelector<HTMLElement>('h2[tabindex]')];
  for (const heir of heirs) if (isNowhere()) heir?.focus({ preventScroll: true });
}

function likeOf(was: Element, box: HTMLElement): HTMLElement | undefined {
  const words = wordsOf(was);
  const same = [...box.querySelectorAll<HTMLElement>(was.tagName)];
  return (
    same.find((one) => one.id !== '' && one.id === was.id) ?? same.find((one) => words !== '' && wordsOf(one) === words)
  );
}

/** What tells a control from the others of its kind: its name and, of several of one name, its value; or its words. */
function wordsOf(control: Element): string {
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
    const isChoice = control.type === 'radio' || control.type === 'checkbox';
    return isChoice ? `${control.name} ${control.value}` : control.name;
  }
  return control.getAttribute('aria-label') ?? control.textContent ?? '';
}
