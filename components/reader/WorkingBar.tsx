'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useWorkbench } from '#components/galley/store-context.tsx';
import { CommandButton } from '#components/shell/CommandButton.tsx';
import { Button } from '#components/ui/Button.tsx';
import { WORKINGS } from '#lib/sources/rules-working.ts';
import { AttachButtons, type AttachProps } from './AttachButtons.tsx';
import type { WorkingState } from './use-working.ts';

export type WorkingBarProps = Omit<AttachProps, 'hasClaim'> & {
  readonly working: WorkingState;
  readonly claimId: string | null;
  /** Says whether the focus is in it. */
  readonly onFocusIn: (isIn: boolean) => void;
};

/** A working over figures of the source: which are chosen, what is made of them, and what comes of it beside the claim's own. */
export function WorkingBar({ working: { hand, outcome, leave }, claimId, onFocusIn, ...attaching }: WorkingBarProps) {
  const t = useTranslations('reader');
  const common = useTranslations('commands');
  const claimed = useWorkbench((state) => (claimId ? state.details.get(claimId)?.figures : undefined)) ?? [];
  if (!hand) return null;
  const isDone = outcome !== null && typeof outcome !== 'string';
  const chosen = hand.chosen.map(({ words }) => words).join(' · ');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field set belongs to a form
    <div
      role="group"
      aria-label={t('working.title')}
      data-bar=""
      className="reader-bar reader-bar-foot reader-bar-working"
      onFocus={() => onFocusIn(true)}
      onBlur={() => onFocusIn(false)}
    >
      <div className="min-w-0 flex-1">
        <span className="-ms-1.5 flex flex-wrap gap-0.5">
          {WORKINGS.map((kind) => (
            <CommandButton
              key={kind}
              command={`working.${kind}`}
              size="small"
              variant="quiet"
              aria-pressed={hand.kind === kind}
              className="reader-bar-deed reader-bar-kind"
            >
              {t(`working.kinds.${kind}`)}
            </CommandButton>
          ))}
        </span>
        <p role="status" className="figures py-1">
          {hand.chosen.length === 0 ? (
            <span className="text-soft">{t('working.choose')}</span>
          ) : isDone ? (
            <>
              <strong className="font-semibold">{outcome.words}</strong>
              {claimed.length > 0 ? (
                <span className="text-soft">
                  {' · '}
                  {t('working.claimSays', { figures: claimed.map(({ text }) => `“${text}”`).join(', ') })}
                </span>
              ) : null}
            </>
          ) : (
            <>
              {chosen}
              {typeof outcome === 'string' ? (
                <span className="text-soft">
                  {' · '}
                  {t(`working.trouble.${outcome}`, { kind: hand.kind ?? '' })}
                </span>
              ) : null}
            </>
          )}
        </p>
        {isDone ? (
          <span className="-ms-1.5 flex flex-wrap items-center gap-0.5">
            <AttachButtons {...attaching} hasClaim={claimId !== null} />
          </span>
        ) : null}
      </div>
      <Button
        variant="quiet"
        size="icon"
        className="-me-1 shrink-0"
        aria-label={common('working.leave')}
        onPress={leave}
      >
        <X aria-hidden="true" className="size-4" />
      </Button>
    </div>
  );
}
