import { describe, expect, test } from 'vitest';
import { relatedClaims } from '#lib/workbench/data-related.ts';
import { article, person } from '../desk.ts';
import { withDatabase } from '../harness.ts';

const database = withDatabase();

const STORY = (figure: string) => `Ferry fares of Brackwater

Ferry fares in Brackwater rose by ${figure} per cent in 2025, the transport agency said.`;

describe('claims said elsewhere', () => {
  test('are suggested when an article comes in: the same, and what does not agree', async () => {
    const editor = await person(database.db, 'Edda', 'editor');
    const first = await article(database.db, editor, { text: STORY('12.5') });
    const second = await article(database.db, editor, { text: STORY('12.5') });
    const third = await article(database.db, editor, { text: STORY('18') });
    const claim = second.claims.find(({ statement }) => statement.includes('12.5'));
    const related = await relatedClaims(database.db, editor, claim?.id ?? '');
    const found = related.map(({ relation, claim: { articleId } }) => ({ relation, articleId }));
    expect(found).toContainEqual({ relation: 'same', articleId: first.article.id });
    expect(found).toContainEqual({ relation: 'tension', articleId: third.article.id });
  });

  test('are no more than a person would look at, in a heap of stories alike', async () => {
    const editor = await person(database.db, 'Olive', 'editor');
    for (let i = 0; i < 40; i++) {
      const text = `Trams of Carrow\n\nThe trams of Carrow carried ${100 + i * 3} people on a day in ${1960 + i}.`;
      await article(database.db, editor, { text });
    }
    const counts = await database.db.$queryRaw<{ most: number; all: number }[]>`
      select max(links)::int as most, sum(links)::int as "all" from (
        select c.id, count(*) as links from claims c join claim_links l on c.id = greatest(l.a_id, l.b_id) group by c.id
      ) later`;
    expect(counts[0]?.all).toBeGreaterThan(20);
    expect(counts[0]?.most).toBeLessThanOrEqual(20);
  });
});
