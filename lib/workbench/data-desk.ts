import { may } from '#lib/access/policy.ts';
import { visibleSql } from '#lib/access/policy-articles.ts';
import type { PersonActor } from '#lib/access/types.ts';
import { readNeeds } from '#lib/needs/data.ts';
import type { Db } from '#lib/platform/db.ts';
import { hiddenVerdictSql } from '#lib/standing/data-hidden.ts';
import { countLines, readLoads } from './data-lines.ts';
import { articlePage, dueSql } from './data-list.ts';
import type { DeskDTO, OpenFixDTO } from './types-lists.ts';

const ARTICLES = 12;
const FIXES = 8;
const NO_LINES = { second: 0, disputed: 0, stale: 0, questions: 0 };

/** Everything a person's home page shows. Each part is read by index and has an end. */
export async function readDesk(db: Db, actor: PersonActor): Promise<DeskDTO> {
  const [articles, needs, lines, loads, fixes] = await Promise.all([
    articlePage(db, actor, { words: '', archived: false, after: null, limit: ARTICLES }),
    readNeeds(db, actor, 'now'),
    may(actor, 'verdict.give') ? countLines(db, actor) : NO_LINES,
    may(actor, 'claim.assign') ? readLoads(db, actor, new Date()) : [],
    may(actor, 'fix.decide') ? openFixes(db, actor) : { rows: [], more: false },
  ]);
  return { articles, needs, lines, loads, fixes };
}

/** Suggested wordings that wait for a decision, by deadline; none of a verdict that the actor may not read yet. */
async function openFixes(db: Db, actor: PersonActor): Promise<DeskDTO['fixes']> {
  const rows = await db.$queryRaw<OpenFixDTO[]>`
    select f.id, articles.id as "articleId", articles.headline, c.number as "claimNumber", a.exact as quote, f.replacement
    from fixes f
    join verdicts v on v.id = f.verdict_id
    join claims c on c.id = f.claim_id
    join articles on articles.id = c.article_id
    left join anchors a on a.claim_id = c.id and a.revision_id = articles.revision_id and a.state <> 'lost'
    where f.state = 'proposed' and v.withdrawn_at is null and v.superseded_at is null and not ${hiddenVerdictSql(actor.id)}
      and c.withdrawn_at is null and c.replaced_at is null and c.excluded_at is null
      and articles.archived_at is null and ${visibleSql(actor)}
    order by ${dueSql}, articles.id desc, c.number limit ${FIXES + 1}`;
  return { rows: rows.slice(0, FIXES), more: rows.length > FIXES };
}
