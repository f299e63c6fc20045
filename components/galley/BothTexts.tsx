'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import { WordDiff } from '#components/history/WordDiff.tsx';
import { Button } from '#components/ui/Button.tsx';
import { bringIntoView } from '#components/ui/in-view.ts';
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
  /** The same of what is no string. */
  readonly write?: (field: string, value: unknown) => string;
  /** Puts two changes of what is no string together; null where somebody has to choose. */
  readonly merge?: (conflict: Conflict) => unknown;
};

/** What somebody else has saved meanwhile and what one has typed, with the words that differ marked; one merges, takes or keeps. */
export function BothTexts(props: BothTextsProps) {
  const { conflicts, presses, settle, label, texts } = props;
  const { say = (_, value) => value, write = () => '', merge = () => null } = props;
  const inWords = (field: string, value: unknown) =>
    typeof value === 'string' ? say(field, value) : write(field, value);
  const mergedOf = (conflict: Conflict) => (texts.includes(conflict.field) ? mergedWords(conflict) : merge(conflict));
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
          mergedOf={mergedOf}
          label={label(conflict.field)}
          inWords={(value) => inWords(conflict.field, value)}
          onDecide={decide}
        />
      ))}
    </section>
  );
}

const mergedWords = ({ base, saved, mine }: Conflict): string | null =>
  typeof base === 'string' && typeof saved === 'string' && typeof mine === 'string'
    ? mergeWords(base, mine, saved)
    : null;

type BothProps = {
  readonly conflict: Conflict;
  readonly mergedOf: (conflict: Conflict) => unknown;
  readonly label: string;
  readonly inWords: (value: unknown) => string;
  readonly onDecide: (field: string, value: unknown) => void;
};

/** Of a longer text what stands next to a change is shown; merged it is not written out again. */
const LONG = 400;

function Both({ conflict, mergedOf, label, inWords, onDecide }: BothProps) {
  const t = useTranslations('galley.both');
  const { field } = conflict;
  const [base, saved, mine] = [inWords(conflict.base), inWords(conflict.saved), inWords(conflict.mine)];
  // Of what each of the three is, not of the object, which is another at every drawing.
  const key = JSON.stringify(conflict);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is all of the conflict.
  const merged = useMemo(() => mergedOf(conflict), [key]);
  const reads = merged === null ? '' : inWords(merged);
  return (
    <fieldset className="mt-2.5 min-w-0 border-t border-rule pt-2">
      <legend className="float-start w-full text-xs font-semibold text-soft">{label}</legend>
      <div className="clear-both grid gap-x-5 gap-y-2 pt-1 phone:grid-cols-2">
        <Side title={t('saved')} base={base} words={saved} empty={t('empty')} />
        <Side title={t('mine')} base={base} words={mine} empty={t('empty')} />
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
      {merged === null || reads.length > LONG ? null : (
        <p className="mt-1.5 text-xs whitespace-pre-line text-soft">{t('mergeGives', { text: reads })}</p>
      )}
    </fieldset>
  );
}

/** So many letters may be more than a side has room for. */
const SCROLLS = 200;

type SideProps = { readonly title: string; readonly base: string; readonly words: string; readonly empty: string };

/** One of the two texts, with what it changes of what there was. */
function Side({ title, base, words, empty }: SideProps) {
  return (
    <div className="min-w-0">
      <p className="text-xs text-soft">{title}</p>
      <p
        tabIndex={words.length > SCROLLS ? 0 : undefined}
        className="mt-0.5 max-h-48 overflow-y-auto font-serif text-base leading-snug whitespace-pre-line wrap-anywhere"
      >
        {words === '' ? <span className="font-sans text-sm text-soft italic">{empty}</span> : null}
        <WordDiff before={base} after={words} isShort={Math.max(base.length, words.length) > LONG} />
      </p>
    </div>
  );
}
