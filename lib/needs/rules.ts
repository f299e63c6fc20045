import { instantOf, localOf } from '#lib/articles/rules.ts';
import type { Access } from '#lib/articles/types.ts';
import { markOf } from '#lib/standing/rules-coverage.ts';
import type { Progress } from '#lib/standing/types.ts';
import { NEED_KINDS, type NeedDTO, type NeedKind, type NeedStand, type NeedsDTO, type NeedView } from './types.ts';

/** One record that needs somebody, as the query reads it; `mark` is what they have said of it, in whatever state it was then. */
export type NeedRow = {
  readonly kind: NeedKind;
  readonly id: string;
  readonly state: string;
  readonly at: Date | null;
  readonly by: string | null;
  readonly words: string | null;
  /** Of a question. */
  readonly askedUntil: Date | null;
  readonly holds: boolean;
  /** Of a question on a claim of theirs: it is put to somebody else than the desk. */
  readonly ofOthers: boolean | null;
  readonly articleId: string;
  readonly headline: string;
  readonly dueAt: Date | null;
  readonly access: Access;
  readonly claim: {
    readonly number: number;
    readonly statement: string;
    readonly progress: Progress;
    /** As far as the reader may know. */
    readonly stale: boolean;
  } | null;
  readonly mark: {
    readonly state: string;
    readonly stand: Exclude<NeedStand, 'new'>;
    readonly until: Date | null;
  } | null;
};

/** Claims that one item names, of all that it holds. */
const CLAIMS_NAMED = 3;
/** Items that are shown together. */
export const MOST_SHOWN = 60;
/** What is due so soon comes before everything else; milliseconds. */
export const NEAR_MS = 24 * 60 * 60 * 1000;

/** What stands of what somebody has said: nothing, where the record is in another state by now, or the time has come. */
export function standOf({ state, mark }: Pick<NeedRow, 'state' | 'mark'>, now: Date): NeedStand {
  if (mark === null || mark.state !== state) return 'new';
  return mark.stand === 'later' && mark.until !== null && mark.until <= now ? 'new' : mark.stand;
}

export const viewOf = (stand: NeedStand): NeedView => (stand === 'later' || stand === 'done' ? stand : 'now');

/** Comments stand each by itself; claims of one article that ask for the same are one item. */
const groupKey = ({ kind, id, articleId, words }: NeedRow, view: NeedView): string =>
  `${view} ${kind}:${words === null ? articleId : id}`;

/**
 * The one rule: what needs somebody, out of the records that do and what they have said of them. An item of several claims is
 * new as soon as one of them is, and what is put off or done of it stands apart, in its own view.
 *
 * @param rows In the order of deadline, article and place in the text.
 * @param isPart Whether there were more rows than are given.
 */
export function needsOf(rows: readonly NeedRow[], view: NeedView, now: Date, isPart: boolean): NeedsDTO {
  const groups = Map.groupBy(rows, (row) => groupKey(row, viewOf(standOf(row, now))));
  const counts: Record<NeedView, number> = { now: 0, later: 0, done: 0 };
  const items: NeedDTO[] = [];
  for (const members of groups.values()) {
    const item = itemOf(members, now);
    if (item === null) continue;
    const own = viewOf(item.stand);
    counts[own] += 1;
    if (own === view) items.push(item);
  }
  items.sort(byUrgency(now));
  return { view, items: items.slice(0, MOST_SHOWN), counts, more: isPart };
}

function itemOf(rows: readonly NeedRow[], now: Date): NeedDTO | null {
  const [first] = rows;
  if (first === undefined) return null;
  const { kind, id, articleId, headline, dueAt, access, words, askedUntil, holds, ofOthers } = first;
  const stands = rows.map((row) => standOf(row, now));
  const stand = stands.includes('new') ? 'new' : (stands[0] ?? 'new');
  const until = rows.flatMap(({ mark }) => (stand === 'later' && mark?.until ? [mark.until.getTime()] : []));
  const at = rows.flatMap((row) => row.at?.getTime() ?? []);
  return {
    id: `${kind}:${words === null ? articleId : id}`,
    kind,
    article: { id: articleId, headline, dueAt: iso(dueAt), access },
    parts: rows.map((row) => ({ key: keyOf(row), state: row.state })),
    claims: rows
      .flatMap(({ claim }) => (claim === null ? [] : [claim]))
      .slice(0, CLAIMS_NAMED)
      .map(({ number, statement, progress, stale }) => ({
        number,
        statement,
        // A settled claim needs somebody only where it is stale or spoken of, and no rating is told here.
        mark: markOf({ excluded: false, progress, stale, stands: true, value: null }),
      })),
    words,
    by: [...new Set(rows.flatMap(({ by }) => by ?? []))].slice(0, CLAIMS_NAMED),
    at: at.length > 0 ? new Date(Math.max(...at)).toISOString() : null,
    dueAt: iso(askedUntil),
    holds,
    ofOthers: ofOthers === true,
    stand,
    until: until.length > 0 ? new Date(Math.min(...until)).toISOString() : null,
  };
}

/** Its kind as it is said: a question that is put to somebody else asks nobody of the desk. */
export const kindInWords = ({ kind, ofOthers }: Pick<NeedDTO, 'kind' | 'ofOthers'>) =>
  ofOthers ? ('others' as const) : kind;

export const keyOf = ({ kind, id }: Pick<NeedRow, 'kind' | 'id'>): string => `${kind}:${id}`;

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

/** What is due within a day comes first, by its deadline; the rest by what it asks for, the newest first. */
const byUrgency =
  (now: Date) =>
  (a: NeedDTO, b: NeedDTO): number => {
    const [nearA, nearB] = [nearness(a, now), nearness(b, now)];
    if (nearA !== nearB) return nearA - nearB;
    const kinds = NEED_KINDS.indexOf(a.kind) - NEED_KINDS.indexOf(b.kind);
    return kinds !== 0 ? kinds : (b.at ?? '').localeCompare(a.at ?? '') || a.id.localeCompare(b.id);
  };

/** When it is due, where that is within a day or past; else later than all that is. */
function nearness({ dueAt, article }: NeedDTO, now: Date): number {
  const dues = [dueAt, article.dueAt].flatMap((due) => (due === null ? [] : [Date.parse(due)]));
  const first = Math.min(...dues);
  return first - now.getTime() <= NEAR_MS ? first : Number.MAX_SAFE_INTEGER;
}

// ---- putting off ----

export const LATER_CHOICES = ['evening', 'tomorrow', 'week'] as const;
export type LaterChoice = (typeof LATER_CHOICES)[number];

/** The hours at which what was put off comes back. */
const EVENING = 18;
const MORNING = 8;
/** From so many hours before the evening on, it is no time to put off to. */
const EVENING_IS_NEAR = 1;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What somebody can put off to now, and when each is, by the clocks of the desk; the evening only while it is still to come. */
export function laterChoices(now: Date, timeZone: string): { readonly id: LaterChoice; readonly until: string }[] {
  const local = localOf(now.toISOString(), timeZone);
  const today = local.slice(0, 10);
  const hour = Number(local.slice(11, 13));
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const at = (days: number, hours: number): string => {
    const day = new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
    return instantOf(`${day}T${String(hours).padStart(2, '0')}:00`, timeZone) ?? now.toISOString();
  };
  const evening = { id: 'evening', until: at(0, EVENING) } as const;
  return [
    ...(hour < EVENING - EVENING_IS_NEAR ? [evening] : []),
    { id: 'tomorrow', until: at(1, MORNING) },
    // The next Monday, which may be tomorrow.
    { id: 'week', until: at((8 - weekday) % 7 || 7, MORNING) },
  ];
}
