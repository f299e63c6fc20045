import {
  assertNotArchived,
  checkActor,
  type HeldRow,
  holdActor,
  holdArticleRow,
  visibleTo,
} from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { addJob } from '#lib/jobs/mutations.ts';
import { getBlob, putBlob } from '#lib/platform/blobs.ts';
import { dateOf } from '#lib/platform/days.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { linkKeyOf } from '#lib/sources/rules-link-key.ts';
import { lastArrivalJob, readHead } from './data-arrival.ts';
import { type ReadText, readArticle } from './mutations-extract.ts';
import { type FirstText, makeArticle, tellDesk, writeFirstText } from './mutations-first.ts';
import { filledIn, isReadAtOnce, nameOfLink } from './rules-arrival.ts';
import type { OriginalFile } from './rules-original.ts';
import { typedText } from './rules-text.ts';
import type { AddArticleInput, ArticleDetails, ArticleJob, FirstTextInput, LinkedArticleInput } from './schema.ts';

/*
 * Articles whose text is still to come: they are there at once, in the adder's name, and a job brings the text. Nothing is done
 * in them until then (`holdArticle`).
 */

export type AskedArticle = { readonly id: string; readonly headline: string };

/** Makes an article and has a job bring its text, inside the caller's transaction. */
export async function askArticle(
  tx: Tx,
  actor: Actor,
  details: ArticleDetails,
  input: ArticleJob,
): Promise<AskedArticle> {
  await holdActor(tx, actor, 'article.add');
  const { id } = await makeArticle(tx, actor, details);
  await addArrivalJob(tx, actor, id, input);
  await appendEvent(tx, actor, {
    chain: id,
    action: 'article.asked',
    subject: { type: 'article', id },
    detail: { headline: details.headline, from: input.from, link: details.link },
  });
  await tellDesk(tx, actor, id);
  return { id, headline: details.headline };
}

const addArrivalJob = (tx: Tx, actor: Actor, articleId: string, input: ArticleJob) =>
  addJob(tx, actor, { kind: 'article', articleId, input, onlyKey: `article ${articleId}` });

/**
 * An article by its link: fetched and read by a job.
 *
 * @throws AppError `conflict` with the article in `present` where one of the same link, however it is written, is here, unless the adder says they know.
 */
export async function askLink(db: Db, actor: Actor, input: LinkedArticleInput): Promise<AskedArticle> {
  await checkActor(db, actor, 'article.add');
  const { link } = input;
  if (!input.evenIfKnown) {
    const known = await articleOfLink(db, actor, link);
    if (known) refuse('conflict', 'link-known', { values: { headline: known.headline }, present: known });
  }
  const standIn = input.headline === null ? nameOfLink(link) : null;
  const details = { ...input, headline: input.headline ?? nameOfLink(link) };
  return transact(db, (tx) => askArticle(tx, actor, details, { from: 'link', link, standIn }));
}

const AT_ONCE = 1000;

/** The oldest article that the actor may see of the same link, however it is written. */
async function articleOfLink(db: Db, actor: Actor, link: string): Promise<AskedArticle | null> {
  const key = linkKeyOf(link);
  for (let after: string | null = null; ; ) {
    const rows: (AskedArticle & { readonly link: string | null })[] = await db.article.findMany({
      where: { AND: [visibleTo(actor), { link: { not: null } }, after === null ? {} : { id: { gt: after } }] },
      select: { id: true, headline: true, link: true },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
    });
    const found = rows.find((row) => linkKeyOf(row.link) === key);
    if (found) return { id: found.id, headline: found.headline };
    after = rows.at(-1)?.id ?? null;
    if (after === null) return null;
  }
}

/** An article of a text that no page should wait for. */
export const askText = (
  db: Db,
  actor: Actor,
  { text, ...details }: AddArticleInput,
  original: OriginalFile | null,
): Promise<AskedArticle> =>
  transact(
    db,
    async (tx) => askArticle(tx, actor, details, await wordsJob(tx, text, details.origin, original)),
    60_000,
  );

async function wordsJob(
  tx: Tx,
  text: string,
  origin: AddArticleInput['origin'],
  original: OriginalFile | null,
): Promise<ArticleJob> {
  const sha256 = await putBlob(tx, new TextEncoder().encode(text));
  const hash = original === null ? null : await putBlob(tx, original.bytes);
  return { from: 'words', sha256, origin, original: hash, originalName: original?.name ?? '' };
}

/** The article, held, for who brings its text by hand: it has none, and no job is at work on it. */
async function holdWaiting(tx: Tx, actor: Actor, articleId: string): Promise<HeldRow> {
  const article = await holdArticleRow(tx, actor, 'article.add', articleId);
  assertNotArchived(article);
  if (article.revisionId !== null) refuse('conflict', 'article-has-text');
  const job = await lastArrivalJob(tx, articleId);
  if (job?.state === 'queued' || job?.state === 'running') refuse('conflict', 'article-being-read');
  return article;
}

/** Has the text of an article fetched and read once more, in the name of who asks. */
export function retryArrival(db: Db, actor: Actor, articleId: string): Promise<void> {
  return transact(db, async (tx) => {
    await holdWaiting(tx, actor, articleId);
    const job = await lastArrivalJob(tx, articleId);
    if (!job) refuse('not-found', 'no-job');
    await addArrivalJob(tx, actor, articleId, job.input);
  });
}

/** Takes a text that somebody pastes for one that could not be had. True where it is read; else a job reads it. */
export async function pasteFirstText(db: Db, actor: Actor, { articleId, text }: FirstTextInput): Promise<boolean> {
  await checkActor(db, actor, 'article.add');
  if (!isReadAtOnce(text)) {
    await transact(db, async (tx) => {
      await holdWaiting(tx, actor, articleId);
      await addArrivalJob(tx, actor, articleId, await wordsJob(tx, text, 'paste', null));
    });
    return false;
  }
  const head = await readHead(db, actor, articleId);
  const read = await readArticle(text, head.publishedOn, head.outlet);
  await transact(
    db,
    async (tx) => {
      await holdWaiting(tx, actor, articleId);
      await writeFirstText(tx, actor, articleId, { headline: head.headline, read, origin: 'paste', original: null });
    },
    60_000,
  );
  return true;
}

/** What a job has brought of an article's first text. */
export type Brought = Omit<FirstText, 'headline' | 'read' | 'filled'> & {
  readonly read: ReadText;
  /** What was read of its head, and what its headline was called until then. */
  readonly head: Parameters<typeof filledIn>[2] | null;
  readonly standIn: string | null;
};

/** Keeps it; where the text has come by another way meanwhile, nothing is left to do. */
export async function keepFirstText(
  tx: Tx,
  actor: Actor,
  articleId: string,
  { read, origin, original, head, standIn }: Brought,
): Promise<void> {
  const article = await holdArticleRow(tx, actor, 'article.add', articleId);
  assertNotArchived(article);
  if (article.revisionId !== null) return;
  const now = await readHead(tx, actor, articleId);
  const found = head === null ? null : filledIn(now, standIn, head);
  await writeFirstText(tx, actor, articleId, {
    headline: found?.head.headline ?? article.headline,
    read,
    origin,
    original,
    ...(found && Object.keys(found.readOff).length > 0
      ? { filled: { data: columnsOf(found.head), readOff: found.readOff } }
      : {}),
  });
}

const columnsOf = ({ publishedOn, ...words }: ReturnType<typeof filledIn>['head']) => ({
  ...words,
  ...(publishedOn === undefined ? {} : { publishedOn: dateOf(publishedOn) }),
});

/** Bytes that a job was put in with. */
export async function broughtBytes(db: Db, hash: string): Promise<Uint8Array> {
  return (await getBlob(db, hash)) ?? refuse('not-found', 'bytes-missing');
}

/** The words that a job was put in with. */
export const broughtWords = async (db: Db, hash: string) =>
  typedText(new TextDecoder().decode(await broughtBytes(db, hash)));
