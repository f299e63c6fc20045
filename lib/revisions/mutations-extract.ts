import { blocksColumn, sentencesColumn } from '#lib/articles/schema-columns.ts';
import type { ArticleText, BlockDTO, SentenceDTO } from '#lib/articles/types.ts';
import { claimantRead } from '#lib/claims/rules-said.ts';
import type { EngineClaim } from '#lib/engine/types.ts';
import { onArticleText } from '#lib/ingest/reading.ts';
import { sha256 } from '#lib/platform/canonical.ts';
import { Prisma, type Tx } from '#lib/platform/db.ts';
import { anchorOf } from '#lib/standing/rules-anchor.ts';
import { entitiesColumn, figuresColumn, timesColumn } from '#lib/standing/schema-columns.ts';

/** A claim that the engine proposes, with the keys it is looked up by. */
export type ProposedClaim = EngineClaim & { readonly lookUpKeys: readonly string[] };

/** A text as the engine reads it: what a revision keeps, and the claims to propose. */
export type ReadText = {
  readonly text: string;
  readonly sha256: string;
  readonly language: string;
  readonly engine: string;
  readonly blocks: readonly BlockDTO[];
  readonly sentences: readonly SentenceDTO[];
  readonly claims: readonly ProposedClaim[];
};

/** Has the engine read a text. What that costs the text decides: to be asked for after the gate. */
export async function readArticle(
  text: ArticleText,
  publishedOn: string | null,
  source: string | null,
): Promise<ReadText> {
  const { extraction, keys } = await onArticleText(text, publishedOn, source);
  return {
    text,
    sha256: sha256(text),
    language: extraction.language,
    engine: extraction.engine,
    blocks: extraction.blocks.map(({ start, end, role }) => ({ start, end, role })),
    sentences: extraction.sentences.map(({ start, end, suggestion, reason }) => ({ start, end, suggestion, reason })),
    claims: extraction.claims.map((claim, i) => ({ ...claim, lookUpKeys: keys[i] ?? [] })),
  };
}

/** What a revision keeps of a text that the engine has read: the text, and its first reading. */
export const revisionFields = (read: ReadText) => ({
  language: read.language,
  text: read.text,
  sha256: read.sha256,
  readings: { create: readingRow(read, 1) },
});

/** What a reading's row keeps of it, under its number in the revision. */
export const readingRow = (read: ReadText, number: number) => ({
  number,
  engineVersion: read.engine,
  blocks: blocksColumn.write(read.blocks),
  sentences: sentencesColumn.write(read.sentences),
});

/** What a claim's row keeps of what the engine has read. */
export const claimRow = (claim: ProposedClaim, engineVersion: string, claimants: ReadonlyMap<string, string>) => ({
  statement: claim.statement,
  kind: claim.kind,
  polarity: claim.polarity,
  factuality: claim.factuality,
  claimantId: claimantOf(claimants, claim),
  via: claim.claimant.via,
  figures: figuresColumn.write(claim.quantities),
  times: timesColumn.write(claim.times),
  entities: entitiesColumn.write(claim.entities),
  checkworthiness: claim.checkworthiness,
  tier: claim.tier,
  reasons: [...claim.reasons],
  lookUpKeys: [...claim.lookUpKeys],
  engineVersion,
});

/** The same for a claim that is there: nobody's page shows what it says now, and no other wording waits. */
export const rereadRow = (...reading: Parameters<typeof claimRow>) => ({
  ...claimRow(...reading),
  proposal: Prisma.DbNull,
  version: { increment: 1 },
});

/** Writes what the machine proposes: claims, where they stand, and who makes them. Returns the new claims' ids. */
export async function writeMachineClaims(
  tx: Tx,
  article: { readonly id: string; readonly firstNumber: number; readonly revisionId: string },
  read: ReadText,
  claims: readonly ProposedClaim[],
): Promise<string[]> {
  if (claims.length === 0) return [];
  const claimants = await claimantIds(tx, claims);
  const rows = await tx.claim.createManyAndReturn({
    data: claims.map((claim, i) => ({
      ...claimRow(claim, read.engine, claimants),
      articleId: article.id,
      number: article.firstNumber + i,
      origin: 'machine' as const,
    })),
    select: { id: true, number: true },
  });
  const ids = new Map(rows.map((row) => [row.number, row.id]));
  const idAt = (i: number) => {
    const id = ids.get(article.firstNumber + i);
    if (!id) throw new Error(`Claim ${article.firstNumber + i} was not written`);
    return id;
  };
  await tx.anchor.createMany({
    data: claims.map((claim, i) => ({ claimId: idAt(i), ...anchorOf(read, article.revisionId, claim) })),
  });
  return claims.map((_, i) => idAt(i));
}

/** The same in an article that has claims already: under its next numbers. */
export async function addMachineClaims(
  tx: Tx,
  articleId: string,
  revisionId: string,
  read: ReadText,
  claims: readonly ProposedClaim[],
): Promise<string[]> {
  if (claims.length === 0) return [];
  const { nextClaimNumber } = await tx.article.update({
    where: { id: articleId },
    data: { nextClaimNumber: { increment: claims.length } },
    select: { nextClaimNumber: true },
  });
  return writeMachineClaims(
    tx,
    { id: articleId, firstNumber: nextClaimNumber - claims.length, revisionId },
    read,
    claims,
  );
}

function claimantOf(claimants: ReadonlyMap<string, string>, claim: EngineClaim): string {
  const { kind, name } = claimantRead(claim);
  const id = claimants.get(`${kind} ${name}`);
  if (!id) throw new Error(`Claimant ${name} was not written`);
  return id;
}

export async function claimantIds(tx: Tx, claims: readonly EngineClaim[]): Promise<Map<string, string>> {
  const wanted = new Map(claims.map(claimantRead).map((key) => [`${key.kind} ${key.name}`, key]));
  const keys = [...wanted.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  await tx.claimant.createMany({ data: keys, skipDuplicates: true });
  const rows = await tx.claimant.findMany({
    where: { name: { in: keys.map((key) => key.name) } },
    select: { id: true, kind: true, name: true },
  });
  return new Map(rows.map((row) => [`${row.kind} ${row.name}`, row.id]));
}
