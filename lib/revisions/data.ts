import { openArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import type { Db } from '#lib/platform/db.ts';
import { carriedState, carry, oldRevision, planOf, readAlike } from './mutations-carry.ts';
import { readArticle } from './mutations-extract.ts';
import { countPlaces } from './rules.ts';
import type { PreviewInput } from './schema.ts';
import type { PreviewedClaimDTO, RevisionPreviewDTO } from './types.ts';

/** What a new text would do to the article's claims, without doing it. */
export async function previewRevision(db: Db, actor: Actor, input: PreviewInput): Promise<RevisionPreviewDTO> {
  const { text } = input;
  const article = await openArticle(db, actor, 'article.revise', input.articleId);
  const read = await readArticle(text, article.publishedOn, article.outlet);
  const old = await readAlike(await oldRevision(db, article, article.revisionId), read, article);
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
