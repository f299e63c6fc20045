/** After a feed could not be read it is left alone for longer each time, and for a day at most. Minutes. */
const LONGEST_REST = 1440;

/** Minutes until a feed is read again that could not be read so often in a row: none where it could. */
export const restAfter = (minutes: number, failures: number): number =>
  Math.max(minutes, Math.min(minutes * 2 ** Math.min(failures, 12), LONGEST_REST));

/** What a feed is called until it has said so itself. */
export const hostOf = (link: string): string => new URL(link).hostname.replace(/^www\./, '');
