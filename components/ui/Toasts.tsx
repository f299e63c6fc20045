'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { Button } from './Button.tsx';
import { cx } from './cx.ts';
import { closeToast, currentToasts, type LiveNote, subscribeToasts } from './toast.ts';
import { placeOf } from './toast-place.ts';

const none: readonly LiveNote[] = [];

/** Where notes appear. One per app, in Providers. */
export function Toasts() {
  const t = useTranslations('shell');
  const notes = useSyncExternalStore(subscribeToasts, currentToasts, () => none);
  const [place, setPlace] = useState<'head' | 'foot'>('foot');
  const newest = notes.at(-1)?.id;
  // Before they are painted: a note that moves is one that covers what it should not.
  useLayoutEffect(() => {
    if (newest === undefined) return;
    const { activeElement: pressed, body } = document;
    const view = { width: window.innerWidth, height: window.innerHeight };
    setPlace(placeOf(view, pressed && pressed !== body ? pressed.getBoundingClientRect() : null));
  }, [newest]);
  return (
    <section
      aria-label={t('notices')}
      aria-live="polite"
      data-react-aria-top-layer="true"
      className={cx(
        'screen-only pointer-events-none fixed inset-x-0 z-50 px-4 page:px-5',
        place === 'head' ? 'top-16' : 'bottom-12',
      )}
    >
      <ul className="flex flex-col items-center gap-2 desk:items-start">
        {notes.map((note) => (
          <Toast key={note.id} note={note} />
        ))}
      </ul>
    </section>
  );
}

function Toast({ note }: { note: LiveNote }) {
  const t = useTranslations('common');
  const [held, setHeld] = useState(false);
  const stays = held || note.tone === 'bad';
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => closeToast(note.id), note.action === undefined ? 5000 : 10_000);
    return () => clearTimeout(timer);
  }, [stays, note]);
  return (
    <li
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={cx(
        'pointer-events-auto flex max-w-lg items-center gap-2 rounded-lg border bg-sheet py-1.5 ps-4 pe-1.5 text-sm shadow-float',
        note.tone === 'bad' ? 'border-wrong text-wrong' : 'border-rule',
      )}
    >
      <p className="flex-1">{note.text}</p>
      {note.action === undefined ? null : (
        <Button
          size="small"
          onPress={() => {
            note.action?.run();
            closeToast(note.id);
          }}
        >
          {note.action.label}
        </Button>
      )}
      <Button variant="quiet" size="icon" aria-label={t('close')} onPress={() => closeToast(note.id)}>
        <X aria-hidden="true" className="size-4" />
      </Button>
    </li>
  );
}
