'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EvidenceForm } from '#components/claim/dialogs.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { FiguresBeside } from '#components/reader/FiguresBeside.tsx';
import { OfferedPassages } from '#components/reader/OfferedPassages.tsx';
import { CommandButton } from '#components/shell/CommandButton.tsx';
import type { ClaimDTO } from '#lib/standing/types.ts';
import type { ClaimDetailDTO } from '#lib/workbench/types.ts';
import { EvidenceItem } from './EvidenceItem.tsx';
import { NamedSources } from './NamedSources.tsx';

/** What sources say of the claim: numbered, each with its words, its place and its stance. */
export function EvidenceSection({ claim, detail }: { claim: ClaimDTO; detail: ClaimDetailDTO }) {
  const t = useTranslations('evidence');
  const store = useStore();
  const isAdding = useWorkbench((state) => state.form === 'evidence' && state.selectedId === claim.id);
  const may = useWorkbench(
    (state) => state.bench.reader.may.includes('evidence.edit') && !state.bench.article.archived,
  );
  const [editingId, setEditing] = useState<string | null>(null);
  // As it is saved by now: what somebody else has changed of it comes to stand beside what is typed.
  const editing = detail.evidence.find(({ id }) => id === editingId);
  return (
    <section aria-label={t('title')} className="mt-5">
      <div className="flex items-center justify-between">
        <h3 className="text-xs font-semibold text-soft">{t('title')}</h3>
        {may ? (
          <CommandButton command="evidence.add" variant="link" size="small" className="-me-2.75">
            {t('add')}
          </CommandButton>
        ) : null}
      </div>
      {detail.evidence.length === 0 ? (
        <p className="border-t border-rule py-2 text-sm text-soft">{t('none')}</p>
      ) : (
        <ol className="mt-1 border-b border-rule">
          {detail.evidence.map((item) => (
            <EvidenceItem key={item.id} item={item} may={may} onEdit={() => setEditing(item.id)} />
          ))}
        </ol>
      )}
      <FiguresBeside detail={detail} />
      <NamedSources claim={claim} detail={detail} />
      <OfferedPassages claim={claim} />
      {isAdding ? <EvidenceForm claim={claim} onClose={() => store.set({ form: null })} /> : null}
      {editing ? <EvidenceForm claim={claim} item={editing} onClose={() => setEditing(null)} /> : null}
    </section>
  );
}
