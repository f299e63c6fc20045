import { assertMay } from '#lib/people/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { articleText } from './mutations.ts';
import { readArticle } from './mutations-extract.ts';
import { carriedState, carry, oldRevision, planOf } from './mutations-revise.ts';
import { visibleTo } from './policy.ts';
import { countPlaces } from './rules-revision.ts';
import type { PreviewInput } from './schema.ts';
import type { PreviewedClaimDTO, RevisionPreviewDTO } from './types.ts';

/** What a new text would do to the article's claims, without doing it. */
export async function previewRevision(db: Db, actor: Actor, input: PreviewInput): Promise<RevisionPreviewDTO> {
  assertMay(actor, 'article.revise');
  const text = articleText(input.text);
  const article = await db.article.findFirst({
    where: { AND: [{ id: input.articleId }, visibleTo(actor)] },
    select: { id: true, revisionId: true, publishedOn: true, outlet: true },
  });
  if (!article?.revisionId) refuse('not-found', 'There is no such article here.');
  const old = await oldRevision(db, { revisionId: article.revisionId }, article.revisionId);
  const read = await readArticle(text, article.publishedOn?.toISOString().slice(0, 10) ?? null, article.outlet);
  const state = await carriedState(db, article.id, old.id);
  const plan = planOf(old, read, state, await carry(old, read, state));
  const rows = await db.claim.findMany({
    where: { id: { in: state.claims.map((claim) => claim.id) } },
    select: { id: true, number: true, statement: true, progress: true, excludedAt: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const claims = plan.claims.flatMap((place, i): PreviewedClaimDTO[] => {
    const row = byId.get(place.id);
    const before = state.claims[i];
    if (!row || !before) return [];
    return [
      {
        id: row.id,
        number: row.number,
        statement: row.statement,
        isSettled: row.progress === 'settled',
        isExcluded: row.excludedAt !== null,
        state: place.state,
        before: before.lastExact,
        after: place.span ? text.slice(place.span.start, place.span.end) : null,
        start: place.span?.start ?? null,
        end: place.span?.end ?? null,
        isFixApplied: place.appliedFixId !== null,
      },
    ];
  });
  return {
    basedOn: old.id,
    basedOnNumber: old.number,
    isSameText: old.sha256 === read.sha256,
    language: read.language,
    counts: countPlaces(plan),
    claims,
    fresh: plan.fresh.map(({ start, end, statement, quote }) => ({ start, end, statement, quote })),
    before: old.text,
    after: text,
    marksKept: plan.marks.filter((mark) => mark !== null).length,
    marksTotal: plan.marks.length,
  };
}
