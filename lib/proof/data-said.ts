import { guestsAsSaid } from '#lib/articles/data-proof.ts';
import { claimsAsSaid } from '#lib/claims/data-proof.ts';
import { commentsAsSaid } from '#lib/comments/data-proof.ts';
import { evidenceAsSaid } from '#lib/evidence/data-proof.ts';
import { DESK_CHAIN } from '#lib/history/rules.ts';
import { peopleAsSaid } from '#lib/people/data-proof.ts';
import { Prisma } from '#lib/platform/db.ts';
import { publishedAsSaid } from '#lib/publishing/data-proof.ts';
import { reportsAsSaid } from '#lib/reports/data-proof.ts';
import { revisionsAsSaid } from '#lib/revisions/data-proof.ts';
import { settingsAsSaid } from '#lib/settings/data-proof.ts';
import { capturesAsSaid } from '#lib/sources/data-proof-captures.ts';
import { verdictsAsSaid } from '#lib/verdicts/data-proof.ts';
import { cursor } from './data-history.ts';
import type { Moment } from './data-moment.ts';
import { type AsSaid, type ChainSays, hear, holdAgainst, type ToldEvent } from './rules-said.ts';
import type { ProofBreak } from './types.ts';

/**
 * Records that are not what their events say in so many words, chain by chain: what is kept in memory is of one article.
 */
export async function unlikeSayings(tx: Moment): Promise<ProofBreak[]> {
  const breaks: ProofBreak[] = [];
  for (const chain of await chainIds(tx)) {
    const says: ChainSays = new Map();
    for await (const events of cursor<ToldEvent>(tx, eventsSql(chain))) for (const event of events) hear(says, event);
    for await (const records of cursor<AsSaid>(tx, asSaidSql(chain)))
      breaks.push(...records.flatMap((record) => holdAgainst(says, chain, record) ?? []));
  }
  return breaks;
}

async function chainIds(tx: Moment): Promise<string[]> {
  const rows = await tx.unsafe<{ id: string }[]>(
    `select id::text from articles union select '${DESK_CHAIN}' order by 1`,
  );
  return rows.map(({ id }) => id);
}

const eventsSql = (chain: string) => Prisma.sql`
  select e.chain, e.sequence, e.actor_id as "actorId", e.action, e.subject_id as "subjectId", d.detail
  from events e left join event_details d on d.chain = e.chain and d.sequence = e.sequence
  where e.chain = ${chain} order by e.sequence`;

function asSaidSql(chain: string): Prisma.Sql {
  if (chain === DESK_CHAIN) return Prisma.join([peopleAsSaid, settingsAsSaid, capturesAsSaid], ' union all ');
  const ofArticle = [
    revisionsAsSaid,
    claimsAsSaid,
    evidenceAsSaid,
    verdictsAsSaid,
    commentsAsSaid,
    guestsAsSaid,
    reportsAsSaid,
    publishedAsSaid,
  ];
  return Prisma.join(
    ofArticle.map((asSaid) => asSaid(chain)),
    ' union all ',
  );
}
