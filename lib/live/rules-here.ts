import { z } from 'zod';

/*
 * Who is where. It is no record: it stands in no table and in no chain. Every process keeps all of it for as long as it is
 * renewed, and hears of it by notices; one that has just begun knows it after the next renewal.
 */

/** One window of a person on an article. */
export type Place = {
  readonly userId: string;
  readonly tab: string;
  /** Null where it has left. */
  readonly articleId: string | null;
  readonly claimId: string | null;
  readonly writes: boolean;
};

/** A window renews its place so often, and is gone so long after it did so last; milliseconds. */
export const RENEW_MS = 10_000;
export const GONE_MS = 24_000;
/** Windows that are kept of one person, and of all. */
const MOST_OF_ONE = 16;
const MOST = 5_000;

const id = z.uuid();
const words = z.tuple([id, id, id.nullable(), id.nullable(), z.boolean()]);

/** A place in the words of a notice, and back; null where they are none. */
export const writePlace = ({ userId, tab, articleId, claimId, writes }: Place): string =>
  JSON.stringify([userId, tab, articleId, claimId, writes]);

export function readPlace(text: string): Place | null {
  try {
    const [userId, tab, articleId, claimId, writes] = words.parse(JSON.parse(text));
    return { userId, tab, articleId, claimId, writes };
  } catch {
    return null;
  }
}

/** The places that are held, each until a time of a clock that is never set back; milliseconds. */
export class Places {
  readonly #held = new Map<string, Place & { readonly until: number }>();

  /** Takes a place in. Returns the articles on which something is to be seen of it. */
  put(place: Place, now: number): string[] {
    const key = `${place.userId} ${place.tab}`;
    const before = this.#held.get(key);
    this.#held.delete(key);
    if (place.articleId !== null) {
      this.#makeRoom(place.userId);
      this.#held.set(key, { ...place, until: now + GONE_MS });
    }
    const isSame =
      before?.articleId === place.articleId && before.claimId === place.claimId && before.writes === place.writes;
    return isSame ? [] : articlesOf([before, place]);
  }

  /** Lets those go that were not renewed. Returns the articles that they were on. */
  expire(now: number): string[] {
    const gone = [...this.#held].filter(([, { until }]) => until <= now);
    for (const [key] of gone) this.#held.delete(key);
    return articlesOf(gone.map(([, place]) => place));
  }

  /** Those on an article, the last renewed last. */
  on(articleId: string): Place[] {
    return [...this.#held.values()].filter((place) => place.articleId === articleId);
  }

  /** Who is on which of these articles. */
  pairs(articleIds: ReadonlySet<string>): { readonly userId: string; readonly articleId: string }[] {
    return [...this.#held.values()].flatMap(({ userId, articleId }) =>
      articleId !== null && articleIds.has(articleId) ? [{ userId, articleId }] : [],
    );
  }

  /** The one that was renewed longest ago makes room: of the person, else of all. */
  #makeRoom(userId: string): void {
    const own = [...this.#held].filter(([, place]) => place.userId === userId);
    const key =
      own.length >= MOST_OF_ONE ? own[0]?.[0] : this.#held.size >= MOST ? [...this.#held.keys()][0] : undefined;
    if (key !== undefined) this.#held.delete(key);
  }
}

const articlesOf = (places: readonly (Place | undefined)[]): string[] => [
  ...new Set(places.flatMap((place) => place?.articleId ?? [])),
];
