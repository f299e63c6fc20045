import { Prisma } from '#lib/platform/db.ts';
import { refuse } from '#lib/platform/result.ts';
import { chainLinks } from '#lib/proof/data-history.ts';
import type { Moment } from '#lib/proof/data-moment.ts';

type InTheWay = {
  /** Numbers of claims that bear a verdict which is still hidden from somebody, and that rest on a confidential source. */
  readonly hidden: readonly number[];
  readonly confidential: readonly number[];
  /** Events whose detail would tell of either, or of evidence that a second reader is not to see yet. */
  readonly events: number;
};

/**
 * A file is for whoever gets hold of it: nothing goes into one while anything of the article is kept from anybody, the one who asks included.
 *
 * @throws AppError `conflict` that names what is in the way.
 */
export async function assertNothingInTheWay(tx: Moment, articleId: string): Promise<void> {
  const { hidden, confidential, events } = await inTheWay(tx, articleId);
  if (hidden.length + confidential.length + events === 0) return;
  refuse('conflict', 'article-kept-back', {
    values: { hidden: listed(hidden), confidential: listed(confidential), events },
  });
}

const listed = (numbers: readonly number[]): string => numbers.join(', ') || '–';

async function inTheWay(tx: Moment, articleId: string): Promise<InTheWay> {
  const query = Prisma.sql`
    select
      array(select c.number from claims c where c.article_id = ${articleId}::uuid and exists (
        select 1 from verdicts v where v.claim_id = c.id and v.revealed_at is null) order by c.number) as hidden,
      array(select c.number from claims c where c.article_id = ${articleId}::uuid and exists (
        select 1 from evidence e join sources s on s.id = e.source_id
        where e.claim_id = c.id and s.confidential_at is not null) order by c.number) as confidential`;
  const [found] = await tx.unsafe<Omit<InTheWay, 'events'>[]>(query.text, query.values as string[]);
  let events = 0;
  for await (const links of chainLinks(tx, 'shared', articleId))
    events += links.filter(({ hidden }) => hidden === 'masked').length;
  return { hidden: found?.hidden ?? [], confidential: found?.confidential ?? [], events };
}
