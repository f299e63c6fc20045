'use client';

import { type FocusEvent, type ReactNode, useEffect, useRef } from 'react';

type KeepFocusProps = {
  readonly children: ReactNode;
  /** False where the control's like is another thing's, as in a list of many: then it is always the heading. */
  readonly toLike?: boolean;
};

/**
 * Keeps the focus from getting lost where a part of the page is drawn anew, or goes, with the control that held it, or with
 * the one that a window opened from here would have given it back to: it goes to the control's like (the same id, the field
 * of the same name, the button of the same words), else to the first heading inside that may take it (`tabIndex={-1}`).
 */
export function KeepFocus({ children, toLike = true }: KeepFocusProps) {
  const box = useRef<HTMLDivElement>(null);
  const held = useRef<Element | null>(null);

  useEffect(() => {
    const root = box.current;
    if (root === null) return;
    let frame = 0;
    const rescue = (like: boolean) => {
      const was = held.current;
      if (was === null || was.isConnected) return;
      const heir = isNowhere() ? heirOf(was, root, like) : null;
      if (heir) heir.focus({ preventScroll: true });
      else held.current = null;
    };
    const observer = new MutationObserver(() => {
      const was = held.current;
      if (was === null || was.isConnected) return;
      if (!isOfWindow.has(was)) return rescue(toLike);
      // After the window has tried to hand the focus back itself, which takes it a frame.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => rescue(false));
      });
    });
    // Whoever was quicker than the page is in already.
    if (root.contains(document.activeElement)) held.current = document.activeElement;
    // Windows stand at the end of the page, outside the box.
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [toLike]);

  // React's events, which come from windows opened inside as well.
  const hold = ({ target }: FocusEvent) => {
    held.current = target;
    if (!box.current?.contains(target)) isOfWindow.add(target);
  };
  const leave = ({ relatedTarget }: FocusEvent) => {
    // Without a next one the control may just have gone.
    if (relatedTarget !== null) held.current = null;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to what stands inside, and is no control itself
    <div ref={box} className="contents" onFocus={hold} onBlur={leave}>
      {children}
    </div>
  );
}

/** Controls of windows; they are not in the page any more when it matters. */
const isOfWindow = new WeakSet<Element>();

const isNowhere = () => document.activeElement === null || document.activeElement === document.body;

function heirOf(was: Element, box: HTMLElement, like: boolean): HTMLElement | null {
  return (like ? likeOf(was, box) : undefined) ?? box.querySelector<HTMLElement>('h2[tabindex]');
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
