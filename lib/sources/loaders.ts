import { notFound, redirect } from 'next/navigation';
import { requireActor } from '#lib/access/gate-session.ts';
import { may } from '#lib/access/policy.ts';
import type { EventDTO } from '#lib/history/types.ts';
import { database } from '#lib/platform/db.ts';
import { isId } from '#lib/platform/fields.ts';
import { capturesOf } from './data-captures.ts';
import { confidenceOf, confidingOf } from './data-confidential.ts';
import { sourceHistory } from './data-history.ts';
import { countSources, sourcePage } from './data-list.ts';
import { keptSource, sourceInFull } from './data-page.ts';
import { captureRights } from './policy.ts';
import { type SourcesAsked, sourcesAsked } from './schema.ts';
import type { ConfidenceDTO, ConfidingDTO, SourceCounts, SourceInFullDTO, SourcePage } from './types.ts';
import type { CaptureRightsDTO, SourceCapturesDTO } from './types-captures.ts';

type Reader = { readonly mayEdit: boolean; readonly readerId: string };

export type LoadedSources = Reader & {
  readonly asked: SourcesAsked;
  readonly page: SourcePage;
  readonly counts: SourceCounts;
};

/** One page of the sources that the reader may know of. What the address asks for wrongly is left out. */
export async function loadSources(search: Readonly<Record<string, string | undefined>>): Promise<LoadedSources> {
  const actor = await requireActor('article.read');
  const asked = sourcesAsked.parse({ ...search, words: search.q });
  const [page, counts] = await Promise.all([
    sourcePage(database(), actor, asked),
    countSources(database(), actor, asked.words),
  ]);
  return { asked, page, counts, mayEdit: may(actor, 'evidence.edit'), readerId: actor.id };
}

export type LoadedSource = Reader &
  SourceInFullDTO & {
    readonly events: readonly EventDTO[];
    readonly kept: SourceCapturesDTO;
    readonly may: CaptureRightsDTO;
    readonly mayErase: boolean;
    /** Null where it is not confidential. */
    readonly confidence: ConfidenceDTO | null;
    /** Null where the reader may not mark it, or is not the one who decides. */
    readonly confiding: ConfidingDTO | null;
  };

/** A source's page. The address of one that has become part of another leads there; one that is not the reader's is a 404. */
export async function loadSource(id: string, after: string | undefined): Promise<LoadedSource> {
  const actor = await requireActor('article.read');
  const db = database();
  const present = isId(id) ? await keptSource(db, actor, id) : null;
  if (present === null) notFound();
  if (present !== id) redirect(`/sources/${present}`);
  const full = await sourceInFull(db, actor, id, after !== undefined && isId(after) ? after : null);
  const kept = full && (await capturesOf(db, actor, id));
  if (!full || !kept) notFound();
  const confidence = await confidenceOf(db, actor, id);
  const events = await sourceHistory(db, actor, id, full.source.title);
  return {
    ...full,
    events,
    kept,
    may: captureRights(actor),
    mayEdit: may(actor, 'evidence.edit'),
    mayErase: may(actor, 'history.erase'),
    confidence,
    confiding: may(actor, 'source.confide') ? await confidingOf(db, actor, id, confidence) : null,
    readerId: actor.id,
  };
}
