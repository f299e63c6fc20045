'use client';

import { useTranslations } from 'next-intl';
import { useStore, useWorkbench } from '../galley/store-context.tsx';
import { useShownClaims } from '../galley/use-shown-claims.ts';
import { CommandButton } from '../shell/CommandButton.tsx';
import { Button } from '../ui/Button.tsx';

/** While several claims are taken: how many, and what can be done to all of them. */
export function ManyBar() {
  const count = useWorkbench((state) => state.checked.size);
  return count > 0 ? <Bar count={count} /> : null;
}

function Bar({ count }: { count: number }) {
  const t = useTranslations('claim');
  const store = useStore();
  const shown = useShownClaims();
  const may = useWorkbench((state) => state.bench.reader.may);
  return (
    <section aria-label={t('checkedCount', { count })} className="many-bar screen-only">
      <p className="flex items-baseline gap-2 text-sm">
        <strong role="status" className="figures me-auto font-semibold">
          {t('checkedCount', { count })}
        </strong>
        {count < shown.length ? (
          <CommandButton command="many.all" variant="link" size="small">
            {t('chooseAll')}
          </CommandButton>
        ) : null}
        <CommandButton command="many.leave" variant="link" size="small">
          {t('chooseNone')}
        </CommandButton>
      </p>
      <div className="many-deeds">
        <CommandButton command="claim.assign" size="small">
          {t('assign')}
        </CommandButton>
        <CommandButton command="claim.exclude" size="small">
          {t('exclude')}
        </CommandButton>
        <CommandButton command="claim.restore" size="small">
          {t('restoreMany')}
        </CommandButton>
        {may.includes('evidence.edit') ? (
          <CommandButton command="evidence.type" size="small">
            {t('attachMany')}
          </CommandButton>
        ) : null}
        {may.includes('claim.edit') ? (
          <Button size="small" onPress={() => store.set({ form: 'flagMany' })}>
            {t('flagMany')}
          </Button>
        ) : null}
        <CommandButton command="many.sign" size="small">
          {t('signMany')}
        </CommandButton>
        <CommandButton command="many.report" size="small">
          {t('reportMany')}
        </CommandButton>
      </div>
    </section>
  );
}
