import { describe, expect, test } from 'vitest';
import { withNews } from '#components/galley/take-news.ts';
import { readingKey } from '#lib/workbench/rules.ts';
import type { BenchNewsDTO, WorkbenchDTO } from '#lib/workbench/types.ts';
import { bench, claim, opened, settled } from './make.ts';

const claims = [claim(1, 0, 8), claim(2, 12, 18), claim(3, 22, 30)];
const mark = (start: number, end: number) => ({ id: `mark-${start}`, start, end, reason: 'greeting', byId: 'me' });
const fresh = (now: WorkbenchDTO, more: Partial<BenchNewsDTO> = {}): BenchNewsDTO => ({
  ...structuredClone(now),
  reading: readingKey(now.revision),
  ...more,
});

describe('news of a workbench', () => {
  const state = { ...opened(claims), selectedId: 'claim-2', form: 'statement' as const };

  test('in which nothing is otherwise leaves everything as it is drawn', () => {
    expect(withNews(state, fresh(bench(claims)))).toBe(state);
  });

  test('makes anew what is otherwise and leaves what is chosen, open and drawn elsewhere', () => {
    const now = withNews(state, fresh(bench([claim(1, 0, 8), claim(2, 12, 18), claim(3, 22, 30, settled)])));
    expect(now.byBlock[0]).toBe(state.byBlock[0]);
    expect(now.claims.get('claim-3')?.mark).toBe('stands');
    expect(now.claims.get('claim-1')).toBe(state.claims.get('claim-1'));
    expect(now).toMatchObject({ selectedId: 'claim-2', form: 'statement', bench: state.bench });
    expect(now.bench).toBe(state.bench);
  });

  test('takes a claim out that is gone, and keeps it in hand where it is', () => {
    const now = withNews(state, fresh(bench([claim(1, 0, 8), claim(3, 22, 30), claim(4, 12, 20)])));
    expect(now.order).toEqual(['claim-1', 'claim-4', 'claim-3']);
    expect(now.claims.get('claim-2')?.withdrawn).toBe(true);
    expect(now.selectedId).toBe('claim-2');
    // What is gone already is no news.
    expect(withNews(now, fresh(bench([claim(1, 0, 8), claim(3, 22, 30), claim(4, 12, 20)])))).toBe(now);
  });

  test('takes marks over, and what is read with them', () => {
    const marked = withNews(state, fresh(bench(claims, [mark(31, 41)])));
    expect(marked.reading[3]).toBe('read');
    expect(withNews(marked, fresh(bench(claims))).reading[3]).toBe('unread');
  });

  test('takes over what the article is, and no more of it than is otherwise', () => {
    const now = bench(claims);
    const next = withNews(state, fresh({ ...now, article: { ...now.article, headline: 'Another' } }));
    expect(next.bench.article.headline).toBe('Another');
    expect(next.bench.reader).toBe(state.bench.reader);
    expect(next.claims).toBe(state.claims);
  });

  test('counts sentences anew where minor claims count otherwise', () => {
    const minor = opened([claim(1, 0, 8, { tier: 'minor' })]);
    const now = bench([claim(1, 0, 8, { tier: 'minor' })]);
    expect(minor.reading[0]).toBe('minor');
    const next = withNews(minor, fresh({ ...now, article: { ...now.article, minorCounts: true } }));
    expect(next.reading[0]).toBe('unread');
  });

  test('of another text, or another reading of it, only says that it has come', () => {
    const moved = bench([claim(1, 5, 9)]);
    const other = withNews(state, fresh(moved, { revision: { id: 'next', number: 2 }, reading: 'next' }));
    expect(other.newer).toEqual({ number: 2, isRevision: true });
    expect(other.claims).toBe(state.claims);
    const read = withNews(state, fresh(moved, { reading: 'revision 9.9.9 2 5' }));
    expect(read.newer).toEqual({ number: 1, isRevision: false });
    expect(withNews(read, fresh(moved, { reading: 'revision 9.9.9 2 5' }))).toBe(read);
  });
});
