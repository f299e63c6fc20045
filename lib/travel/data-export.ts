import { createHash } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { canonicalJson } from '#lib/platform/canonical.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { Sql } from '#lib/platform/sql.ts';
import { chainLinks, cursor } from '#lib/proof/data-history.ts';
import { asOfOneMoment, type Moment } from '#lib/proof/data-moment.ts';
import { RECORDS } from './data-records.ts';
import { assertNothingInTheWay } from './data-way.ts';
import { LINE_KINDS, LINES, type LineKind } from './schema-file.ts';

/**
 * A whole article as `stet-article/1`, as it stood at one moment, made while it is taken: memory does not grow with it. Reading it
 * ends with the AppError of `assertNothingInTheWay` where something of it is for few.
 */
export async function* articleFile(sql: Sql, articleId: string): AsyncGenerator<Uint8Array> {
  const out = new PassThrough();
  const made = asOfOneMoment(sql, (tx) => pipeline(Readable.from(textOf(tx, articleId)), out)).catch((error: Error) => {
    out.destroy(error);
  });
  try {
    yield* out;
  } finally {
    out.destroy();
    await made;
  }
}

async function* textOf(tx: Moment, articleId: string): AsyncGenerator<string> {
  await assertNothingInTheWay(tx, articleId);
  const digest = createHash('sha256');
  let count = 0;
  for await (const lines of linesOf(tx, articleId)) {
    const text = lines.join('');
    digest.update(text);
    count += lines.length;
    yield text;
  }
  yield lineOf('end', { count, sha256: digest.digest('hex') });
}

async function* linesOf(tx: Moment, articleId: string): AsyncGenerator<string[]> {
  for (const kind of LINE_KINDS)
    for await (const rows of recordsOf(tx, kind, articleId)) yield rows.map((row) => lineOf(kind, row));
}

async function* recordsOf(tx: Moment, kind: LineKind, articleId: string): AsyncGenerator<readonly unknown[]> {
  if (kind === 'end') return;
  if (kind === 'event') yield* chainLinks(tx, 'shared', articleId);
  else if (kind === 'head') yield* cursor<object>(tx, headsSql(articleId));
  else
    for await (const rows of cursor<{ record: unknown }>(tx, RECORDS[kind](articleId)))
      yield rows.map(({ record }) => record);
}

/** The end of the article's history, and of the desk's, which others may have kept. */
const headsSql = (articleId: string) => Prisma.sql`
  select id as chain, sequence, hash from chains where id in (${articleId}, 'desk') order by id = 'desk', id`;

/** A record as its line: what is not of its shape is a fault here, and no file. */
const lineOf = (kind: LineKind, record: unknown): string =>
  `${canonicalJson({ [kind]: JSON.parse(JSON.stringify(LINES[kind].parse(record))) })}\n`;
