'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import { bringIntoView, isInView } from './in-view.ts';
import { ask } from './question.ts';

export interface QuestionProps {
  /** What will be written, in words that name it: "Sign off the first reader’s “False”?" */
  readonly children: ReactNode;
  /** The deed itself ("Sign off"), never "OK". */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onDismiss: () => void;
}

/**
 * Asks, in the place of the button that was pressed, before a slip would write history. It is brought into view and takes
 * the focus. Enter does it; any other key leaves it and then means what it always means; so does whoever points or moves
 * elsewhere. The focus goes back to where it was.
 */
export function Question({ children, confirm, onConfirm, onDismiss }: QuestionProps) {
  const t = useTranslations('common');
  const id = useId();
  const box = useRef<HTMLFieldSetElement>(null);
  // While it is being drawn: by then the button whose place it takes is gone.
  const [before] = useState(() => document.activeElement);
  const latest = useRef({ onConfirm, onDismiss });
  useEffect(() => {
    latest.current = { onConfirm, onDismiss };
  });
  useLayoutEffect(() => {
    const own = box.current;
    if (own === null) return;
    const place = own.parentElement;
    const leave = ask({
      box: own,
      confirm: () => latest.current.onConfirm(),
      dismiss: () => latest.current.onDismiss(),
    });
    own.querySelector('button')?.focus({ preventScroll: true });
    if (![...own.children].every(isInView)) bringIntoView(own);
    return () => {
      leave();
      // Not before the rest is drawn: the button whose place it took comes back with it.
      queueMicrotask(() => {
        if (!(before instanceof HTMLElement) || !isNowhere()) return;
        const again = before.isConnected ? before : place && likeIn(place, before);
        again?.focus({ preventScroll: true });
      });
    };
  }, [before]);
  return (
    <fieldset
      ref={box}
      data-question
      aria-labelledby={id}
      className="mt-2 mb-1 w-full rounded-lg border border-ink bg-sel px-3 pt-2.5 pb-3"
    >
      <p id={id} className="font-serif text-base leading-snug text-pretty">
        {children}
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button size="small" variant="prime" hint="↵" ariaKeys="Enter" aria-describedby={id} onPress={onConfirm}>
          {confirm}
        </Button>
        <Button size="small" hint="Esc" ariaKeys="Escape" onPress={onDismiss}>
          {t('leaveIt')}
        </Button>
      </div>
    </fieldset>
  );
}

/** The button that is drawn again where the one before was. */
const likeIn = (place: HTMLElement, before: HTMLElement): HTMLElement | undefined =>
  [...place.querySelectorAll('button')].find((button) => button.textContent === before.textContent);

const isNowhere = () => document.activeElement === null || document.activeElement === document.body;
