'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/**
 * Keeps the focus from getting lost where a part of the page is drawn anew, or goes, with the control that held it: it goes
 * to the control's like (the same id, the field of the same name, the button of the same words), else to the first heading
 * inside that may take it (`tabIndex={-1}`).
 */
export function KeepFocus({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = box.current;
    if (root === null) return;
    let held: Element | null = null;
    const hold = () => {
      if (root.contains(document.activeElement)) held = document.activeElement;
    };
    const leave = (event: FocusEvent) => {
      // Without a next one the control may just have gone.
      if (event.relatedTarget !== null) held = null;
    };
    const observer = new MutationObserver(() => {
      if (held === null || held.isConnected || document.activeElement !== document.body) return;
      const heir = likeOf(held, root) ?? root.querySelector<HTMLElement>('h2[tabindex]');
      heir?.focus({ preventScroll: true });
    });
    // The browser's own events, from now on: whoever was quicker than the page is in already.
    hold();
    root.addEventListener('focusin', hold);
    root.addEventListener('focusout', leave);
    observer.observe(root, { childList: true, subtree: true });
    return () => {
      root.removeEventListener('focusin', hold);
      root.removeEventListener('focusout', leave);
      observer.disconnect();
    };
  }, []);
  return (
    <div ref={box} className="contents">
      {children}
    </div>
  );
}

function likeOf(was: Element, box: HTMLElement): HTMLElement | undefined {
  const same = [...box.querySelectorAll<HTMLElement>(was.tagName)];
  return same.find((one) => one.id !== '' && one.id === was.id) ?? same.find((one) => wordsOf(one) === wordsOf(was));
}

/** What tells a control from the others of its kind: its name and, of several of one name, its value; or its words. */
function wordsOf(control: Element): string {
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
    const isChoice = control.type === 'radio' || control.type === 'checkbox';
    return isChoice ? `${control.name} ${control.value}` : control.name;
  }
  return control.getAttribute('aria-label') ?? control.textContent ?? '';
}
