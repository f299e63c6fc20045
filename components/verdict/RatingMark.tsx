import { cx } from '#components/ui/cx.ts';
import { StateGlyph } from '#components/ui/StateGlyph.tsx';
import { stateColour } from '#components/ui/states.ts';
import type { RatingDTO } from '#lib/settings/types.ts';
import { markOfRating } from '#lib/standing/rules-coverage.ts';

/** A rating with the mark that it gives a claim: what may stand without being shown true has neither tick nor cross. */
export function RatingMark({ rating }: { rating: RatingDTO }) {
  const mark = markOfRating(rating);
  return (
    <span className={cx('inline-flex items-center gap-1.5 font-semibold text-(--state)', stateColour(mark))}>
      <StateGlyph state={mark} className="size-3.5" />
      {rating.label}
    </span>
  );
}
