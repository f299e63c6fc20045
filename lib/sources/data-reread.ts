import type { Actor } from '#lib/access/types.ts';
import { READER_VERSION } from '#lib/ingest/read/types.ts';
import type { Db, Tx } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { withMerged } from './policy.ts';
import { readerNumber } from './rules-captures.ts';
import { headersColumn } from './schema-columns.ts';

/** A reading of a capture that an older reader made, and what the bytes were read with. */
export async function captureToReread(db: Db, actor: Actor, id: string) {
  const capture = await db.capture.findFirst({
    where: { id, source: withMerged(actor) },
    select: {
      sha256: true,
      mediaType: true,
      fileName: true,
      askedFor: true,
      takenFrom: true,
      headers: true,
      erasedAt: true,
      readings: { select: { number: true, text: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  });
  if (!capture) refuse('not-found', 'no-capture');
  const { readings, erasedAt, headers, ...same } = capture;
  const [reading] = readings;
  if (erasedAt) refuse('conflict', 'capture-erased');
  if (reading?.text == null) refuse('conflict', 'capture-no-text');
  return { ...same, headers: headersColumn.read(headers), number: reading.number, text: reading.text };
}

/** Evidence with its words and where they stand in a capture: of all articles, what was withdrawn too. */
export type PlacedQuote = {
  readonly id: string;
  readonly quote: string | null;
  readonly start: number;
  readonly end: number;
};

export async function placedQuotes(db: Db | Tx, captureId: string): Promise<PlacedQuote[]> {
  const rows = await db.evidence.findMany({
    where: { captureId, captureStart: { not: null } },
    select: { id: true, quote: true, captureStart: true, captureEnd: true },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap(({ id, quote, captureStart: start, captureEnd: end }) =>
    start === null || end === null ? [] : [{ id, quote, start, end }],
  );
}

/** How many one look puts in. */
const AT_ONCE = 100;

/** Captures whose last reading is an older reader's than this one, those that evidence quotes first; none that was tried in the last week. */
export const capturesToReread = (tx: Tx | Db): Promise<{ id: string; sourceId: string }[]> =>
  tx.$queryRaw`
    select c.id, c.source_id as "sourceId" from captures c
    join lateral (select reader_version from capture_readings r where r.capture_id = c.id order by number desc limit 1) last on true
    join sources s on s.id = c.source_id
    where c.erased_at is null and s.confidential_at is null
      -- Figures of a working have places of their own in the reading that they were chosen from.
      and not exists (select from evidence e where e.capture_id = c.id and e.working is not null)
      and coalesce(substring(last.reader_version from '(\\d+)$')::int, 0) < ${readerNumber(READER_VERSION)}
      and not exists (select from jobs j where j.capture_id = c.id and j.kind = 'reread-capture'
        and j.created_at > now() - interval '7 days')
    order by exists (select from evidence e where e.capture_id = c.id) desc, c.id desc limit ${AT_ONCE}`;
