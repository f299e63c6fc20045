import { holdActor, holdArticle, openArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { type Brought, bringIn, type IncomingClaims } from '#lib/foreign/mutations.ts';
import type { NewForeignClaim } from '#lib/foreign/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { onText } from '#lib/ingest/reading.ts';
import { addJob } from '#lib/jobs/mutations.ts';
import { putBlob } from '#lib/platform/blobs.ts';
import { sha256 } from '#lib/platform/canonical.ts';
import { type Db, type Tx, transact } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import type { Sql } from '#lib/platform/sql.ts';
import { asOfOneMoment } from '#lib/proof/data-moment.ts';
import { assertNothingInTheWay } from './data-way.ts';
import { claimsOfFile, type KeylessClaim } from './rules-claims.ts';
import { type ArticleFile, readArticleFile } from './rules-file.ts';
import { verifyArticle } from './rules-verify.ts';
import type { BringInput } from './schema.ts';
import { ARTICLE_FORMAT } from './schema-file.ts';

/** How long a file may take to come in: an archive of the largest size does in a quarter of it. */
const BRINGING_MS = 600_000;

/**
 * Asks whether a whole article may be handed on.
 *
 * @throws AppError as `openArticle` and `assertNothingInTheWay` do.
 */
export async function askHandingOn(
  db: Db,
  sql: Sql,
  actor: Actor,
  articleId: string,
): Promise<{ readonly id: string; readonly headline: string }> {
  const { id } = await openArticle(db, actor, 'article.handOn', articleId);
  await asOfOneMoment(sql, (tx) => assertNothingInTheWay(tx, id));
  return db.article.findUniqueOrThrow({ where: { id }, select: { id: true, headline: true } });
}

/** Writes down that an article is handed on; `articleFile` makes the file, in which this stands as the last event. */
export const noteHandingOn = (db: Db, actor: Actor, articleId: string): Promise<void> =>
  transact(db, async (tx) => {
    const { id } = await holdArticle(tx, actor, 'article.handOn', articleId);
    await appendEvent(tx, actor, {
      chain: id,
      action: 'article.handedOn',
      subject: { type: 'article', id },
      detail: { format: ARTICLE_FORMAT },
    });
  });

/** An article's file that has been read and found whole, ready to come in. */
export type CheckedArticle = { readonly file: ArticleFile; readonly bytes: Uint8Array };

/**
 * Reads an article's file and holds it against its own history, before anything is written.
 *
 * @throws AppError `invalid` where it is none, or where a record is not as its history says.
 */
export async function checkArticle(bytes: Uint8Array): Promise<CheckedArticle> {
  const file = readArticleFile(bytes);
  const { breaks } = await verifyArticle(file);
  const [first] = breaks;
  if (first) {
    const record = first.record ? `${first.record.table} ${first.record.key}` : String(first.sequence ?? '');
    refuse('invalid', 'article-file-unlike', { values: { count: breaks.length, because: first.because, record } });
  }
  return { file, bytes };
}

/** Brings an article of another desk in, with its bytes as they came. The same file twice changes nothing. `finish` is the job's last step. */
export const bringArticle = (
  db: Db,
  actor: Actor,
  { file, bytes }: CheckedArticle,
  finish: (tx: Tx, brought: Brought) => Promise<void> = async () => {},
): Promise<Brought> =>
  transact(
    db,
    async (tx) => {
      const head = file.head.find(({ chain }) => chain === file.article.id);
      const hashes = new Map(file.event.map(({ sequence, hash }) => [sequence, hash]));
      const brought = await bringIn(
        tx,
        actor,
        {
          format: 'article',
          sha256: sha256(bytes),
          size: bytes.length,
          desk: file.article.desk,
          title: file.article.headline,
          history: {
            originId: file.article.id,
            sequence: head?.sequence ?? 0,
            head: head?.hash ?? '',
            hashAt: (sequence) => hashes.get(sequence),
          },
        },
        keyed(claimsOfFile(file)),
      );
      if (!brought.isKnown) await putBlob(tx, bytes);
      await finish(tx, brought);
      return brought;
    },
    BRINGING_MS,
  );

/** Has a file brought in by a job. Returns the job's id; of one file one job goes on at a time. */
export const askToBring = (db: Db, actor: Actor, input: BringInput, bytes: Uint8Array): Promise<{ jobId: string }> =>
  transact(db, async (tx) => {
    await holdActor(tx, actor, 'foreign.bring');
    const hash = await putBlob(tx, bytes);
    const jobId = await addJob(tx, actor, {
      kind: 'foreign',
      input: { sha256: hash, ...input },
      onlyKey: `foreign ${hash}`,
    });
    return { jobId };
  });

const AT_ONCE = 500;

/** The claims with the keys by which they are looked up, where somebody has come to a finding. */
async function* keyed(claims: readonly KeylessClaim[]): IncomingClaims {
  for (let from = 0; from < claims.length; from += AT_ONCE) {
    const some = claims.slice(from, from + AT_ONCE);
    const length = some.reduce((sum, { statement }) => sum + statement.length, 0);
    const keys = await onText(
      'keys',
      some.map(({ match }) => match),
      length,
    );
    yield some.map(
      ({ isFound, ...claim }, i): NewForeignClaim => ({ ...claim, lookUpKeys: isFound ? (keys[i] ?? []) : [] }),
    );
  }
  return 0;
}
