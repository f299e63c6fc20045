import { useTranslations } from 'next-intl';
import { cx } from './cx.ts';
import { StateGlyph } from './StateGlyph.tsx';
import { type ClaimState, stateColour } from './states.ts';

export interface StateMarkProps {
  readonly state: ClaimState;
  /** Whether the words are seen; they are always said. */
  readonly words?: 'shown' | 'said';
  /** A filled disc, for the claim in hand. */
  readonly solid?: boolean;
  readonly className?: string;
}

/** A claim's state: mark and words, and colour only beside them. */
export function StateMark({ state, words = 'shown', solid = false, className }: StateMarkProps) {
  const t = useTranslations('states');
  return (
    <span className={cx('inline-flex items-center gap-2 text-xs font-semibold', stateColour(state), className)}>
      <span
        className={cx(
          'grid shrink-0 place-items-center',
          solid ? 'size-5 rounded-full bg-(--state) text-sheet forced-colors:border' : 'size-4 text-(--state)',
        )}
      >
        <StateGlyph state={state} className={solid ? 'size-3.5' : 'size-4'} />
      </span>
      <span className={words === 'said' ? 'sr-only' : 'whitespace-nowrap'}>{t(state)}</span>
    </span>
  );
}
