import { notFound } from 'next/navigation';
import { requireActor } from '#lib/access/gate-session.ts';
import { may } from '#lib/access/policy.ts';
import { readArticleHead } from '#lib/articles/data.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import { DESK_KINDS, HISTORY_KINDS, type HistoryKind } from '#lib/history/schema.ts';
import type { EventDTO } from '#lib/history/types.ts';
import { markFor } from '#lib/live/data-mark.ts';
import { database } from '#lib/platform/db.ts';
import { isId, numberIn } from '#lib/platform/fields.ts';
import { articleHistory, claimByNumber, deskHistory, historyPeople } from './data-history.ts';

export type HistorySearch = {
  readonly claim?: string;
  readonly person?: string;
  readonly kind?: string;
  readonly before?: string;
};
type Loaded = {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly events: readonly EventDTO[];
  readonly more: boolean;
  /** Whether the reader may erase details. */
  readonly mayErase: boolean;
};
export type LoadedHistory = Loaded & {
  readonly article: { readonly id: string; readonly headline: string };
  readonly claim: { readonly id: string; readonly number: number; readonly statement: string } | null;
  /** Where the page stands among all that moves. */
  readonly mark: string;
};

const filterOf = ({ person, kind, before }: HistorySearch, kinds: readonly HistoryKind[]) => ({
  actorId: person && isId(person) ? person : undefined,
  kind: kinds.find((known) => known === kind),
  before: numberIn(before),
});

/** A page of an article's history, filtered as the address says. What the address says wrongly is left out, not an error. */
export async function loadHistory(articleId: string, search: HistorySearch): Promise<LoadedHistory> {
  const actor = await requireActor('article.read');
  const db = database();
  const mark = await markFor(db, actor);
  const article = isId(articleId) ? await readArticleHead(db, actor, articleId) : null;
  if (!article) notFound();
  const number = numberIn(search.claim);
  const claim = number !== undefined ? await claimByNumber(db, article.id, number) : null;
  const history = await articleHistory(db, actor, {
    articleId,
    claimId: claim?.id,
    ...filterOf(search, HISTORY_KINDS),
  });
  if (!history) notFound();
  return {
    article,
    claim,
    mark,
    people: await historyPeople(db, articleId),
    mayErase: may(actor, 'history.erase'),
    ...history,
  };
}

/** A page of the desk's own history; 404 to whoever may not read it. */
export async function loadDeskHistory(search: HistorySearch): Promise<Loaded> {
  const actor = await requireActor('history.desk');
  const db = database();
  const [history, people] = await Promise.all([
    deskHistory(db, actor, filterOf(search, DESK_KINDS)),
    historyPeople(db, DESK_CHAIN),
  ]);
  return { people, mayErase: may(actor, 'history.erase'), ...history };
}
