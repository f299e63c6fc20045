'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { ownVersion, seenVersion } from '#components/galley/store.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { useAct } from '#components/galley/use-act.ts';
import { selectClaim } from '#components/galley/use-select.ts';
import { Button } from '#components/ui/Button.tsx';
import { Checkbox } from '#components/ui/Checkbox.tsx';
import { cx } from '#components/ui/cx.ts';
import { Actions, Dialog } from '#components/ui/Dialog.tsx';
import { splitClaim, undoLineage } from '#lib/claims/actions.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';

const words = new Intl.Segmenter('en', { granularity: 'word' });

type Word = { readonly start: number; readonly end: number; readonly text: string };

/** The claim's words with what follows each, so that put together they are the quote. */
function wordsOf(text: string, start: number, end: number): Word[] {
  const list: Word[] = [];
  for (const part of words.segment(text.slice(start, end))) {
    const last = list.at(-1);
    const at = start + part.index;
    if (part.isWordLike || !last) list.push({ start: at, end: at + part.segment.length, text: part.segment });
    else list[list.length - 1] = { ...last, end: at + part.segment.length, text: last.text + part.segment };
  }
  return list;
}

/** Divides a claim after chosen words. Each word is a button, so that keyboard, mouse and touch do the same. */
export function SplitDialog({ claim, onClose }: { claim: ClaimDTO; onClose: () => void }) {
  const t = useTranslations('claim');
  const common = useTranslations('common');
  const store = useStore();
  const act = useAct();
  const text = useWorkbench((state) => state.bench.revision.text);
  const detail = useWorkbench((state) => state.details.get(claim.id));
  const list = useMemo(() => wordsOf(text, claim.start ?? 0, claim.end ?? 0), [text, claim]);
  const [cuts, setCuts] = useState<readonly number[]>([]);
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const edges = [0, ...cuts.map((cut) => cut + 1), list.length];
  const parts = edges.slice(0, -1).map((from, i) => list.slice(from, edges[i + 1]));
  const evidence = (detail?.evidence ?? []).filter((item) => !item.withdrawn);
  // Evidence goes with every part until somebody says otherwise: none is left behind by oversight.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const key = (id: string, part: number) => `${id} ${part}`;

  async function split() {
    setPending(true);
    const before = new Set(store.get().claims.keys());
    const outcome = await act({
      inForm: true,
      run: () =>
        splitClaim({
          ...seenVersion(store, claim),
          revisionId: store.get().bench.revision.id,
          parts: parts.map((part) => ({ span: { start: part[0]?.start ?? 0, end: part.at(-1)?.end ?? 0 } })),
          evidence: evidence.map((item) => ({
            id: item.id,
            parts: parts.map((_, i) => i).filter((i) => !left.has(key(item.id, i))),
          })),
        }),
      says: t('splitDone', { number: claim.number }),
      undo: (patch) => {
        const made = patch.claims.filter((item) => item.id !== claim.id);
        return {
          says: t('undoSplit', { number: claim.number }),
          run: () => undoLineage({ kind: 'split', from: [claim.id], to: made.map(({ id }) => ownVersion(store, id)) }),
        };
      },
    });
    setPending(false);
    if (outcome) {
      setError(outcome.message);
      return;
    }
    onClose();
    selectClaim(store, store.get().order.find((id) => !before.has(id)) ?? null);
  }

  return (
    <Dialog title={t('splitTitle', { number: claim.number })} isOpen onOpenChange={onClose} isDismissable={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          split();
        }}
      >
        <p className="text-sm text-soft">{t('splitLead')}</p>
        <p className="mt-3 text-xs text-soft">{t('splitWords')}</p>
        <div className="mt-1 font-serif text-lg leading-loose">
          {list.map((word, i) => (
            <span key={word.start}>
              <button
                type="button"
                aria-pressed={cuts.includes(i)}
                aria-label={`${word.text.trim()}. ${t('splitAfter')}`}
                disabled={i === list.length - 1}
                className={cx(
                  'rounded-sm px-0.5 hover:bg-wash disabled:hover:bg-transparent',
                  cuts.includes(i) && 'bg-sel',
                )}
                onClick={() =>
                  setCuts((old) =>
                    old.includes(i) ? old.filter((cut) => cut !== i) : [...old, i].sort((a, b) => a - b),
                  )
                }
              >
                {word.text.trim()}
              </button>
              {cuts.includes(i) ? (
                <span aria-hidden="true" className="mx-1 inline-block h-6 border-s-2 border-wrong align-middle" />
              ) : (
                ' '
              )}
            </span>
          ))}
        </div>
        <ol className="mt-3 flex flex-col gap-1.5">
          {parts.map((part, i) => (
            <li key={part[0]?.start} className="flex gap-2 text-sm">
              <span className="shrink-0 text-soft">{t('splitPart', { number: i + 1 })}</span>
              <span className="font-serif text-base">
                {part
                  .map((word) => word.text)
                  .join('')
                  .trim()}
              </span>
            </li>
          ))}
        </ol>
        {parts.length < 2
          ? null
          : evidence.map((item) => (
              <fieldset
                key={item.id}
                className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-rule pt-2"
              >
                <legend className="sr-only">{t('evidenceGoes', { number: item.number })}</legend>
                <span aria-hidden="true" className="text-sm text-soft">
                  {t('evidenceGoes', { number: item.number })}
                </span>
                {parts.map((part, i) => (
                  <Checkbox
                    key={part[0]?.start}
                    isSelected={!left.has(key(item.id, i))}
                    onChange={(isOn) =>
                      setLeft((old) => {
                        const next = new Set(old);
                        if (isOn) next.delete(key(item.id, i));
                        else next.add(key(item.id, i));
                        return next;
                      })
                    }
                  >
                    {t('splitPart', { number: i + 1 })}
                  </Checkbox>
                ))}
              </fieldset>
            ))}
        {error ? (
          <p role="alert" className="mt-3 text-sm text-wrong">
            {error}
          </p>
        ) : null}
        <Actions>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="prime" isDisabled={parts.length < 2} isPending={isPending}>
            {t('splitDo', { count: Math.max(2, parts.length) })}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
