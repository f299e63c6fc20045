'use client';

import { useTranslations } from 'next-intl';
import { roundSoFar } from '#components/galley/many.ts';
import { useWorkbench } from '#components/galley/store-context.tsx';
import { CommandButton } from '#components/shell/CommandButton.tsx';

/** How far a round of second readings has come, and what leads on. */
export function RoundBar() {
  const isRound = useWorkbench((state) => state.many.round !== null);
  return isRound ? <Bar /> : null;
}

function Bar() {
  const t = useTranslations('verdict');
  const read = useWorkbench((state) => roundSoFar(state).read);
  const of = useWorkbench((state) => roundSoFar(state).of);
  const isHereRead = useWorkbench(({ selectedId, many }) => selectedId !== null && many.read.has(selectedId));
  const isHere = useWorkbench(({ selectedId, many }) => selectedId !== null && many.round?.includes(selectedId));
  return (
    <section aria-label={t('round')} className="many-bar screen-only">
      <p className="flex items-baseline gap-2 text-sm">
        <strong className="font-semibold">{t('round')}</strong>
        <span role="status" className="figures text-soft">
          {t('roundSoFar', { read, of })}
        </span>
        {isHere ? (
          <span className={isHereRead ? 'ms-auto text-xs text-stands' : 'ms-auto text-xs text-soft'}>
            {t(isHereRead ? 'roundRead' : 'roundReading')}
          </span>
        ) : null}
      </p>
      <span aria-hidden="true" className="keeps-colour mt-2 block h-1 overflow-hidden rounded-full bg-rule">
        <span
          className="block h-full rounded-full bg-ink transition-[width]"
          style={{ inlineSize: `${of === 0 ? 0 : (100 * read) / of}%` }}
        />
      </span>
      <div className="mt-2.5 flex flex-wrap gap-1.5">
        <CommandButton command="many.next" size="small" variant={read < of ? 'prime' : 'plain'}>
          {t('roundNext')}
        </CommandButton>
        <CommandButton
          command="many.sign"
          size="small"
          variant={read === of ? 'prime' : 'plain'}
          isDisabled={read === 0}
        >
          {t('signTogether', { count: read })}
        </CommandButton>
        <CommandButton command="many.leave" size="small" variant="quiet" className="ms-auto">
          {t('roundLeave')}
        </CommandButton>
      </div>
    </section>
  );
}
