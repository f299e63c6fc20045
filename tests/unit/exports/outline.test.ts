import { describe, expect, test } from 'vitest';
import { type Outline, outlineOf, textOf } from '#lib/exports/outline/index.ts';
import { rangeWords } from '#lib/exports/outline/words.ts';
import { awaiting, claim, disputed, evidence, excluded, rating, report, unchecked, verdict } from './made.ts';
import { HOSTILE, sample } from './sample.ts';

const DIGEST = 'e'.repeat(64);
const outcome = (...args: Parameters<typeof report>) => textOf(outlineOf(report(...args), DIGEST).outcome);
const need = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('Not there');
  return value;
};
const wrong = (more = {}) => claim({ mark: 'wrong', verdicts: [verdict({ rating: rating('false') })], ...more });

describe('the outcome in a sentence', () => {
  test.each([
    ['none', [], 'No claims stand in this article.'],
    ['one', [unchecked()], 'The only claim is unchecked.'],
    ['all of a kind', [unchecked(), unchecked({ number: 2 })], 'All 2 claims are unchecked.'],
    [
      'several kinds, each claim once',
      [
        claim(),
        claim({ number: 2 }),
        wrong({ number: 3 }),
        claim({ ...disputed, number: 4 }),
        unchecked({ number: 5 }),
      ],
      'Of 5 claims, 2 stand, one must change, one is disputed and one is unchecked.',
    ],
    [
      'what waits or is stale',
      [claim({ mark: 'stale', stale: true }), claim({ ...awaiting, number: 2 })],
      'Of 2 claims, one asks for a fresh look and one awaits a second reader.',
    ],
    [
      'what is in review counts as unchecked',
      [claim(), unchecked({ number: 2, mark: 'review', progress: 'in_review' })],
      'Of 2 claims, one stands and one is unchecked.',
    ],
    [
      'what stands with a fix that is not in the article yet',
      [claim({ verdicts: [verdict({ fix: { replacement: 'x', state: 'accepted', reason: null } })] })],
      'The only claim must change.',
    ],
    [
      'and not with one that is, or was refused',
      [
        claim({ verdicts: [verdict({ fix: { replacement: 'x', state: 'applied', reason: null } })] }),
        claim({ number: 2, verdicts: [verdict({ fix: { replacement: 'x', state: 'refused', reason: 'No' } })] }),
      ],
      'All 2 claims stand.',
    ],
    [
      'what was left out beside',
      [claim(), claim({ ...excluded, number: 2 })],
      'The only claim stands. One more was left out.',
    ],
    [
      'what a question holds',
      [
        claim({
          held: true,
          openQueries: [
            { by: { id: null, name: 'A' }, at: '', body: 'Why?', asked: null, about: null, guestAnswers: [] },
          ],
        }),
      ],
      'The only claim stands. A question is open on one of them.',
    ],
  ] as const)('%s', (_, claims, words) => expect(outcome(claims)).toBe(`${words} 1 of 2 sentences has been read.`));

  test('says how far the article was read', () => {
    const of = (coverage: { read: number; minor: number; total: number }) =>
      textOf(outlineOf({ ...report([claim()]), coverage }, DIGEST).outcome)
        .replace('The only claim stands.', '')
        .trim();
    expect(of({ read: 3, minor: 0, total: 3 })).toBe('Every sentence has been read.');
    expect(of({ read: 2, minor: 1, total: 3 })).toBe(
      '2 of 3 sentences have been read. One more holds only minor claims that nobody has looked at.',
    );
    expect(of({ read: 0, minor: 0, total: 0 })).toBe('');
  });
});

describe('what must change, and what is open', () => {
  const outline = outlineOf(sample, DIGEST);

  test('has the old words and the new ones, who found it and on what', () => {
    expect(outline.changes.items).toHaveLength(1);
    const [change] = outline.changes.items;
    expect(change).toMatchObject({
      number: 2,
      before: 'Tolls have gone up by a fifth',
      after: 'Tolls will have gone up by a fifth',
    });
    expect(need(change).words.map(({ text, as }) => [as, text])).toEqual([
      ['plain', 'Tolls '],
      ['inserted', 'will '],
      ['plain', 'have gone up by a fifth'],
    ]);
    expect(need(change).notes.map(textOf)).toEqual([
      'False. The customs table says so [1a].',
      'Found by Ruben Falk, signed by Sanne Okoro.',
    ]);
  });

  test('says so where no wording is suggested, or it was refused', () => {
    const notes = (fix: ReturnType<typeof verdict>['fix']) =>
      need(
        outlineOf(report([wrong({ verdicts: [verdict({ rating: rating('false'), fix })] })]), DIGEST).changes.items[0],
      )
        .notes.map(textOf)
        .at(-1);
    expect(notes(null)).toBe('No other wording is suggested.');
    expect(notes({ replacement: 'x', state: 'refused', reason: 'Not so' })).toBe(
      'The suggested wording was refused: Not so',
    );
  });

  test('names everything that waits, in the order of the article', () => {
    expect(outline.open.items.map(({ number, status, notes }) => [number, status.words, notes])).toEqual([
      [
        3,
        'disputed',
        [
          'Disputed: False (Ruben Falk) and True (Sanne Okoro).',
          `Edda Marsh asked, 13 March 2026, 11:20 UTC: Asked the authority. ${HOSTILE.note}`,
        ],
      ],
      [4, 'not checked', []],
      [
        5,
        'asks for a fresh look',
        [
          'Was True. What it rests on has changed since.',
          'A revision has changed these words, and nobody has decided on the claim’s wording yet.',
        ],
      ],
      [6, 'awaits a second reader', ['A first verdict is in, and a second reader’s is not.']],
    ]);
    expect(outline.open.more).toBeNull();
  });

  test('counts the unchecked where they are many, and lists them once', () => {
    const many = Array.from({ length: 9 }, (_, i) => unchecked({ id: `${i}`, number: i + 1 + (i > 4 ? 10 : 0) }));
    const { open, unchecked: list, claims } = outlineOf(report([...many, wrong({ number: 40 })]), DIGEST);
    expect(open.items).toEqual([]);
    expect(open.more).toBe('9 claims are unchecked: 1–5, 16–19.');
    expect(list.items).toHaveLength(9);
    expect(claims.items.map(({ number }) => number)).toEqual([40]);
  });
});

describe('the sources', () => {
  const outline = outlineOf(sample, DIGEST);

  test('are numbered as they are first cited, the same source once', () => {
    expect(outline.sources.items.map(({ number, title, citedBy }) => [number, title, citedBy])).toEqual([
      [1, 'Customs table 4', 'Claims 1–3, 5, 6, 8, 20, 21'],
      [2, 'Minutes <1>', 'Claim 1'],
    ]);
  });

  test('are told apart where anything of them differs', () => {
    const other = { ...evidence().source, publishedOn: '2026-02-02' };
    const { sources } = outlineOf(
      report([claim({ evidence: [evidence(), evidence({ number: 2, source: other })] })]),
      '',
    );
    expect(sources.items).toHaveLength(2);
  });

  test('are cited in rationales by their numbers, and what is no citation stays as it was', () => {
    const [first] = outline.claims.items;
    const rationale = need(need(first).verdicts[0]).rationale;
    expect(textOf(rationale)).toBe(HOSTILE.rationale);
    expect(rationale.filter(({ to }) => to !== null).map(({ text, to }) => [text, to])).toEqual([
      ['[1]', 'source-1'],
      ['[2]', 'source-2'],
    ]);
  });

  test('have a letter where a claim has several pieces of one', () => {
    const [, second] = outline.claims.items;
    expect(need(second).evidence.map(({ label }) => label)).toEqual(['1a', '1b']);
    expect(textOf(need(need(second).verdicts[0]).rationale)).toBe('The customs table says so [1a].');
  });
});

test('the questions on a claim say whom, how and until when, and what came of them', () => {
  const queries = need(outlineOf(sample, DIGEST).claims.items.find(({ number }) => number === 3)).queries;
  expect(queries.map(({ about, came, answer, isOpen }) => [about, came, answer, isOpen])).toEqual([
    [
      'Open question by Edda Marsh, 13 March 2026, 11:20 UTC · on evidence [1] of the claim · to whom the claim criticises · The *authority* · by #telephone · answer asked for by 13 March 2026, 16:00 UTC',
      null,
      null,
      true,
    ],
    [
      'Asked by Edda Marsh, 12 March 2026, 11:20 UTC · to an expert',
      'Answered by a file, from H. <Osei>, which Sanne Okoro took in, 12 March 2026, 15:00 UTC:',
      '_Nobody_ was, says the union.',
      false,
    ],
    [
      'Asked by Ruben Falk, 12 March 2026, 12:20 UTC',
      'No answer had come when Ruben Falk closed it, 12 March 2026, 16:00 UTC.',
      null,
      false,
    ],
  ]);
});

describe('the marked proof', () => {
  const { proof } = outlineOf(sample, DIGEST);

  test('is the article, to the letter', () => {
    expect(proof.blocks.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('\n')).toBe(
      sample.article.text,
    );
  });

  test('has each claim once by its number, where its words end', () => {
    const ends = proof.blocks.flatMap(({ pieces }) =>
      pieces.flatMap(({ text, ends }) => ends.map((end) => [end.number, text])),
    );
    expect(ends).toEqual([
      [1, 'Trade grew almost 40%'],
      [2, 'Tolls have gone up by a fifth'],
      [3, 'Nobody was consulted'],
      [4, 'The insurer set a deadline 😀'],
      [5, 'Berths are closed'],
      [6, 'Two voted against'],
      [7, 'It is a fine day'],
    ]);
  });

  test('draws the narrower of two claims, and numbers both', () => {
    const text = 'Trade grew almost 40% in the first quarter.';
    const [block] = outlineOf(
      report([claim({ start: 0, end: 21 }), claim({ id: 'b', number: 2, start: 6, end: 21, mark: 'wrong' })]),
      '',
    ).proof.blocks;
    expect(need(block).pieces.map(({ text, claim, ends }) => [text, claim, ends.map(({ number }) => number)])).toEqual([
      ['Trade ', 1, []],
      ['grew almost 40%', 2, [1, 2]],
      [text.slice(21), null, []],
    ]);
  });

  test('says in the margin what is to be said of each, of neighbours at once', () => {
    expect(
      proof.blocks.map(({ notes }) => notes.map(({ numbers, text, status }) => [numbers, status.sign, text])),
    ).toEqual([
      [
        ['1', '✓', 'True [1, row 7] [2, p. 12]'],
        ['2', '✗', 'False [1a, row 7]. “Tolls will have gone up by a fifth”'],
      ],
      [
        ['3', '≠', 'False (Ruben Falk) and True (Sanne Okoro)'],
        ['4', '○', 'not checked'],
        ['5', '↻', 'True; asks for a fresh look'],
        ['6', '②', 'awaits a second reader'],
      ],
    ]);
    const text = 'Trade grew almost 40% in the first quarter.';
    const each = Array.from({ length: 4 }, (_, i) => unchecked({ number: i + 1, start: i, end: text.length - 4 + i }));
    expect(outlineOf(report(each), '').proof.blocks[0]?.notes.map(({ numbers }) => numbers)).toEqual(['1–4']);
  });
});

describe('an outline', () => {
  /** Every text in it. */
  const texts = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
  const all = (outline: Outline) =>
    [
      ...texts(outline),
      ...outline.claims.items.flatMap(({ verdicts }) => verdicts.map(({ rationale }) => textOf(rationale))),
    ].join('\n');

  test('has every word that people wrote, and every name', () => {
    const printed = all(outlineOf(sample, DIGEST));
    const ours = new Set([
      'title',
      'statement',
      'quote',
      'reason',
      'note',
      'body',
      'replacement',
      'locator',
      'means',
      'name',
      'whom',
      'answer',
      'headline',
      'desk',
      'correction',
      'link',
      'outlet',
      'byline',
      'publisher',
      'author',
      'sha256',
      'hash',
      'label',
      'description',
      'before',
      'after',
    ]);
    const words: string[] = [];
    const look = (value: unknown, key = '') => {
      if (typeof value === 'string' && ours.has(key)) words.push(value);
      else if (value && typeof value === 'object') for (const [name, item] of Object.entries(value)) look(item, name);
    };
    look(sample);
    expect(words.length).toBeGreaterThan(150);
    // A claim by the article itself is said to be so; two wordings are drawn as one line.
    const drawn = new Set(['The article', 'Customs table 5', 'Berths were closed', 'Berths are closed']);
    expect(words.filter((word) => !drawn.has(word) && !printed.includes(word))).toEqual([]);
  });

  test('has an entry, a line in a list or a former one for every claim, and each id once', () => {
    const { claims, unchecked, leftOut, former } = outlineOf(sample, DIGEST);
    const ids = [...claims.items, ...unchecked.items, ...leftOut.items, ...former.items].map(({ id }) => id);
    expect([...ids].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 20, 21].map((number) => `claim-${number}`).sort());
  });

  test('is the same for the same report', () => {
    const again = structuredClone(sample);
    expect(JSON.stringify(outlineOf(again, DIGEST))).toBe(JSON.stringify(outlineOf(sample, DIGEST)));
  });

  test('says who did what, by role', () => {
    expect(outlineOf(sample, DIGEST).people.items).toEqual([
      { name: 'Ruben Falk', role: 'reviewer', counts: '7 verdicts, 1 question', read: 'claims 1–3, 5, 8, 20, 21' },
      { name: 'Sanne Okoro-Lind', role: 'reviewer', counts: '1 verdict, 6 signed', read: 'claims 1–3, 5, 8, 20, 21' },
      { name: 'Edda Marsh', role: 'editor', counts: '2 questions, 1 left out, made this report', read: null },
    ]);
  });

  test('counts what it rests on', () => {
    expect(outlineOf(sample, DIGEST).rests.rows.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Pieces of evidence: 7, from 2 sources',
      'From primary sources: 6 of 7',
      'Quotations found word for word: 5 of 7',
      'Figures settled on a primary source: 4 of 4',
      'Settled by two people or more: 3 of 4',
    ]);
  });

  test('says by what method', () => {
    expect(outlineOf(sample, DIGEST).method.rows.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Text: Revision 1',
      'Readers: Each verdict is put before a second reader, who sees it.',
      'Settled: 1 by one reader, 3 by two',
      'Sentences: 4 of 8 sentences have been read. One more holds only minor claims that nobody has looked at.',
      'The desk’s rules: A figure needs a primary source or two independent secondary ones: there was one secondary (Claim 2).',
      'Without a second reader: Claim 5, for reasons given there',
      'Wording: As the machine proposed it, and nobody has changed or accepted it: 1, 3–8',
    ]);
  });
});

test.each([
  [[], ''],
  [[3], '3'],
  [[2, 1], '1, 2'],
  [[1, 2, 3, 5, 7, 8, 9, 9], '1–3, 5, 7–9'],
])('%j is written %s', (numbers, words) => expect(rangeWords(numbers)).toBe(words));

describe('a rating without a number that lets the words stand', () => {
  const settledBy = (value: number | null) =>
    claim({ mark: 'stands', verdicts: [verdict({ rating: { ...rating('true'), label: 'Not checkable', value } })] });

  test('is printed with neither tick nor cross', () => {
    const printed = (value: number | null) => outlineOf(report([settledBy(value)]), DIGEST).proof.key;
    expect(printed(5)).toEqual([{ mark: 'stands', sign: '✓', words: 'stands' }]);
    expect(printed(null)).toEqual([{ mark: 'unrated', sign: '◇', words: 'stands unproven' }]);
  });
});
