import { describe, expect, test } from 'vitest';
import { laterChoices, MOST_SHOWN, type NeedRow, needsOf, standOf } from '#lib/needs/rules.ts';
import { markNeedsInput, viewInput } from '#lib/needs/schema.ts';

const NOW = new Date('2026-03-12T12:40:00Z');
const hours = (n: number) => new Date(NOW.getTime() + n * 3_600_000);

const row = (more: Partial<NeedRow> = {}): NeedRow => ({
  kind: 'second',
  id: 'c1',
  state: 'a',
  at: null,
  by: null,
  words: null,
  askedUntil: null,
  ofOthers: null,
  holds: false,
  articleId: 'harbour',
  headline: 'Harbour',
  dueAt: null,
  access: 'desk',
  claim: { number: 1, statement: 'One in five.', progress: 'awaiting_second_reader', stale: false },
  mark: null,
  ...more,
});
const claim = (number: number, more: Partial<NeedRow> = {}) =>
  row({
    id: `c${number}`,
    claim: { number, statement: `${number}`, progress: 'awaiting_second_reader', stale: false },
    ...more,
  });
const marked = (stand: 'read' | 'later' | 'done', until: Date | null = null, state = 'a') => ({ state, stand, until });
const now = (rows: readonly NeedRow[]) => needsOf(rows, 'now', NOW, false);
const ids = (rows: readonly NeedRow[]) => now(rows).items.map(({ id }) => id);

describe('what stands of what somebody has said', () => {
  test.each([
    ['nothing', null, 'new'],
    ['that it is read', marked('read'), 'read'],
    ['that it is done', marked('done'), 'done'],
    ['that it is done, in another state', marked('done', null, 'b'), 'new'],
    ['that it waits', marked('later', hours(1)), 'later'],
    ['that it waits, until now', marked('later', NOW), 'new'],
  ] as const)('%s', (_, mark, stand) => expect(standOf({ state: 'a', mark }, NOW)).toBe(stand));
});

describe('what needs somebody', () => {
  test('is one item for the claims of an article that ask for the same, of which three are named', () => {
    const { items, counts } = now([
      ...[1, 2, 3, 4].map((n) => claim(n, { by: n < 3 ? 'Ruben' : 'Sanne', at: hours(-n) })),
      claim(5, { articleId: 'beijing' }),
    ]);
    expect(
      items.map(({ id, parts, claims, by, at }) => [id, parts.length, claims.map((c) => c.number), by, at]),
    ).toEqual([
      ['second:harbour', 4, [1, 2, 3], ['Ruben', 'Sanne'], hours(-1).toISOString()],
      ['second:beijing', 1, [5], [], null],
    ]);
    expect(counts).toEqual({ now: 2, later: 0, done: 0 });
  });

  test('is an item for each comment', () => {
    const said = (id: string) => row({ kind: 'call', id, words: 'Well?' });
    expect(ids([said('k1'), said('k2')])).toEqual(['call:k1', 'call:k2']);
  });

  test('what is done or put off of an article stands apart from what is not', () => {
    const rows = [claim(1), claim(2, { mark: marked('done') }), claim(3, { mark: marked('later', hours(2)) })];
    const numbers = (view: 'now' | 'later' | 'done') =>
      needsOf(rows, view, NOW, false).items.map(({ claims, until }) => [claims.map((c) => c.number), until]);
    expect([numbers('now'), numbers('later'), numbers('done')]).toEqual([
      [[[1], null]],
      [[[3], hours(2).toISOString()]],
      [[[2], null]],
    ]);
    expect(now(rows).counts).toEqual({ now: 1, later: 1, done: 1 });
  });

  test('is new as soon as one of its claims is', () => {
    expect(now([claim(1, { mark: marked('read') })]).items[0]?.stand).toBe('read');
    expect(now([claim(1, { mark: marked('read') }), claim(2)]).items[0]?.stand).toBe('new');
  });

  test('comes by its deadline where that is within a day or past, else by what it asks for, the newest first', () => {
    const said = (id: string, more: Partial<NeedRow>) =>
      row({ kind: 'call', id, words: 'Well?', articleId: id, ...more });
    expect(
      ids([
        claim(1, { articleId: 'far', dueAt: hours(30) }),
        said('old', { at: hours(-9) }),
        said('young', { at: hours(-1) }),
        row({ kind: 'query', id: 'asked', words: 'How many?', articleId: 'x' }),
        claim(2, { articleId: 'near', dueAt: hours(9) }),
        row({ kind: 'query', id: 'soon', words: 'When?', articleId: 'y', askedUntil: hours(1), dueAt: hours(20) }),
        row({ kind: 'due', id: 'late', articleId: 'late', claim: null, dueAt: hours(-1) }),
      ]),
    ).toEqual(['due:late', 'query:soon', 'second:near', 'query:asked', 'call:young', 'call:old', 'second:far']);
  });

  test('is shown up to an end, and counted beyond it', () => {
    const many = Array.from({ length: MOST_SHOWN + 5 }, (_, n) => claim(n, { articleId: `a${n}` }));
    const { items, counts } = now(many);
    expect([items.length, counts.now]).toEqual([MOST_SHOWN, MOST_SHOWN + 5]);
  });
});

describe('putting off', () => {
  const at = (moment: string, zone = 'Europe/Berlin') =>
    laterChoices(new Date(moment), zone).map(({ id, until }) => `${id} ${until}`);
  test('goes by the clocks of the desk', () => {
    // A Thursday, the last but two before the clocks go forward on the 29th.
    expect(at('2026-03-12T12:40:00Z')).toEqual([
      'evening 2026-03-12T17:00:00.000Z',
      'tomorrow 2026-03-13T07:00:00.000Z',
      'week 2026-03-16T07:00:00.000Z',
    ]);
    expect(at('2026-03-28T12:40:00Z')).toContain('tomorrow 2026-03-29T06:00:00.000Z');
  });
  test('to the evening only while it is to come', () => {
    expect(at('2026-03-12T15:59:00Z')[0]).toMatch(/^evening/);
    expect(at('2026-03-12T16:00:00Z')[0]).toMatch(/^tomorrow/);
  });
  test.each([
    ['Monday', '2026-03-16', '2026-03-23'],
    ['Sunday', '2026-03-15', '2026-03-16'],
  ])('to the Monday after a %s', (_, day, monday) =>
    expect(at(`${day}T09:00:00Z`, 'UTC')).toContain(`week ${monday}T08:00:00.000Z`),
  );
});

describe('what is sent', () => {
  const part = { key: `call:${'0'.repeat(8)}-0000-7000-8000-000000000000`, state: '0'.repeat(8) };
  test.each([
    ['a kind that there is not', { parts: [{ ...part, key: part.key.replace('call', 'cry') }], as: 'read' }],
    ['a state that is none', { parts: [{ ...part, state: 'x' }], as: 'read' }],
    ['nothing', { parts: [], as: 'read' }],
    ['putting off to no time', { parts: [part], as: 'later' }],
    ['a time for what is done', { parts: [part], as: 'done', until: NOW.toISOString() }],
  ])('is refused: %s', (_, input) => expect(markNeedsInput.safeParse(input).success).toBe(false));
  test('is taken', () => {
    expect(markNeedsInput.safeParse({ parts: [part], as: 'later', until: NOW.toISOString() }).success).toBe(true);
    expect([viewInput.parse('later'), viewInput.parse('x'), viewInput.parse(['done'])]).toEqual([
      'later',
      'now',
      'now',
    ]);
  });
});
