'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { indexAt, type PlacedClaim } from '#components/galley/segments.ts';
import { ownVersion, seenVersion } from '#components/galley/store.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { useAct } from '#components/galley/use-act.ts';
import { readDetail } from '#components/galley/use-detail.ts';
import { selectClaim } from '#components/galley/use-select.ts';
import { Button } from '#components/ui/Button.tsx';
import { Checkbox } from '#components/ui/Checkbox.tsx';
import { Actions, Dialog } from '#components/ui/Dialog.tsx';
import { RadioList } from '#components/ui/RadioList.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { mergeClaims, undoLineage } from '#lib/claims/actions.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';

/** The claim that somebody most likely means: of the same sentence before others, then the one whose words stand nearest. */
function nearestTo(
  claim: ClaimDTO,
  others: readonly PlacedClaim[],
  sentences: readonly { readonly start: number; readonly end: number }[],
): PlacedClaim | undefined {
  const own = indexAt(sentences, claim.start ?? 0);
  const away = (other: PlacedClaim) => Math.abs(indexAt(sentences, other.start) - own);
  const gap = (other: PlacedClaim) => Math.max(0, other.start - (claim.end ?? 0), (claim.start ?? 0) - other.end);
  return [...others].sort((a, b) => away(a) - away(b) || gap(a) - gap(b) || b.start - a.start)[0];
}

/** Merges the claim in hand with another of its paragraph. */
export function MergeDialog({ claim, onClose }: { claim: ClaimDTO; onClose: () => void }) {
  const t = useTranslations('claim');
  const common = useTranslations('common');
  const store = useStore();
  const act = useAct();
  const blocks = useWorkbench((state) => state.bench.revision.blocks);
  const sentences = useWorkbench((state) => state.bench.revision.sentences);
  const text = useWorkbench((state) => state.bench.revision.text);
  const near = useWorkbench((state) => state.byBlock[claim.start === null ? -1 : indexAt(blocks, claim.start)]);
  const others = useMemo(() => (near ?? []).filter((item) => item.id !== claim.id && !item.excluded), [near, claim.id]);
  const [otherId, setOtherId] = useState(() => nearestTo(claim, others, sentences)?.id ?? '');
  const other = others.find((item) => item.id === otherId);
  const details = useWorkbench((state) => state.details);
  const evidence = [claim, other]
    .flatMap((item) => (item ? (details.get(item.id)?.evidence ?? []) : []))
    .filter((item) => !item.withdrawn);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const joined = other
    ? text.slice(Math.min(claim.start ?? 0, other.start), Math.max(claim.end ?? 0, other.end)).replace(/\s+/g, ' ')
    : claim.statement;
  const [statement, setStatement] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  useEffect(() => {
    if (otherId && !store.get().details.has(otherId)) readDetail(store, otherId);
  }, [otherId, store]);

  async function merge() {
    if (!other) return;
    setPending(true);
    const claims = [claim, other];
    const before = new Set(store.get().claims.keys());
    const outcome = await act({
      inForm: true,
      run: () =>
        mergeClaims({
          claims: claims.map((item) => seenVersion(store, item)),
          revisionId: store.get().bench.revision.id,
          statement: statement ?? joined,
          evidence: evidence.filter((item) => !left.has(item.id)).map((item) => item.id),
        }),
      undo: (patch) => {
        const made = patch.claims.filter((item) => !claims.some((old) => old.id === item.id));
        return {
          says: t('undoMerge'),
          run: () =>
            undoLineage({
              kind: 'merge',
              from: claims.map((item) => item.id),
              to: made.map(({ id }) => ownVersion(store, id)),
            }),
        };
      },
    });
    setPending(false);
    if (outcome) {
      setError(outcome.fields?.span ?? outcome.message);
      return;
    }
    onClose();
    selectClaim(store, store.get().order.find((id) => !before.has(id)) ?? null);
  }

  return (
    <Dialog title={t('mergeTitle', { number: claim.number })} isOpen onOpenChange={onClose} isDismissable={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          merge();
        }}
      >
        {others.length === 0 ? (
          <p className="text-sm">{t('mergeNone')}</p>
        ) : (
          <div className="flex flex-col gap-4">
            <p className="text-sm text-soft">{t('mergeLead')}</p>
            <RadioList
              label={t('mergeWith')}
              options={others.map((item) => ({
                id: item.id,
                label: `${t('number', { number: item.number })}: ${item.statement}`,
              }))}
              value={otherId}
              onChange={setOtherId}
            />
            <TextArea label={t('mergeStatement')} serif rows={2} value={statement ?? joined} onChange={setStatement} />
            {evidence.length === 0 ? null : (
              <fieldset className="flex flex-col gap-1">
                <legend className="text-sm font-medium">{t('mergeEvidence')}</legend>
                {evidence.map((item) => (
                  <Checkbox
                    key={item.id}
                    isSelected={!left.has(item.id)}
                    onChange={(isOn) =>
                      setLeft((old) => {
                        const next = new Set(old);
                        if (isOn) next.delete(item.id);
                        else next.add(item.id);
                        return next;
                      })
                    }
                  >
                    {`[${item.number}] ${item.source.title}`}
                  </Checkbox>
                ))}
              </fieldset>
            )}
          </div>
        )}
        {error ? (
          <p role="alert" className="mt-3 text-sm text-wrong">
            {error}
          </p>
        ) : null}
        <Actions>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="prime" isDisabled={!other} isPending={isPending}>
            {t('mergeDo')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
