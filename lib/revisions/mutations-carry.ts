import type { HeldArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { fold } from '#lib/anchor/fold.ts';
import type { Placement, Span, SplitText } from '#lib/anchor/reanchor.ts';
import { keptText } from '#lib/articles/data.ts';
import { readingOf, withReading } from '#lib/articles/data-readings.ts';
import type { SentenceDTO } from '#lib/articles/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { onText } from '#lib/ingest/reading.ts';
import type { Db, Tx } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { anchorOf, lostAnchor, sentenceFields } from '#lib/standing/rules-anchor.ts';
import { type Stretch, stretchesOf } from './mutations-carry-talk.ts';
import { type ProposedClaim, type ReadText, readArticle } from './mutations-extract.ts';
import { type CarriedClaim, carriedSpans, type RevisionPlan as Plan, planRevision, standsAlike } from './rules.ts';
import { sentenceOf } from './rules-marks.ts';

type OldRevision = {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly sha256: string;
  readonly sentences: readonly SentenceDTO[];
  /** The engine that has cut the sentences. */
  readonly engine: string;
};

export async function oldRevision(
  tx: Tx | Db,
  article: Pick<HeldArticle, 'revisionId'>,
  basedOn: string,
): Promise<OldRevision> {
  const row = await tx.revision.findUniqueOrThrow({
    where: { id: article.revisionId },
    select: { id: true, number: true, text: true, sha256: true, ...withReading },
  });
  if (row.id !== basedOn) {
    refuse('stale-version', 'revision-came-in', {
      values: { number: row.number },
      present: { revisionId: row.id, number: row.number },
    });
  }
  const { readings, ...revision } = row;
  const { sentences, engineVersion } = readingOf({ readings });
  return { ...revision, sentences, engine: engineVersion };
}

/** The old text as the engine reads it that has read the new one: what it cuts otherwise than an older engine is no change of the text. */
export async function readAlike(
  old: OldRevision,
  { engine }: ReadText,
  { publishedOn, outlet }: { readonly publishedOn: string | null; readonly outlet: string | null },
): Promise<OldRevision> {
  if (old.engine === engine) return old;
  const { sentences } = await readArticle(keptText(old), publishedOn, outlet);
  return { ...old, sentences, engine };
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
  /** What threads are about. */
  readonly stretches: readonly Stretch[];
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
    stretches: await stretchesOf(tx, articleId, revisionId),
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
export type Carried = { readonly spans: readonly Span[]; readonly places: readonly Placement[] };

/** Looks for what hangs on the old text in the new one; `known` saves the work where nothing has changed since. */
export async function carry(old: OldRevision, read: ReadText, state: CarriedState, known?: Carried): Promise<Carried> {
  const spans = carriedSpans(
    old,
    state.claims,
    state.marks,
    state.stretches.map(({ span }) => span),
  );
  if (known && JSON.stringify(spans) === JSON.stringify(known.spans)) return known;
  const split = ({ text, sentences }: SplitText) => ({ text, sentences });
  const input = { before: split(old), after: split(read), spans };
  return { spans, places: await onText('carry', input, old.text.length + read.text.length) };
}

type RevisionPlan = Plan<ProposedClaim>;
export const planOf = (old: OldRevision, read: ReadText, state: CarriedState, { places }: Carried): RevisionPlan =>
  planRevision(old, read, places, state.claims, state.marks, read.claims);

/** A place that a claim goes back to, and the number of the revision in which it last stood there. */
export type Back = Span & { readonly number: number };

/** Where an earlier revision had the very same text, its claims go back to their old places. */
export async function earlierAnchors(
  tx: Tx,
  articleId: string,
  sha256: string,
  revisionId: string,
): Promise<Map<string, Back>> {
  const rows = await tx.anchor.findMany({
    where: { revision: { articleId, sha256, id: { not: revisionId } }, start: { not: null }, end: { not: null } },
    orderBy: { revision: { number: 'asc' } },
    select: { claimId: true, start: true, end: true, revision: { select: { number: true } } },
  });
  return new Map(
    rows.flatMap(({ claimId, start, end, revision }) =>
      start !== null && end !== null ? [[claimId, { start, end, number: revision.number }] as const] : [],
    ),
  );
}

/** Of the claims that go back, those that thereby stand on other words than a moment ago. */
export const onOtherWords = (
  { text }: Pick<ReadText, 'text'>,
  { claims }: CarriedState,
  restored: ReadonlyMap<string, Back>,
): Map<string, Back> =>
  new Map(
    claims.flatMap(({ id, span, lastExact }) => {
      const back = restored.get(id);
      const isSame = back && span && fold(text.slice(back.start, back.end)) === fold(lastExact);
      return back && !isSame ? [[id, back] as const] : [];
    }),
  );

/** Writes where the claims stand in the new text. Returns those that stand on other words, or in another sentence, than before. */
export async function writePlaces(
  tx: Tx,
  old: OldRevision,
  read: ReadText,
  revisionId: string,
  state: CarriedState,
  plan: RevisionPlan,
  restored: ReadonlyMap<string, Span>,
): Promise<string[]> {
  const data = plan.claims.map((place, i) => {
    const back = restored.get(place.id);
    const span = back ?? place.span;
    const claim = state.claims[i];
    if (span)
      return {
        ...anchorOf(read, revisionId, span),
        ...(back ? {} : keptSentence(old, read, place, claim)),
        claimId: place.id,
        state: back ? ('unchanged' as const) : place.state,
      };
    return { claimId: place.id, ...lostAnchor(revisionId, claim?.lastExact ?? '', claim?.lastSentence ?? '') };
  });
  await tx.anchor.createMany({ data });
  return data
    .filter((anchor, i) => standsOn(anchor) !== standsOn(lastAnchor(state.claims[i])))
    .map(({ claimId }) => claimId);
}

/** The sentence around a claim as an older engine has cut it, where it stands around the claim still. */
function keptSentence(
  old: OldRevision,
  read: ReadText,
  { state, span }: Placement,
  claim: CarriedState['claims'][number] | undefined,
) {
  const isSame = state === 'unchanged' || state === 'moved';
  if (!isSame || !span || !claim?.span || !standsAlike(claim.lastSentence, [old.text, claim.span], [read.text, span]))
    return {};
  return sentenceFields(claim.lastSentence);
}

type Place = { readonly start: number | null; readonly exact: string; readonly sentence: string };
/** A claim's words and its sentence, as a verdict's basis has them: typography alone is no other words. */
const standsOn = ({ start, exact, sentence }: Place): string =>
  start === null ? '' : `${fold(exact)}\n${fold(sentence)}`;
const lastAnchor = (claim: CarriedState['claims'][number] | undefined): Place => ({
  start: claim?.span?.start ?? null,
  exact: claim?.lastExact ?? '',
  sentence: claim?.lastSentence ?? '',
});

export async function carryMarks(
  tx: Tx,
  articleId: string,
  read: ReadText,
  revisionId: string,
  state: CarriedState,
  plan: RevisionPlan,
): Promise<void> {
  const data = state.marks.flatMap((mark, i) => {
    const place = plan.marks[i];
    const span = place ? sentenceOf(read, place) : null;
    if (!span) return [];
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
export async function applyFixes(
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
