import { assertNotArchived, holdArticle, openArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { suggestLinks } from '#lib/claims/mutations-links.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { noteBasisEditor, settle } from '#lib/standing/mutations.ts';
import {
  applyFixes,
  type Carried,
  carriedState,
  carry,
  carryMarks,
  earlierAnchors,
  oldRevision,
  onOtherWords,
  planOf,
  readAlike,
  writePlaces,
} from './mutations-carry.ts';
import { carryTalk } from './mutations-carry-talk.ts';
import { addMachineClaims, type ReadText, readArticle, revisionFields } from './mutations-extract.ts';
import { dropProposals, rewordChanged, wordedFor } from './mutations-reword.ts';
import { countPlaces, type Placed, type RevisionPlan } from './rules.ts';
import { type OriginalFile, originalFields } from './rules-original.ts';
import type { ReviseInput } from './schema.ts';

export type Revised = {
  readonly id: string;
  readonly number: number;
  readonly counts: Readonly<Record<string, number>>;
};

/**
 * Takes a new text as the article's present revision, in one transaction: claims and marks are carried to where their
 * words stand now, what is new is extracted, and everything is settled anew. `basedOn` is the revision that the reviser
 * saw: where another has come in meanwhile, the later one is refused with the number of the one that won.
 */
export async function revise(
  db: Db,
  actor: Actor,
  input: ReviseInput,
  original: OriginalFile | null = null,
): Promise<Revised> {
  const article = await openArticle(db, actor, 'article.revise', input.articleId);
  assertNotArchived(article);
  const old = await oldRevision(db, article, input.basedOn);
  // Reading takes time in proportion to the text: not while others wait for the article.
  const read = await readArticle(input.text, article.publishedOn, article.outlet);
  const before = await readAlike(old, read, article);
  const carried = await carry(before, read, await carriedState(db, input.articleId, old.id));
  return transact(db, (tx) => takeRevision(tx, actor, { ...input, original }, before, read, carried), 120_000);
}

async function takeRevision(
  tx: Tx,
  actor: Actor,
  input: ReviseInput & { readonly original: OriginalFile | null },
  old: Awaited<ReturnType<typeof oldRevision>>,
  read: ReadText,
  carried: Carried,
): Promise<Revised> {
  const article = await holdArticle(tx, actor, 'article.revise', input.articleId);
  assertNotArchived(article);
  // Refuses where another has come in meanwhile.
  await oldRevision(tx, article, input.basedOn);
  if (old.sha256 === read.sha256) refuse('conflict', 'same-text');
  const state = await carriedState(tx, article.id, old.id);
  const plan = planOf(old, read, state, await carry(old, read, state, carried));
  const revision = await tx.revision.create({
    data: {
      ...revisionFields(read),
      ...originalFields(input.original),
      articleId: article.id,
      number: old.number + 1,
      origin: input.origin,
      createdById: actor.id,
    },
    select: { id: true, number: true },
  });
  await tx.article.update({ where: { id: article.id }, data: { revisionId: revision.id, version: { increment: 1 } } });
  const restored = await earlierAnchors(tx, article.id, read.sha256, revision.id);
  // Who changes the text under a verdict has edited what it rests on, as if they had edited the claim.
  const others = new Set(await writePlaces(tx, old, read, revision.id, state, plan, restored));
  await noteBasisEditor(tx, actor, [...others]);
  const back = onOtherWords(read, state, restored);
  const { worded, around } = await wordedFor(tx, article.id, back);
  await dropProposals(tx, [...worded]);
  const unworded = [...back].filter(([id]) => !worded.has(id)).map(([id, span]) => ({ id, span }));
  const changed = [...changedPlaces(plan, restored), ...unworded];
  const asked = new Set(changed.map(({ id }) => id));
  const elsewhere = plan.claims.flatMap((place) => {
    const span = restored.get(place.id) ?? place.span;
    const isAround = worded.has(place.id) ? around.has(place.id) : !asked.has(place.id) && others.has(place.id);
    return span && isAround ? [{ id: place.id, span }] : [];
  });
  await rewordChanged(tx, read, revision.id, changed, elsewhere);
  await carryMarks(tx, article.id, read, revision.id, state, plan);
  await carryTalk(tx, article.id, read, revision.id, state.stretches, plan.stretches);
  await applyFixes(tx, actor, article, revision.id, plan);
  const fresh = plan.fresh.filter(
    (claim) => ![...restored.values()].some((span) => span.start < claim.end && claim.start < span.end),
  );
  const made = await addMachineClaims(tx, article.id, revision.id, read, fresh);
  await suggestLinks(tx, article.id, read.engine);
  const counts = { ...countPlaces(plan), fresh: made.length };
  await appendEvent(tx, actor, {
    chain: article.id,
    action: 'article.revised',
    subject: { type: 'article', id: article.id },
    detail: { number: revision.number, sha256: read.sha256, origin: input.origin, counts, engine: read.engine },
  });
  await settle(tx, article.id, [...state.claims.map((claim) => claim.id), ...made]);
  return { id: revision.id, number: revision.number, counts };
}

/** Claims that stand on other words than before, and on no earlier revision's. */
const changedPlaces = (plan: RevisionPlan, restored: ReadonlyMap<string, unknown>): Placed[] =>
  plan.claims.flatMap(({ id, state, span }) =>
    state === 'changed' && span && !restored.has(id) ? [{ id, span }] : [],
  );
