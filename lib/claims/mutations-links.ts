import { holdArticle } from '#lib/access/policy-articles.ts';
import type { Actor } from '#lib/access/types.ts';
import { appendEvent } from '#lib/history/mutations.ts';
import { onText } from '#lib/ingest/reading.ts';
import type { Pair, Relation } from '#lib/match/index.ts';
import { type Db, Prisma, type Tx, transact } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { refuse } from '#lib/platform/result.ts';
import { claimRows, type MatchRow, matchable } from './data-matchable.ts';
import type { DecideLinkInput } from './schema.ts';

/** How many claims of other articles are compared with an article's own: those that share the most keys with them. */
const CANDIDATES = 400;
const CANDIDATES_PER_CLAIM = 10;
/** How many claims that hold one key are looked at. */
const HOLDERS = 200;
/** How many links a claim is given at most, and how many of them to what is only about the same thing. */
const LINKS = 20;
const RELATED = 5;

/**
 * Suggests which of an article's claims are said elsewhere, there or in other articles, and which do not agree: of each
 * claim the nearest. A suggestion that somebody has decided on stays as they left it. Returns how many were made.
 */
export async function suggestLinks(tx: Tx, articleId: string, engineVersion: string): Promise<number> {
  const own = await claimRows(
    tx,
    Prisma.sql`c.article_id = ${articleId}::uuid and c.replaced_at is null and c.withdrawn_at is null`,
  );
  if (own.length === 0) return 0;
  const keys = await refreshKeys(tx, own);
  const rows = [...own, ...(await candidates(tx, articleId, keys, own.length))];
  const pairs = await onText('pairs', { claims: rows.map(matchable), own: own.length }, lengthOf(rows));
  const links = nearest(pairs).flatMap(({ a, b, relation, because }) => {
    const [x, y] = [rows[a], rows[b]];
    return x && y ? [{ ...directed(x.id, y.id, relation), because }] : [];
  });
  return writeLinks(tx, links, engineVersion);
}

/** Of each claim the pairs that weigh most: those that a check of the claim can use, then the most alike. */
function nearest(pairs: readonly Pair[]): Pair[] {
  const weight = (pair: Pair) => (pair.relation === 'related' ? 0 : 1) + pair.score;
  const links = new Map<number, number>();
  const count = (claim: number) => links.get(claim) ?? 0;
  return [...pairs]
    .sort((p, q) => weight(q) - weight(p) || p.a - q.a || p.b - q.b)
    .filter(({ a, b, relation }) => {
      const most = relation === 'related' ? RELATED : LINKS;
      if (count(a) >= most || count(b) >= most) return false;
      for (const claim of [a, b]) links.set(claim, count(claim) + 1);
      return true;
    });
}

type Link = ReturnType<typeof directed> & { readonly because: readonly string[] };

async function writeLinks(tx: Tx, links: readonly Link[], engineVersion: string): Promise<number> {
  if (links.length === 0) return 0;
  // One statement of one shape however many there are; a list of lists is no array in SQL, so the reasons go as JSON.
  return tx.$executeRaw`
    insert into claim_links (id, a_id, b_id, relation, because, origin, engine_version)
    select id, a, b, relation, array(select jsonb_array_elements_text(because)), 'machine', ${engineVersion}
    from unnest(
      ${links.map(() => newId())}::uuid[], ${links.map((link) => link.aId)}::uuid[], ${links.map((link) => link.bId)}::uuid[],
      ${links.map((link) => link.relation)}::claim_relation[], ${links.map((link) => JSON.stringify(link.because))}::jsonb[]
    ) as made (id, a, b, relation, because)
    on conflict (a_id, b_id) do nothing`;
}

const lengthOf = (rows: readonly MatchRow[]): number => rows.reduce((sum, row) => sum + row.statement.length, 0);

/** Brings the keys of claims that have changed up to date; returns those of all. */
async function refreshKeys(tx: Tx, own: readonly MatchRow[]): Promise<string[]> {
  const all = new Set<string>();
  const present = await onText('keys', own.map(matchable), lengthOf(own));
  for (const [i, row] of own.entries()) {
    const keys = present[i] ?? [];
    if (keys.join() !== row.lookUpKeys.join())
      await tx.claim.update({ where: { id: row.id }, data: { lookUpKeys: keys } });
    for (const key of keys) all.add(key);
  }
  return [...all];
}

async function candidates(tx: Tx, articleId: string, keys: readonly string[], claims: number): Promise<MatchRow[]> {
  if (keys.length === 0) return [];
  // One look-up for each key: the index answers it at once, and of a key that very many share only so many are taken.
  return claimRows(
    tx,
    Prisma.sql`c.id in (
      select near.id
      from unnest(${[...keys]}::text[]) as wanted (key)
      cross join lateral (
        select o.id from claims o
        where o.look_up_keys @> array[wanted.key] and o.article_id <> ${articleId}::uuid
          and o.withdrawn_at is null and o.replaced_at is null
        limit ${HOLDERS}
      ) near
      group by near.id order by count(*) desc, near.id desc
      limit ${Math.min(CANDIDATES, CANDIDATES_PER_CLAIM * claims)})`,
  );
}

/** For "more precise" the first is the more precise; otherwise the order of ids, so that a pair is one row. */
function directed(x: string, y: string, relation: Relation) {
  if (relation === 'more precise') return { aId: x, bId: y, relation: 'more_precise' as const };
  if (relation === 'less precise') return { aId: y, bId: x, relation: 'more_precise' as const };
  const [aId, bId] = x < y ? [x, y] : [y, x];
  return { aId, bId, relation };
}

/** A person's word on a suggested link. */
export function decideLink(db: Db, actor: Actor, input: DecideLinkInput): Promise<{ claimIds: readonly string[] }> {
  return transact(db, async (tx) => {
    const link = await tx.claimLink.findUnique({
      where: { id: input.id },
      include: { a: { select: { articleId: true, number: true } }, b: { select: { articleId: true, number: true } } },
    });
    if (!link) refuse('not-found', 'no-link');
    // Both articles must be the decider's to see; held in the order of their ids.
    for (const articleId of [...new Set([link.a.articleId, link.b.articleId])].sort())
      await holdArticle(tx, actor, 'claim.edit', articleId);
    const present = await tx.claimLink.findUniqueOrThrow({ where: { id: input.id } });
    await tx.claimLink.update({
      where: { id: present.id },
      data: { accepted: input.accepted, decidedById: actor.id, decidedAt: new Date(), version: { increment: 1 } },
    });
    for (const articleId of [...new Set([link.a.articleId, link.b.articleId])].sort()) {
      await appendEvent(tx, actor, {
        chain: articleId,
        action: 'claim.linked',
        subject: { type: 'claim', id: link.a.articleId === articleId ? link.aId : link.bId },
        detail: { a: link.aId, b: link.bId, relation: link.relation, accepted: input.accepted },
      });
    }
    return { claimIds: [link.aId, link.bId] };
  });
}
