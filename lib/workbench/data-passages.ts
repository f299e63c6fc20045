import { visibleTo } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { type PassagesFound, partsOf, type SourcePart } from '#lib/ingest/passages.ts';
import { locatorOf } from '#lib/ingest/read/places.ts';
import type { Place } from '#lib/ingest/read/types.ts';
import { onText } from '#lib/ingest/reading.ts';
import type { MatchClaim } from '#lib/match/index.ts';
import { sha256 } from '#lib/platform/canonical.ts';
import { dayOf } from '#lib/platform/days.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { knownSql } from '#lib/sources/policy.ts';
import { placesColumn, viewColumn } from '#lib/sources/schema-columns.ts';
import { entitiesColumn, figuresColumn, timesColumn } from '#lib/standing/schema-columns.ts';
import type { PassageDTO, PassagesDTO } from './types-passages.ts';

/** How many captures are looked through for a claim, out of how many of the library's last ones, and how many characters of them in all. */
const CAPTURES = 40;
const LOOKED_BACK = 400;
const CHARACTERS = 2_000_000;
/** How many characters are read anew for one asking: about two seconds. */
const AT_ONCE = 36_000;
/** How many passages are offered, and out of how many: what several captures say in the same words is offered once. */
const MOST = 4;
const LOOKED_AT = 12;

/**
 * What captures say that bears on a claim: of one capture, or of the newest ones of the article's sources and then of the desk's, as far
 * as the reader may know of them. Null where the claim, or the capture, is not theirs to see.
 */
export async function passagesForClaim(
  db: Db,
  actor: Actor,
  claimId: string,
  captureId: string | null,
): Promise<PassagesDTO | null> {
  const row = await claimRow(db, actor, claimId);
  if (!row) return null;
  const captures = await captureRows(db, actor, row.articleId, captureId);
  if (captureId !== null && captures.length === 0) return null;
  const parts = captures.flatMap(partsIn);
  const { passages: found, unread } = await lookThrough([matchable(row)], parts, LOOKED_AT);
  const passages = found[0] ?? [];
  const taken = row.evidence.filter(({ captureStart }) => captureStart !== null);
  const byKey = new Map(parts.map((part) => [part.key, part]));
  const places = await placesOf(
    db,
    passages.flatMap(({ source }) => byKey.get(source)?.capture.readingId ?? []),
  );
  const offered = passages.flatMap((passage): PassageDTO[] => {
    const part = byKey.get(passage.source);
    if (!part) return [];
    const { capture } = part;
    const [start, end] = [part.start + passage.start, part.start + passage.end];
    const isTaken = taken.some(
      (item) => item.captureId === capture.id && (item.captureStart ?? 0) < end && start < (item.captureEnd ?? 0),
    );
    if (isTaken) return [];
    return [
      {
        captureId: capture.id,
        reading: capture.number,
        source: { id: capture.sourceId, title: capture.title },
        start,
        end,
        words: capture.text.slice(start, end),
        locator: locatorOf(places.get(capture.readingId) ?? [], start, end),
        bearing: BEARINGS[passage.bearing],
        figures: passage.figures
          .filter(({ fit }) => fit !== 'not-compared')
          .map(({ claim, evidence }) => ({ claim: claim.text, source: evidence.text })),
      },
    ];
  });
  const words = offered.map((passage) => passage.words);
  const once = offered.filter((passage, i) => words.indexOf(passage.words) === i);
  return { passages: once.slice(0, MOST), isPart: unread.length > 0 };
}

export const BEARINGS = { agrees: 'agrees', differs: 'differs', 'more precise': 'finer', speaks: 'speaks' } as const;

/** What of a claim tells whether words speak of it. */
export const matchableSelect = {
  statement: true,
  kind: true,
  polarity: true,
  factuality: true,
  via: true,
  figures: true,
  times: true,
  entities: true,
  claimant: { select: { name: true, kind: true } },
  anchors: { select: { exact: true, revisionId: true } },
  article: { select: { revisionId: true } },
} satisfies Prisma.ClaimSelect;

type Matchable = Prisma.ClaimGetPayload<{ select: typeof matchableSelect }>;

export const claimRow = (db: Db, actor: Actor, id: string) =>
  db.claim.findFirst({
    where: { id, article: visibleTo(actor) },
    select: {
      ...matchableSelect,
      articleId: true,
      evidence: {
        where: { withdrawnAt: null },
        select: { captureId: true, captureStart: true, captureEnd: true },
      },
    },
  });

export function matchable({
  statement,
  kind,
  polarity,
  factuality,
  via,
  claimant,
  anchors,
  article,
  ...row
}: Matchable): MatchClaim {
  const anchor = anchors.find(({ revisionId }) => revisionId === article.revisionId) ?? anchors[0];
  return {
    quote: anchor?.exact ?? statement,
    statement,
    kind,
    polarity,
    factuality,
    claimant: { name: claimant.name, type: claimant.kind, start: null, end: null, via },
    quantities: figuresColumn.read(row.figures),
    times: timesColumn.read(row.times),
    entities: entitiesColumn.read(row.entities),
  };
}

type CaptureRow = {
  readonly id: string;
  readonly sourceId: string;
  readonly title: string;
  readonly publishedOn: Date | null;
  readonly readingId: string;
  readonly number: number;
  readonly text: string;
  readonly view: unknown;
};

/**
 * The newest capture of each source that has text, the article's sources first, then what was captured last; so many that their texts stay within
 * bounds. How far it looks back does not grow with the library: whatever is not of the article's own sources is among its last captures.
 */
export function captureRows(db: Db, actor: Actor, articleId: string, captureId: string | null): Promise<CaptureRow[]> {
  const looked =
    captureId === null
      ? Prisma.sql`
        select c.id from captures c where c.source_id in (
          select source_id from cited union select s.id from sources s join cited on s.merged_into_id = cited.source_id)
        union (select c.id from captures c where c.erased_at is null order by c.id desc limit ${LOOKED_BACK})`
      : Prisma.sql`select ${captureId}::uuid as id`;
  const isOffered = captureId === null ? Prisma.sql`sources.archived_at is null` : Prisma.sql`true`;
  return db.$queryRaw<CaptureRow[]>(Prisma.sql`
    with cited as (
      select distinct e.source_id from evidence e join claims k on k.id = e.claim_id
      where k.article_id = ${articleId}::uuid and e.withdrawn_at is null
    ), looked as (${looked}), newest as (
      select distinct on (sources.id) c.id, sources.id as source_id, sources.title, sources.published_on, c.taken_at,
        sources.id in (select source_id from cited) as is_cited
      from looked join captures c on c.id = looked.id join sources own on own.id = c.source_id
      join sources on sources.id = coalesce(own.merged_into_id, own.id)
      where c.erased_at is null and ${isOffered} and ${knownSql(actor)}
        and exists (select from capture_readings r where r.capture_id = c.id and r.text is not null)
      order by sources.id, c.taken_at desc, c.id desc
    ), chosen as (
      select * from newest order by is_cited desc, taken_at desc, id limit ${CAPTURES}
    ), measured as (
      select n.*, r.id as reading_id, sum(length(r.text)) over (order by n.is_cited desc, n.taken_at desc, n.id) as so_far
      from chosen n cross join lateral (
        select id, text from capture_readings where capture_id = n.id order by number desc limit 1) r
      where length(r.text) <= ${CHARACTERS}
    )
    select m.id, m.source_id as "sourceId", m.title, m.published_on as "publishedOn", r.id as "readingId", r.number, r.text, r.view
    from measured m join capture_readings r on r.id = m.reading_id
    where m.so_far - length(r.text) < ${CHARACTERS}
    order by m.is_cited desc, m.taken_at desc, m.id`);
}

/** Where the stretches of captures stand, of those that something is offered of: the places of a long document are longer than its text. */
async function placesOf(db: Db, readingIds: readonly string[]): Promise<ReadonlyMap<string, readonly Place[]>> {
  const rows = await db.captureReading.findMany({
    where: { id: { in: [...new Set(readingIds)] } },
    select: { id: true, places: true },
  });
  return new Map(rows.map(({ id, places }) => [id, placesColumn.read(places)]));
}

type Part = SourcePart & { readonly capture: CaptureRow; readonly start: number; readonly text: string };

/** The readable part of a capture, in parts that are read one by one. */
export function partsIn(capture: CaptureRow): Part[] {
  const { readingId, text, title } = capture;
  const view = viewColumn.read(capture.view);
  const publishedOn = dayOf(capture.publishedOn);
  const about = sha256(`${title}\n${publishedOn}`).slice(0, 16);
  return partsOf(text, view[0]?.start, view.at(-1)?.end).map(({ start, end }) => ({
    key: `${readingId} ${start} ${about}`,
    capture,
    start,
    text: text.slice(start, end),
    title,
    publishedOn,
  }));
}

/** Asks for what has been read before, and then with as much of the rest as may be read at once. */
export async function lookThrough(
  claims: readonly MatchClaim[],
  parts: readonly Part[],
  most: number,
): Promise<PassagesFound> {
  const within = upTo(parts, CHARACTERS);
  const ask = (withText: readonly Part[]) =>
    onText(
      'passages',
      {
        claims,
        parts: within.map((part) => ({
          key: part.key,
          title: part.title,
          publishedOn: part.publishedOn,
          text: withText.includes(part) ? part.text : null,
        })),
        most,
      },
      withText.reduce((sum, { text }) => sum + text.length, 0),
    );
  if (within.length === 0) return { passages: claims.map(() => []), unread: [] };
  const known = await ask([]);
  if (known.unread.length === 0) return known;
  const unread = new Set(known.unread);
  return ask(
    upTo(
      within.filter(({ key }) => unread.has(key)),
      AT_ONCE,
    ),
  );
}

/** The first parts that have so many characters in all; one at least. */
function upTo(parts: readonly Part[], most: number): Part[] {
  let all = 0;
  return parts.filter(({ text }, i) => {
    all += text.length;
    return i === 0 || all <= most;
  });
}
