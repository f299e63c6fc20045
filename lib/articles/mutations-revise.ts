import { fold } from '#lib/anchor/fold.ts';
import type { Placement, Span, SplitText } from '#lib/anchor/reanchor.ts';
import { suggestLinks } from '#lib/claims/mutations-links.ts';
import { noteBasisEditor } from '#lib/claims/mutations-shared.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { onText } from '#lib/ingest/reading.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { settle } from '#lib/verdicts/mutations-settle.ts';
import { articleText } from './mutations.ts';
import {
  addMachineClaims,
  anchorOf,
  lostAnchor,
  type ProposedClaim,
  type ReadText,
  readArticle,
  revisionFields,
} from './mutations-extract.ts';
import { assertNotArchived, type HeldArticle, holdArticle } from './policy.ts';
import {
  type CarriedClaim,
  carriedSpans,
  countPlaces,
  type RevisionPlan as Plan,
  planRevision,
} from './rules-revision.ts';
import type { ReviseInput } from './schema.ts';
import type { SentenceDTO } from './types.ts';

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
export async function revise(db: Db, actor: Actor, input: ReviseInput): Promise<Revised> {
  const text = articleText(input.text);
  const article = await db.article.findUnique({
    where: { id: input.articleId },
    select: { revisionId: true, publishedOn: true, outlet: true },
  });
  if (!article?.revisionId) refuse('not-found', 'There is no such article here.');
  const { revisionId } = article;
  // Reading takes time in proportion to the text: not while others wait for the article.
  const read = await readArticle(text, article.publishedOn?.toISOString().slice(0, 10) ?? null, article.outlet);
  const old = await oldRevision(db, { revisionId }, input.basedOn);
  const carried = await carry(old, read, await carriedState(db, input.articleId, old.id));
  return transact(db, (tx) => takeRevision(tx, actor, input, read, carried), 120_000);
}

async function takeRevision(
  tx: Tx,
  actor: Actor,
  input: ReviseInput,
  read: ReadText,
  carried: Carried,
): Promise<Revised> {
  const article = await holdArticle(tx, actor, 'article.revise', input.articleId);
  assertNotArchived(article);
  const old = await oldRevision(tx, article, input.basedOn);
  if (old.sha256 === read.sha256)
    refuse('conflict', 'This is the present text, word for word. There is nothing to revise.');
  const state = await carriedState(tx, article.id, old.id);
  const plan = planOf(old, read, state, await carry(old, read, state, carried));
  const revision = await tx.revision.create({
    data: {
      ...revisionFields(read),
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
  await noteBasisEditor(tx, actor, await writePlaces(tx, read, revision.id, state, plan, restored));
  await carryMarks(tx, article.id, read, revision.id, state, plan);
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
    detail: { number: revision.number, sha256: read.sha256, origin: input.origin, counts },
  });
  await settle(tx, article.id, [...state.claims.map((claim) => claim.id), ...made]);
  return { id: revision.id, number: revision.number, counts };
}

type OldRevision = { id: string; number: number; text: string; sha256: string; sentences: readonly SentenceDTO[] };

export async function oldRevision(
  tx: Tx | Db,
  article: Pick<HeldArticle, 'revisionId'>,
  basedOn: string,
): Promise<OldRevision> {
  const row = await tx.revision.findUniqueOrThrow({
    where: { id: article.revisionId },
    select: { id: true, number: true, text: true, sha256: true, sentences: true },
  });
  if (row.id !== basedOn) {
    refuse(
      'stale-version',
      `Revision ${row.number} has come in meanwhile. Look at what it changed; the text you brought is kept.`,
      {
        present: { revisionId: row.id, number: row.number },
      },
    );
  }
  return { ...row, sentences: row.sentences as unknown as readonly SentenceDTO[] };
}

type CarriedState = {
  readonly claims: readonly (CarriedClaim & { readonly lastExact: string; readonly lastSentence: string })[];
  readonly marks: readonly {
    readonly id: string;
    readonly start: number;
    readonly end: number;
    readonly reason: string;
    readonly byId: string | null;
  }[];
};

/** Everything of the old revision that goes along: claims that count, excluded ones too, and sentence marks. */
export async function carriedState(tx: Tx | Db, articleId: string, revisionId: string): Promise<CarriedState> {
  const claims = await tx.claim.findMany({
    where: { articleId, replacedAt: null, withdrawnAt: null },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      anchors: { where: { revisionId }, select: { start: true, end: true, exact: true, sentence: true } },
      fixes: {
        where: {
          state: { in: ['proposed', 'accepted'] },
          verdict: { supersededAt: null, withdrawnAt: null, revealedAt: { not: null } },
        },
        select: { id: true, replacement: true },
      },
    },
  });
  const marks = await tx.sentenceMark.findMany({
    where: { revisionId, withdrawnAt: null },
    select: { id: true, start: true, end: true, reason: true, byId: true },
  });
  return {
    marks,
    claims: claims.map(({ id, anchors: [anchor], fixes }) => ({
      id,
      fixes,
      span: anchor && anchor.start !== null && anchor.end !== null ? { start: anchor.start, end: anchor.end } : null,
      lastExact: anchor?.exact ?? '',
      lastSentence: anchor?.sentence ?? '',
    })),
  };
}

/** What was looked for of an old text in a new one, and where it stands there. */
type Carried = { readonly spans: readonly Span[]; readonly places: readonly Placement[] };

/** Looks for what hangs on the old text in the new one; `known` saves the work where nothing has changed since. */
export async function carry(old: OldRevision, read: ReadText, state: CarriedState, known?: Carried): Promise<Carried> {
  const spans = carriedSpans(old, state.claims, state.marks);
  if (known && JSON.stringify(spans) === JSON.stringify(known.spans)) return known;
  const split = ({ text, sentences }: SplitText) => ({ text, sentences });
  const input = { before: split(old), after: split(read), spans };
  return { spans, places: await onText('carry', input, old.text.length + read.text.length) };
}

type RevisionPlan = Plan<ProposedClaim>;
export const planOf = (old: OldRevision, read: ReadText, state: CarriedState, { places }: Carried): RevisionPlan =>
  planRevision(old, read, places, state.claims, state.marks, read.claims);

/** Where an earlier revision had the very same text, its claims go back to their old places. */
async function earlierAnchors(
  tx: Tx,
  articleId: string,
  sha256: string,
  revisionId: string,
): Promise<Map<string, { start: number; end: number }>> {
  const rows = await tx.anchor.findMany({
    where: { revision: { articleId, sha256, id: { not: revisionId } }, start: { not: null }, end: { not: null } },
    orderBy: { revision: { number: 'asc' } },
    select: { claimId: true, start: true, end: true },
  });
  return new Map(
    rows.flatMap(({ claimId, start, end }) =>
      start !== null && end !== null ? [[claimId, { start, end }] as const] : [],
    ),
  );
}

/** Writes where the claims stand in the new text. Returns those that stand on other words, or in another sentence, than before. */
async function writePlaces(
  tx: Tx,
  read: ReadText,
  revisionId: string,
  state: CarriedState,
  plan: RevisionPlan,
  restored: ReadonlyMap<string, { start: number; end: number }>,
): Promise<string[]> {
  const data = plan.claims.map((place, i) => {
    const back = restored.get(place.id);
    const span = back ?? place.span;
    if (span)
      return {
        ...anchorOf(read, revisionId, span),
        claimId: place.id,
        state: back ? ('unchanged' as const) : place.state,
      };
    const claim = state.claims[i];
    return { claimId: place.id, ...lostAnchor(revisionId, claim?.lastExact ?? '', claim?.lastSentence ?? '') };
  });
  await tx.anchor.createMany({ data });
  return data
    .filter((anchor, i) => standsOn(anchor) !== standsOn(lastAnchor(state.claims[i])))
    .map(({ claimId }) => claimId);
}

type Standing = { readonly start: number | null; readonly exact: string; readonly sentence: string };
/** A claim's words and its sentence, as a verdict's basis has them: typography alone is no other words. */
const standsOn = ({ start, exact, sentence }: Standing): string =>
  start === null ? '' : `${fold(exact)}\n${fold(sentence)}`;
const lastAnchor = (claim: CarriedState['claims'][number] | undefined): Standing => ({
  start: claim?.span?.start ?? null,
  exact: claim?.lastExact ?? '',
  sentence: claim?.lastSentence ?? '',
});

async function carryMarks(
  tx: Tx,
  articleId: string,
  read: ReadText,
  revisionId: string,
  state: CarriedState,
  plan: RevisionPlan,
): Promise<void> {
  const sentences = new Set(read.sentences.map((sentence) => `${sentence.start}:${sentence.end}`));
  const data = state.marks.flatMap((mark, i) => {
    const span = plan.marks[i];
    if (!span || !sentences.has(`${span.start}:${span.end}`)) return [];
    return [
      {
        articleId,
        revisionId,
        ...span,
        exact: read.text.slice(span.start, span.end),
        reason: mark.reason,
        byId: mark.byId,
        carriedFromId: mark.id,
      },
    ];
  });
  await tx.sentenceMark.createMany({ data });
}

/** Suggested wordings that now stand in the text are applied; their claims ask for a fresh look. */
async function applyFixes(
  tx: Tx,
  actor: Actor,
  article: HeldArticle,
  revisionId: string,
  plan: RevisionPlan,
): Promise<void> {
  for (const { appliedFixId } of plan.claims) {
    if (!appliedFixId) continue;
    const fix = await tx.fix.update({
      where: { id: appliedFixId },
      data: {
        state: 'applied',
        decidedById: actor.id,
        decidedAt: new Date(),
        appliedRevisionId: revisionId,
        version: { increment: 1 },
      },
      select: { replacement: true, claim: { select: { number: true } } },
    });
    await appendEvent(tx, actor, {
      chain: article.id,
      action: 'fix.decided',
      subject: { type: 'fix', id: appliedFixId },
      detail: { claim: fix.claim.number, state: 'applied', replacement: fix.replacement, reason: null },
    });
  }
}
