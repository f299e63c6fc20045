'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { withMany } from '#components/galley/many.ts';
import { useStore, useWorkbench } from '#components/galley/store-context.tsx';
import { freezeReport } from '#lib/reports/actions.ts';
import { isLive } from '#lib/standing/rules-coverage.ts';
import { toast } from '../ui/toast.ts';
import { ReasonDialog } from './dialogs.ts';
import type { ManyProps } from './ManyDialogs.tsx';

/** Makes a report that holds the taken claims alone. */
export function ReportThese({ claims, onClose }: ManyProps) {
  const t = useTranslations('claim');
  const report = useTranslations('report');
  const store = useStore();
  const router = useRouter();
  const articleId = useWorkbench((state) => state.bench.article.id);
  const count = useWorkbench((state) => [...state.claims.values()].filter(isLive).length);
  const chosen = claims.length;
  return (
    <ReasonDialog
      draft={`report:${articleId}`}
      title={t('reportTitle', { count: chosen })}
      lead={t('reportLead', { chosen, of: count })}
      label={t('reportWhy', { count: chosen })}
      optional
      confirm={t('reportConfirm')}
      onClose={onClose}
      onConfirm={async (note) => {
        const result = await freezeReport({ articleId, chosen: { claims: claims.map(({ id }) => id), note } });
        if (!result.ok) return result;
        store.set({ ...withMany(store.get(), { from: null }), checked: new Set() });
        toast(report('frozen', { number: result.value.number }));
        router.push(`/reports/${result.value.id}`);
        return null;
      }}
    >
      <ol
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, and is read by keys from where it has the focus
        tabIndex={0}
        className="mb-3 max-h-48 overflow-y-auto border-b border-rule text-sm"
      >
        {claims.map((claim) => (
          <li key={claim.id} className="flex items-baseline gap-2 border-t border-rule py-1">
            <span className="figures min-w-6 shrink-0 text-xs font-semibold text-soft">{claim.number}</span>
            <span className="line-clamp-2 font-serif">{claim.statement}</span>
          </li>
        ))}
      </ol>
    </ReasonDialog>
  );
}
