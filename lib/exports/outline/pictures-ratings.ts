import { type ReportClaim, type ReportModel, settlingVerdict } from '../model.ts';
import { groupOf } from './outcome.ts';
import { MARKS, statusOf, statusOfMark } from './status.ts';
import type { Bar, RatingsPicture } from './types.ts';
import { listWords, say } from './words.ts';

/**
 * How many claims each rating settles, in the order of the desk's scale, then how many no rating settles as they now are, by why. Each claim counts
 * once, as in the outcome; what was left out is not counted. Null where there is nothing to count.
 */
export function ratingsIn(model: ReportModel): RatingsPicture | null {
  const claims = model.claims.filter((claim) => groupOf(claim) !== null);
  if (claims.length === 0) return null;
  const bars = [...ratedBars(model, claims), ...otherBars(claims)];
  const list = listWords(bars.map(({ label, count }) => say('picturesCount', { label, count })));
  return {
    id: 'ratings',
    title: say('ratingsTitle'),
    says: say('ratingsSays', { count: claims.length, list }),
    rows: bars.map(({ label, count }) => ({ label, value: `${count}` })),
    drawing: { bars },
  };
}

const isRated = ({ mark }: ReportClaim): boolean => mark === 'stands' || mark === 'wrong';

/** Ratings that the scale has no more come after those that it has. */
function ratedBars(model: ReportModel, claims: readonly ReportClaim[]): Bar[] {
  const byKey = Map.groupBy(claims.filter(isRated), (claim) => settlingVerdict(claim)?.rating.key ?? '');
  const keys = new Set([...model.scale.map(({ key }) => key), ...byKey.keys()]);
  return [...keys].flatMap((key) => {
    const rated = byKey.get(key) ?? [];
    const [first] = rated;
    const label = first && settlingVerdict(first)?.rating.label;
    return first
      ? [{ status: statusOf(first), label: label ?? statusOf(first).words, count: rated.length, isOpen: false }]
      : [];
  });
}

function otherBars(claims: readonly ReportClaim[]): Bar[] {
  const byMark = Map.groupBy(
    claims.filter((claim) => !isRated(claim)),
    (claim) => statusOf(claim).mark,
  );
  return MARKS.flatMap((mark) => {
    const status = statusOfMark(mark);
    const count = byMark.get(mark)?.length ?? 0;
    return count === 0 ? [] : [{ status, label: status.words, count, isOpen: true }];
  });
}
