'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { bringIntoView } from '#components/ui/in-view.ts';
import { wordParts } from '#lib/exports/word-parts.ts';
import type { Conflict } from './conflict.ts';
import { mergeWords } from './merge-words.ts';

export type BothTextsProps = {
  readonly conflicts: readonly Conflict[];
  /** How often one has tried to send them undecided: each time they come before one's eyes. */
  readonly presses: number;
  readonly settle: (field: string, value: unknown) => void;
  /** What a field is called. */
  readonly label: (field: string) => string;
  /** The fields of running text, in which two changes can be put together; choices, days and links are one thing each. */
  readonly texts: readonly string[];
  /** A value in words, where it is a choice. */
  readonly say?: (field: string, value: string) => string;
};

/** What somebody else has saved meanwhile and what one has typed, with the words that differ marked; one merges, takes or keeps. */
export function BothTexts({ conflicts, presses, settle, label, texts, say = (_, value) => value }: BothTextsProps) {
  const t = useTranslations('galley.both');
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (presses === 0 || !box.current) return;
    bringIntoView(box.current);
    box.current.focus({ preventScroll: true });
  }, [presses]);
  const decide = (field: string, value: unknown) => {
    const isLast = conflicts.length === 1;
    const form = box.current?.closest('form');
    settle(field, value);
    // What was pressed goes: the hand is at the next one to decide, or at what sends it all.
    if (isLast) form?.querySelector<HTMLElement>('[type="submit"]')?.focus();
    else box.current?.focus();
  };
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={t('title')}
      className="mt-3 rounded-md border border-ink bg-sheet px-3 pt-2.5 pb-3 text-sm"
    >
      <p role="alert" className="font-semibold">
        {t('title')}
      </p>
      <p className="text-xs text-soft">{t('lead')}</p>
      {conflicts.map((conflict) => (
        <Both
          key={conflict.field}
          conflict={conflict}
          isText={texts.includes(conflict.field)}
          label={label(conflict.field)}
          say={say}
          onDecide={decide}
        />
      ))}
    </section>
  );
}

type BothProps = {
  readonly conflict: Conflict;
  readonly isText: boolean;
  readonly label: string;
  readonly say: (field: string, value: string) => string;
  readonly onDecide: (field: string, value: unknown) => void;
};

function Both({ conflict, isText, label, say, onDecide }: BothProps) {
  const t = useTranslations('galley.both');
  const { field } = conflict;
  const text = (value: unknown) => (typeof value === 'string' ? say(field, value) : '');
  const [saved, mine] = [text(conflict.saved), text(conflict.mine)];
  const merged = useMemo(() => {
    const { base, saved: now, mine: own } = conflict;
    if (!isText || typeof base !== 'string' || typeof now !== 'string' || typeof own !== 'string') return null;
    return mergeWords(base, own, now);
  }, [conflict, isText]);
  return (
    <div className="mt-2.5 border-t border-rule pt-2">
      <h4 className="text-xs font-semibold text-soft">{label}</h4>
      <div className="mt-1 grid gap-x-5 gap-y-2 phone:grid-cols-2">
        <Side title={t('saved')} words={saved} other={mine} empty={t('empty')} />
        <Side title={t('mine')} words={mine} other={saved} empty={t('empty')} />
      </div>
      <div className="mt-2 flex flex-wrap gap-2">
        {merged === null ? null : (
          <Button size="small" variant="prime" onPress={() => onDecide(field, merged)}>
            {t('merge')}
            <span className="sr-only">: {label}</span>
          </Button>
        )}
        <Button size="small" onPress={() => onDecide(field, conflict.saved)}>
          {t('take')}
          <span className="sr-only">: {label}</span>
        </Button>
        <Button size="small" onPress={() => onDecide(field, conflict.mine)}>
          {t('keep')}
          <span className="sr-only">: {label}</span>
        </Button>
      </div>
      {merged === null ? null : <p className="mt-1.5 text-xs text-soft">{t('mergeGives', { text: merged })}</p>}
    </div>
  );
}

type SideProps = { readonly title: string; readonly words: string; readonly other: string; readonly empty: string };

/** One of the two texts; what the other does not have is marked. */
function Side({ title, words, other, empty }: SideProps) {
  let at = 0;
  const parts = wordParts(other, words)
    .filter(({ kind }) => kind !== 'deleted')
    .map((part) => {
      const key = at;
      at += part.text.length;
      return { ...part, key };
    });
  return (
    <div className="min-w-0">
      <h5 className="text-xs text-soft">{title}</h5>
      <p className="mt-0.5 max-h-48 overflow-y-auto font-serif text-base leading-snug whitespace-pre-line wrap-anywhere">
        {words === '' ? <span className="font-sans text-sm text-soft italic">{empty}</span> : null}
        {parts.map(({ key, kind, text }) =>
          kind === 'inserted' ? (
            <mark key={key} className="rounded-xs bg-sel text-ink underline decoration-2 underline-offset-3">
              {text}
            </mark>
          ) : (
            <span key={key}>{text}</span>
          ),
        )}
      </p>
    </div>
  );
}
