'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { keepReads } from '#components/galley/kept-reads.ts';
import { ofRound, withMany } from '#components/galley/many.ts';
import { noMany } from '#components/galley/many-state.ts';
import type { Store } from '#components/galley/store.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { useAct } from '#components/galley/use-act.ts';
import { Button } from '#components/ui/Button.tsx';
import { Actions, Dialog } from '#components/ui/Dialog.tsx';
import { useKeyWait } from '#components/ui/KeyWait.tsx';
import { toast } from '#components/ui/toast.ts';
import { signTogether, togetherPreview } from '#lib/verdicts/actions.ts';
import type { TogetherDTO } from '#lib/verdicts/types.ts';

/** The most that are signed off at once. */
const AT_MOST = 200;

/** Of the round's claims, or of those taken, what the server says of each. */
async function ask(store: Store) {
  const { bench, many, checked } = store.get();
  const ids = checked.size > 0 ? [...checked] : ofRound(store.get());
  // Those that have been read first: more than so many wait for another time.
  const inOrder = [...ids].sort((a, b) => Number(many.read.has(b)) - Number(many.read.has(a))).slice(0, AT_MOST);
  const claims = inOrder.map((claimId) => ({ claimId, receipt: many.read.get(claimId)?.receipt ?? null }));
  return togetherPreview({ articleId: bench.article.id, claims }).catch(() => null);
}

/** What will be signed off, what is left out and why, and the one press that does it. */
export function SignTogether({ onClose }: { onClose: () => void }) {
  const t = useTranslations('verdict');
  const galley = useTranslations('galley');
  const common = useTranslations('common');
  const store = useStore();
  const act = useAct();
  const [preview, setPreview] = useState<readonly TogetherDTO[] | null>(null);
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  useKeyWait(preview === null, onClose);
  useEffect(() => {
    let isHere = true;
    ask(store).then((answer) => {
      if (!isHere) return;
      if (answer?.ok) {
        forget(store, answer.value);
        setPreview(answer.value);
      } else {
        toast({ text: answer?.message ?? galley('connectionLost'), tone: 'bad' });
        store.set({ form: null });
      }
    });
    return () => {
      isHere = false;
    };
  }, [store, galley]);
  if (preview === null) return null;
  const ready = preview.filter(({ state }) => state === 'ready');
  const out = preview.filter(({ state }) => state !== 'ready');

  const sign = async () => {
    if (isPending) return;
    setPending(true);
    const { bench, many } = store.get();
    const claims = ready.flatMap(({ claimId, verdictId }) => {
      const read = many.read.get(claimId);
      return read && verdictId ? [{ claimId, verdictId, receipt: read.receipt }] : [];
    });
    let signOffIds: readonly string[] = [];
    const outcome = await act({
      inForm: true,
      run: async () => {
        const result = await signTogether({ articleId: bench.article.id, claims });
        if (result.ok) signOffIds = result.value.signOffs.map(({ id }) => id);
        return result;
      },
      says: t('signedTogether', { count: claims.length }),
      undo: () => ({
        says: t('undoTogether', { count: claims.length }),
        of: `together ${signOffIds[0]}`,
        open: () => store.set({ ...withMany(store.get(), { withdraws: signOffIds }), form: 'withdrawTogether' }),
      }),
    });
    setPending(false);
    if (outcome) {
      setRefusal(outcome.message);
      return;
    }
    after(store, new Set(claims.map(({ claimId }) => claimId)));
    onClose();
  };

  return (
    <Dialog title={t('together', { count: ready.length })} isOpen onOpenChange={onClose}>
      <p className="text-sm text-soft">{ready.length > 0 ? t('togetherLead') : t('togetherNone')}</p>
      {ready.length > 0 ? (
        <ul
          aria-label={t('togetherReady')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, and is read by keys from where it has the focus
          tabIndex={0}
          className="mt-3 max-h-[38dvh] overflow-y-auto border-y border-rule"
        >
          {ready.map((item) => (
            <Row key={item.claimId} item={item} />
          ))}
        </ul>
      ) : null}
      {out.length > 0 ? (
        <section aria-labelledby="left-out" className="mt-4">
          <h3 id="left-out" className="text-xs font-semibold text-soft">
            {common('leftOut', { count: out.length })}
          </h3>
          <ul
            aria-labelledby="left-out"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the same
            tabIndex={0}
            className="mt-1 max-h-[22dvh] overflow-y-auto"
          >
            {out.map((item) => (
              <Row key={item.claimId} item={item} />
            ))}
          </ul>
        </section>
      ) : null}
      {refusal ? (
        <p role="alert" className="mt-3 text-sm text-wrong">
          {refusal}
        </p>
      ) : null}
      <Actions>
        <Button autoFocus={ready.length === 0} onPress={onClose}>
          {common('cancel')}
        </Button>
        {ready.length > 0 ? (
          <Button autoFocus variant="prime" hint="↵" isPending={isPending} onPress={sign}>
            {t('signTogether', { count: ready.length })}
          </Button>
        ) : null}
      </Actions>
    </Dialog>
  );
}

function Row({ item }: { item: TogetherDTO }) {
  const statement = useWorkbench((state) => state.claims.get(item.claimId)?.statement);
  return (
    <li className="border-t border-rule py-2 first:border-t-0">
      <p className="flex items-baseline gap-2.5">
        <span className="figures w-7 shrink-0 text-end text-xs text-soft">{item.number}</span>
        <span className="line-clamp-2 min-w-0 flex-1 font-serif text-base leading-snug">{statement}</span>
        {item.state === 'ready' && item.rating ? (
          <span className="shrink-0 text-sm font-semibold">{item.rating}</span>
        ) : null}
      </p>
      {item.because ? <p className="ms-9.5 text-xs text-soft">{item.because}</p> : null}
    </li>
  );
}

/** What the server knows to be unread by now is to be read again. */
function forget(store: Store, preview: readonly TogetherDTO[]): void {
  const read = new Map(store.get().many.read);
  for (const { claimId, state } of preview) if (state === 'unread') read.delete(claimId);
  if (read.size === store.get().many.read.size) return;
  store.set(withMany(store.get(), { read }));
  keepReads(store.get());
}

/** Lays down what was signed off; the round ends with its last claim. */
function after(store: Store, signed: ReadonlySet<string>): void {
  const { many } = store.get();
  const read = new Map([...many.read].filter(([id]) => !signed.has(id)));
  const round = many.round?.filter((id) => !signed.has(id)) ?? [];
  store.set({
    ...withMany(store.get(), { read, round: round.length > 0 ? round : noMany.round, from: null }),
    checked: new Set(),
  });
  keepReads(store.get());
}
