import { cx } from './cx.ts';
import { type ClaimState, stateColour } from './states.ts';

export interface CoverageBarProps {
  /** In words, what the bar shows: "31 of 38 sentences read". */
  readonly label: string;
  readonly total: number;
  readonly parts: readonly { readonly state: ClaimState; readonly count: number }[];
  /** Sentences that are neither read nor unread: they hold minor claims only. */
  readonly minor?: number;
  readonly className?: string;
}

/** An article's coverage as one strip; what is left unread is the empty end. */
export function CoverageBar({ label, total, parts, minor = 0, className }: CoverageBarProps) {
  return (
    <div
      role="img"
      aria-label={label}
      className={cx(
        'keeps-colour flex h-2 overflow-hidden rounded-full bg-wash ring-1 ring-rule ring-inset',
        className ?? 'w-44',
      )}
    >
      {parts.map((part) => (
        <span
          key={part.state}
          className={cx('h-full bg-(--state)', stateColour(part.state))}
          style={{ inlineSize: `${total === 0 ? 0 : (100 * part.count) / total}%` }}
        />
      ))}
      {minor === 0 ? null : (
        <span className="coverage-minor" style={{ inlineSize: `${total === 0 ? 0 : (100 * minor) / total}%` }} />
      )}
    </div>
  );
}
