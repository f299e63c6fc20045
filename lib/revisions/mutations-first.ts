import type { Actor } from '#lib/access/types.ts';
import { writeMembers } from '#lib/articles/mutations.ts';
import { readOffColumn } from '#lib/articles/schema-columns.ts';
import type { ReadOff, RevisionOrigin } from '#lib/articles/types.ts';
import { suggestLinks } from '#lib/claims/mutations-links.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import { dateOf } from '#lib/platform/days.ts';
import type { Prisma, Tx } from '#lib/platform/db.ts';
import { getSettings } from '#lib/settings/data.ts';
import { refreshCoverage } from '#lib/standing/mutations.ts';
import { type ReadText, revisionFields, writeMachineClaims } from './mutations-extract.ts';
import { type OriginalFile, originalFields } from './rules-original.ts';
import type { ArticleDetails } from './schema.ts';

/** Makes an article's record, without a text. The events that speak of it are its caller's to append. */
export async function makeArticle(tx: Tx, actor: Actor, input: ArticleDetails): Promise<{ id: string }> {
  const { defaultMode, defaultQueries } = await getSettings(tx);
  const article = await tx.article.create({
    data: {
      headline: input.headline,
      outlet: input.outlet,
      byline: input.byline,
      link: input.link,
      publishedOn: dateOf(input.publishedOn),
      dueAt: input.dueAt ? new Date(input.dueAt) : null,
      mode: input.mode ?? defaultMode,
      queries: defaultQueries,
      access: input.access,
      // Until its text is there, the whole of it is what is left unread.
      sentencesTotal: 1,
      createdById: actor.id,
    },
    select: { id: true },
  });
  if (input.access === 'named') await writeMembers(tx, actor, article.id, input.memberIds);
  return article;
}

/** The step in the desk's history that names an article which has come in. */
export const tellDesk = (tx: Tx, actor: Actor, id: string): Promise<void> =>
  appendEvent(tx, actor, {
    chain: DESK_CHAIN,
    action: 'desk.articleAdded',
    subject: { type: 'article', id },
    detail: {},
  });

export type FirstText = {
  readonly headline: string;
  readonly read: ReadText;
  readonly origin: RevisionOrigin;
  readonly original: OriginalFile | null;
  /** What of the article's head is filled in with it. */
  readonly filled?: { readonly data: Prisma.ArticleUpdateInput; readonly readOff: ReadOff };
};

/** Writes an article's first text with the claims that the engine proposes, and the event that says so. */
export async function writeFirstText(
  tx: Tx,
  actor: Actor,
  id: string,
  { headline, read, origin, original, filled }: FirstText,
): Promise<void> {
  const revision = await tx.revision.create({
    data: {
      ...revisionFields(read),
      ...originalFields(original),
      articleId: id,
      number: 1,
      origin,
      createdById: actor.id,
    },
    select: { id: true },
  });
  await tx.article.update({
    where: { id },
    data: {
      ...filled?.data,
      ...(filled ? { readOff: readOffColumn.write(filled.readOff), version: { increment: 1 } } : {}),
      revision: { connect: { id: revision.id } },
      nextClaimNumber: read.claims.length + 1,
    },
    select: { id: true },
  });
  await writeMachineClaims(tx, { id, firstNumber: 1, revisionId: revision.id }, read, read.claims);
  await suggestLinks(tx, id, read.engine);
  await refreshCoverage(tx, id);
  await appendEvent(tx, actor, {
    chain: id,
    action: 'article.added',
    subject: { type: 'article', id },
    detail: {
      headline,
      sha256: read.sha256,
      origin,
      claims: read.claims.length,
      engine: read.engine,
      ...(filled
        ? { filled: Object.fromEntries(Object.entries(filled.readOff).map(([k, { from }]) => [k, from])) }
        : {}),
    },
  });
}
