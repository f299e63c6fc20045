'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Conflicts } from '#components/galley/Conflicts.tsx';
import { ownVersion, seenVersion } from '#components/galley/store.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { useAct } from '#components/galley/use-act.ts';
import { useForm } from '#components/galley/use-form.ts';
import { wordingNow } from '#components/galley/use-wording.ts';
import { Button } from '#components/ui/Button.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import { decideProposal, editClaim } from '#lib/claims/actions.ts';
import type { ClaimDTO } from '#lib/standing/types.ts';

/** The claim's wording; pressed, or with W, it is edited in place. */
export function Statement({ claim }: { claim: ClaimDTO }) {
  const store = useStore();
  const t = useTranslations('claim');
  const isOpen = useWorkbench((state) => state.form === 'statement' && state.selectedId === claim.id);
  const may = useWorkbench((state) => state.bench.reader.may.includes('claim.edit') && !state.bench.article.archived);
  if (isOpen && may) return <StatementForm claim={claim} />;
  return (
    <h2
      tabIndex={-1}
      data-subject={claim.id}
      className="mt-2 mb-1 font-serif text-xl leading-snug font-medium text-pretty desk:text-2xl"
    >
      {may ? (
        <button
          type="button"
          title={t('statement')}
          className="-mx-1.5 cursor-text rounded-md px-1.5 text-start hover:bg-wash"
          onClick={() => store.set({ form: 'statement' })}
        >
          <Bracketed words={claim.statement} />
        </button>
      ) : (
        <Bracketed words={claim.statement} />
      )}
    </h2>
  );
}

/** A wording with what was added in [brackets] set softer. */
export function Bracketed({ words }: { words: string }) {
  let at = 0;
  return words.split(/(\[[^\]]*\])/).map((part) => {
    const key = at;
    at += part.length;
    return part.startsWith('[') ? (
      <span key={key} className="text-soft">
        {part}
      </span>
    ) : (
      part
    );
  });
}

const GUARDED = ['statement'] as const;

function StatementForm({ claim }: { claim: ClaimDTO }) {
  const store = useStore();
  const t = useTranslations('claim');
  const common = useTranslations('common');
  const act = useAct();
  const me = useWorkbench((state) => state.bench.reader.id);
  const initial = useMemo(() => ({ statement: claim.statement }), [claim.statement]);
  const close = () => store.set({ form: null });
  const { draft, both, change, clear, isPending, onSubmit } = useForm(
    `${me}:statement:${claim.id}`,
    initial,
    async ({ statement }) => {
      const detail = store.get().details.get(claim.id);
      // One's own words for a wording that was asked about have decided on it: taken back, it is asked about again.
      const was = detail?.proposal ? wordingNow(claim, detail) : null;
      return act({
        run: () => editClaim({ ...seenVersion(store, claim), statement }),
        says: t('statementSaved'),
        undo: () => ({
          says: t('undoStatement', { number: claim.number }),
          run: () => {
            const now = ownVersion(store, claim.id);
            return was
              ? decideProposal({ ...now, take: 'open', was })
              : editClaim({ ...now, statement: claim.statement });
          },
        }),
      });
    },
    close,
    { guarded: GUARDED },
  );
  return (
    <form className="mt-2" onSubmit={onSubmit}>
      <h2 tabIndex={-1} className="sr-only">
        {t('number', { number: claim.number })}
      </h2>
      <TextArea
        label={t('statement')}
        hint={t('statementHint')}
        serif
        rows={3}
        autoFocus
        value={draft.statement}
        onChange={(statement) => change({ statement })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // It leaves the wording, not the claim.
          event.stopPropagation();
          close();
        }}
      />
      <Conflicts {...both} texts={GUARDED} label={() => t('statement')} />
      <div className="mt-2 flex flex-wrap items-center justify-end gap-2">
        <Button
          onPress={() => {
            clear();
            close();
          }}
        >
          {common('cancel')}
        </Button>
        <Button type="submit" variant="prime" isPending={isPending}>
          {common('save')}
        </Button>
      </div>
    </form>
  );
}
