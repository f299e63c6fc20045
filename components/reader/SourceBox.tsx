'use client';

import { FileText, Link2, PenLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { whenSettled } from '#components/shell/key-listener.ts';
import { useFoundSources } from '#components/sources/use-found.ts';
import { cx } from '#components/ui/cx.ts';
import { Dialog } from '#components/ui/Dialog.tsx';
import { fieldBox } from '#components/ui/plain-field.tsx';
import { openLink } from '#lib/sources/actions-captures.ts';
import { typedLink } from '#lib/sources/rules-identifiers.ts';
import type { FoundSourceDTO } from '#lib/sources/types.ts';
import { openReader } from './open.ts';

type Choice =
  | { readonly id: string; readonly link: string }
  | { readonly id: string; readonly source: FoundSourceDTO }
  | { readonly id: string; readonly byHand: true };

/** Adds evidence from one box: a link is captured and opened, a source of the library is opened, and anything else is typed in. */
export function SourceBox({ onClose }: { onClose: () => void }) {
  const t = useTranslations('reader');
  const evidence = useTranslations('evidence');
  const store = useStore();
  const articleId = useWorkbench((state) => state.bench.article.id);
  const hasClaim = useWorkbench((state) => state.selectedId !== null);
  const [words, setWords] = useState('');
  const [marked, setMarked] = useState(0);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const id = useId();
  const isSending = useRef(false);
  const link = typedLink(words);
  const found = useFoundSources(words, articleId);
  const choices: readonly Choice[] = [
    ...(link === null ? [] : [{ id: 'link', link }]),
    ...(link === null ? found.slice(0, 8).map((source) => ({ id: source.id, source })) : []),
    ...(hasClaim ? [{ id: 'by-hand', byHand: true as const }] : []),
  ];
  const at = Math.min(marked, choices.length - 1);

  /** The window closes first, so that the focus is back on the page before it is asked to go on. */
  const leadOn = (deed: () => void) => {
    onClose();
    setTimeout(() => whenSettled(deed));
  };
  const follow = async (address: string) => {
    if (isSending.current) return;
    isSending.current = true;
    setPending(true);
    const result = await openLink({ link: address }).catch(() => null);
    isSending.current = false;
    setPending(false);
    if (result?.ok) leadOn(() => openReader(store, { sourceId: result.value.id, jobId: result.value.jobId }));
    else setRefusal(result?.message ?? t('failed'));
  };
  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    if ('link' in choice) void follow(choice.link);
    else if ('byHand' in choice) leadOn(() => store.set({ form: 'evidence' }));
    else leadOn(() => openReader(store, { sourceId: choice.source.id }));
  };
  const key = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setMarked((at + step + choices.length) % choices.length);
    else if (event.key === 'Enter') take(choices[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={evidence('addTitle')} isOpen onOpenChange={onClose}>
      <label htmlFor={id} className="text-sm font-medium">
        {t('box')}
      </label>
      <input
        id={id}
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={choices[at] ? `${id}-${choices[at].id}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        value={words}
        readOnly={isPending}
        onChange={(event) => {
          setWords(event.target.value);
          setMarked(0);
          setRefusal(null);
        }}
        onKeyDown={key}
        className={cx(fieldBox, 'mt-1 min-h-10')}
      />
      {refusal === null ? (
        <p className="mt-1 text-xs text-soft">{t('boxHint')}</p>
      ) : (
        <p role="alert" className="mt-1 text-sm text-wrong">
          {refusal}
        </p>
      )}
      <div id={`${id}-list`} role="listbox" aria-label={t('box')} className="mt-2">
        {choices.map((choice, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the keys
          <div
            key={choice.id}
            id={`${id}-${choice.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            onPointerMove={() => setMarked(i)}
            onClick={() => take(choice)}
            className={cx(
              'flex min-h-9 items-baseline gap-2.5 rounded-md px-2.5 py-1.5 text-sm',
              i === at && 'bg-wash',
            )}
          >
            <Words choice={choice} />
          </div>
        ))}
      </div>
    </Dialog>
  );
}

const ICON = 'size-3.5 shrink-0 self-center text-soft';

function Words({ choice }: { choice: Choice }) {
  const t = useTranslations('reader');
  const evidence = useTranslations('evidence');
  if ('link' in choice)
    return (
      <>
        <Link2 aria-hidden="true" className={ICON} />
        <span className="min-w-0 flex-1 wrap-anywhere">{t('newAt', { link: choice.link })}</span>
      </>
    );
  if ('byHand' in choice)
    return (
      <>
        <PenLine aria-hidden="true" className={ICON} />
        <span className="flex-1">{t('byHand')}</span>
      </>
    );
  const { title, isOfArticle, claims } = choice.source;
  return (
    <>
      <FileText aria-hidden="true" className={ICON} />
      <span className="min-w-0 flex-1 truncate">{title}</span>
      <span className="text-xs text-soft">
        {isOfArticle ? evidence('cited') : evidence('usedOn', { count: claims })}
      </span>
    </>
  );
}
