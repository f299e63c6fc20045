import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkQuote, type QuoteCheck, quotable } from '#lib/anchor/quote-check.ts';
import { piecesOf } from '#lib/anchor/quote-words.ts';

const MINUTES = `Minutes of the harbour board, 4 March

Mrs Okafor said the crossing had carried 92 passengers a day in February, up from 81 the year before.
She did not think that the evening boat would pay for it-
self before the sum-
mer. “We have lost £3 million,” she said, “and nobody has told us why.” The flood-
gates were inspected in May. Traffic rose by 5 per cent; the well-known ferry “Maud” ran late on ﬁve days, and the ofﬁcer on duty
Harbour board minutes
Page 3 of 9
reported each of them to the town hall on Mill Street.

The chair, Mr Dahl, asked whether it was certain. Mrs Okafor: It is likely that we close [applause] the pier in 2031.`;

const found = (quote: string, text = MINUTES) => {
  const check = checkQuote(quote, text);
  return {
    kind: check.kind,
    // What the text is said to have there stands there.
    there: check.difference.every(({ at, text: said }) =>
      at === null ? said === '' : text.slice(at.start, at.end) === said,
    ),
    words: check.spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')),
    differs: check.difference.map(({ quote: said, text: there, weight }) => [said, there, weight]),
  };
};

describe('word for word', () => {
  test.each([
    ['as it stands', 'had carried 92 passengers a day in February'],
    ['in marks of its own, with a stop', '“had carried 92 passengers a day in February.”'],
    ['its first letter made a capital', 'The crossing had carried 92 passengers'],
    ['over the ends of lines', 'up from 81 the year before. She did not think'],
    ['a word parted at the end of a line', 'would pay for itself before the summer'],
    ['a compound parted at its hyphen, either way', 'The flood-gates were inspected'],
    ['and without one', 'the floodgates were inspected'],
    ['nested marks', 'We have lost £3 million, she said, and nobody has told us why'],
    ['other dashes and spaces', 'the well‑known ferry'],
    ['ligatures', 'ran late on five days, and the officer on duty'],
    ['a figure without its sign', '3 million'],
  ])('%s', (_, quote) => expect(found(quote).kind).toBe('exact'));

  test('thousands, the numbers of footnotes and soft hyphens are typography', () => {
    expect(found('It cost 12000 crowns in all', 'It cost 12,000 crowns¹ in all').kind).toBe('exact');
    expect(found('informa\u00ADtion was lost', 'The information was lost').kind).toBe('exact');
  });

  test('of several places the nearest to where it is thought to stand', () => {
    const text = 'We shall see. We shall see. We shall see.';
    expect(checkQuote('We shall see', text, 26).spans).toEqual([{ start: 28, end: 40 }]);
    expect(checkQuote('We shall see', text).spans).toEqual([{ start: 0, end: 12 }]);
  });
});

describe('the same words broken up', () => {
  test.each([
    [
      'left out',
      'The crossing had carried 92 passengers … up from 81',
      ['the crossing had carried 92 passengers', 'up from 81'],
    ],
    [
      'left out, in brackets',
      'We have lost £3 million [...] nobody has told us why',
      ['We have lost £3 million', 'nobody has told us why'],
    ],
    [
      'a name for a pronoun',
      '[Okafor] did not think that the evening boat would pay',
      ['did not think that the evening boat would pay'],
    ],
    ['a name within', 'nobody has told [the board] why', ['nobody has told', 'why']],
    [
      'a letter in brackets',
      'nobody has told us why. “[T]he flood-gates',
      ['nobody has told us why.” The flood- gates'],
    ],
    ['[sic]', 'We have lost [sic] £3 million', ['We have lost £3 million']],
    [
      'a page turned between',
      'the officer on duty reported each of them to the town hall',
      ['the ofﬁcer on duty', 'reported each of them to the town hall'],
    ],
    [
      'an aside in the text',
      'It is likely that we close the pier in 2031',
      ['It is likely that we close', 'the pier in 2031'],
    ],
  ])('%s', (_, quote, words) => {
    const twice = `${MINUTES}\n\nHarbour board minutes\nPage 4 of 9`;
    expect(found(quote, twice)).toMatchObject({ kind: 'broken', words });
  });

  test.each([
    ['in another order', 'up from 81 … had carried 92 passengers'],
    ['a bracket for a negation', 'She [will] think that the evening boat would pay'],
    ['a bracket for a figure', 'had carried [few] passengers a day in February'],
    ['a cell of a table passed over', 'Sales 92 million'],
  ])('but not %s', (_, quote) => expect(found(quote, `${MINUTES}\n\nSales\n90\n92\nmillion`).kind).toBe('not-found'));

  test('a word parted at the foot of a page', () => {
    const foot =
      'It was decided in the evening that the meet-\nBoard papers\n12\ning would go on.\n\nBoard papers\n13\n';
    expect(found('in the evening that the meeting would go on', foot)).toMatchObject({
      kind: 'broken',
      words: ['in the evening that the meet-', 'ing would go on'],
    });
  });
});

describe('nearly the same words', () => {
  test.each([
    ['another word', 'She did not believe that the evening boat would pay', [['believe', 'think', null]]],
    ['a word left out', 'The crossing carried 92 passengers a day', [['', 'had', null]]],
    ['written out', 'She didn’t think that the evening boat would pay', [['didn’t', 'did not', null]]],
    ['a comma', 'Traffic rose by 5 per cent, the well-known ferry', [[',', ';', null]]],
    [
      'letters’ case',
      'the Evening Boat would pay for itself',
      [
        ['Evening', 'evening', null],
        ['Boat', 'boat', null],
      ],
    ],
  ])('%s', (_, quote, differs) => expect(found(quote)).toMatchObject({ kind: 'close', differs, there: true }));

  test.each([
    ['a digit', 'The crossing had carried 90 passengers a day', [['90', '92', 'figure']]],
    ['a figure at its head', '82 the year before. She did not think', [['82', '81', 'figure']]],
    ['a figure in words', 'ran late on six days, and the officer on duty', [['six', 'ﬁve', 'figure']]],
    ['a name', 'The chair, Mr Dale, asked whether it was certain', [['Dale', 'Dahl', 'name']]],
    ['who', 'He did not think that the evening boat would pay', [['He', 'She', 'name']]],
    ['a negation', 'She did think that the evening boat would pay', [['', 'not', 'negation']]],
    ['its opposite', 'It is unlikely that we', [['unlikely', 'likely', 'negation']]],
    ['a unit', 'We have lost €3 million, she said', [['€', '£', 'unit']]],
    ['what is counted', 'had carried 92 sailors a day', [['sailors', 'passengers', 'unit']]],
    ['a direction', 'Traffic fell by 5 per cent', [['fell', 'rose', 'direction']]],
    ['by or to', 'Traffic rose to 5 per cent', [['to', 'by', 'direction']]],
    ['a day', 'The flood-gates were inspected in June', [['June', 'May', 'time']]],
    ['how sure', 'the evening boat might pay for itself', [['might', 'would', 'certainty']]],
  ])('%s that differs is never close, and is told', (_, quote, differs) => {
    const check = checkQuote(quote, MINUTES);
    expect(found(quote)).toMatchObject({ kind: 'not-found', words: [], differs, there: true });
    expect(check.proposal).not.toBeNull();
  });

  test.each(['', ' … ', '“”', 'Nothing of the kind was ever said by anybody in there'])('%j is nowhere', (quote) =>
    expect(checkQuote(quote, MINUTES)).toEqual({ kind: 'not-found', spans: [], difference: [], proposal: null }),
  );
});

// ---- any quotation cut out of any text ----

const VOCABULARY =
  `harbour council witness report seven ferry minutes budget never approved evening station Okafor Dahl Lindholm north
  carried passengers traffic fell rose engine winter summer inspector finding letter signed refused bridge tunnel water supply answer question
  office fiscal flow definite waffle cofferdam clerk library reader paper margin column proof galley desk printer window lantern`.split(
    /\s+/,
  );
const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...VOCABULARY) },
  { weight: 1, arbitrary: fc.nat(9999).map(String) },
);
/** How a word is followed in the text. */
const gap = fc.constantFrom(' ', ' ', ' ', ' ', '\n', '\u00A0', '\r\n', '  ');
/** How a word itself is set: as it is, parted at a line's end, with a soft hyphen, with ligatures. */
const setting = fc.constantFrom('plain', 'plain', 'plain', 'parted', 'soft', 'ligature');

function set(said: string, how: string): string {
  const isLong = /^[a-z]{6,}$/.test(said);
  if (how === 'parted' && isLong) return `${said.slice(0, 3)}-\n${said.slice(3)}`;
  if (how === 'soft' && isLong) return `${said.slice(0, 3)}\u00AD${said.slice(3)}`;
  return how === 'ligature' ? said.replace('ffi', 'ﬃ').replace('fi', 'ﬁ').replace('fl', 'ﬂ') : said;
}

type Page = {
  readonly text: string;
  readonly words: readonly string[];
  readonly places: readonly { start: number; end: number }[];
};
const TURN = '\nThe Harbour Papers\nPage 7\n';
const page = fc
  .array(fc.tuple(word, gap, setting), { minLength: 40, maxLength: 120 })
  .chain((parts) => fc.record({ parts: fc.constant(parts), turn: fc.nat(parts.length - 1) }))
  .map(({ parts, turn }): Page & { turn: number } => {
    let text = 'The Harbour Papers\nPage 6\n';
    const places = parts.map(([said, between, how], i) => {
      const start = text.length;
      text += set(said, how);
      const place = { start, end: text.length };
      text += i === turn ? TURN : between;
      return place;
    });
    return { text, words: parts.map(([said]) => said), places, turn };
  });
const cut = fc
  .record({ page, from: fc.nat(30), size: fc.integer({ min: 8, max: 30 }) })
  .map(({ page: all, from, size }) => {
    const to = Math.min(from + size, all.words.length);
    return { ...all, from, to, said: all.words.slice(from, to) };
  });
const figures = (text: string): string[] => piecesOf(text).flatMap(({ key, kind }) => (kind === 1 ? [key] : []));
/** Where other figures stand at the place that is proposed, it is said that a figure differs. */
const saysItsFigures = (quote: string, text: string, { proposal, difference }: QuoteCheck): boolean =>
  proposal === null ||
  figures(text.slice(proposal.start, proposal.end)).join() === figures(quote).join() ||
  difference.some(({ weight }) => weight === 'figure');
const wordsOf = (text: string): string[] => piecesOf(text).map(({ key }) => key);
const startOf = ({ places, from }: { places: Page['places']; from: number }) => places[from]?.start ?? -1;

describe('a quotation cut out of a text', () => {
  test('is found at its place, however the text is set', () => {
    fc.assert(
      fc.property(cut, ({ text, said, places, from, to, turn }) => {
        const check = checkQuote(said.join(' '), text, startOf({ places, from }));
        const isTurned = turn >= from && turn < to - 1;
        // Behind a short line nobody can tell the turn of a page from the cells of a table.
        const line = text.slice(0, places[turn]?.end).split('\n').at(-1) ?? '';
        fc.pre(!isTurned || line.trimStart().length >= 40);
        expect(check.kind).toBe(isTurned ? 'broken' : 'exact');
        expect(check.spans.at(0)?.start).toBe(places[from]?.start);
        expect(check.spans.at(-1)?.end).toBe(places[to - 1]?.end);
      }),
    );
  });

  test('is found with words left out, or a name put in', () => {
    fc.assert(
      fc.property(
        cut,
        fc.nat(20),
        fc.constantFrom('…', '[…]', '...', '(…)'),
        ({ text, said, words, places, from, to, turn }, n, dots) => {
          fc.pre(turn < from || turn >= to - 1);
          const at = 3 + (n % Math.max(1, said.length - 7));
          const quote = `${said.slice(0, at).join(' ')} ${dots} ${said.slice(at + 2).join(' ')}`;
          const check = checkQuote(quote, text, startOf({ places, from }));
          expect(check.kind).toBe('broken');
          const parts = [said.slice(0, at), said.slice(at + 2)].map((part) => part.join(' '));
          expect(check.spans.map(({ start, end }) => wordsOf(text.slice(start, end)))).toEqual(parts.map(wordsOf));
          // What is said twice is found where it is shortest.
          const all = words.join(' ');
          if (parts.some((part) => all.indexOf(part) !== all.lastIndexOf(part))) return;
          expect(check.spans.map(({ start, end }) => text.slice(start, end))).toEqual([
            text.slice(places[from]?.start, places[from + at - 1]?.end),
            text.slice(places[from + at + 2]?.start, places[to - 1]?.end),
          ]);
          const named = `${said.slice(0, at).join(' ')} [Mrs Okafor] ${said.slice(at).join(' ')}`;
          expect(checkQuote(named, text, startOf({ places, from })).kind).toBe('broken');
        },
      ),
    );
  });

  test('with one digit changed is never found', () => {
    fc.assert(
      fc.property(cut, fc.nat(), fc.integer({ min: 1, max: 9 }), ({ text, said }, n, shift) => {
        const numbers = [...said.keys()].filter((i) => /^\d/.test(said[i] ?? ''));
        fc.pre(numbers.length > 0);
        const at = numbers[n % numbers.length] ?? 0;
        const changed = said.map((one, i) =>
          i === at ? one.replace(/\d$/, (digit) => String((Number(digit) + shift) % 10)) : one,
        );
        const quote = changed.join(' ');
        const check = checkQuote(quote, text);
        expect(check.kind).toBe('not-found');
        expect(saysItsFigures(quote, text, check)).toBe(true);
      }),
    );
  });

  test('ends with a line that is told twice at the first of the two', () => {
    const text = 'printer waffle column bridge tunnel\ndesk\ndesk\nmargin reader 6563 ferry flow\n';
    const { kind, spans } = checkQuote('waffle column bridge tunnel desk … reader 6563 ferry', text);
    expect(kind).toBe('broken');
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      'waffle column bridge tunnel\ndesk',
      'reader 6563 ferry',
    ]);
  });

  test('begins behind a line that repeats its first word', () => {
    const text =
      'printer waffle column bridge tunnel proof dock water\nwater\nreader station seven ferry flow engine\nwater\n';
    const { spans } = checkQuote('waffle column bridge tunnel … water reader station', text);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      'waffle column bridge tunnel',
      'water\nreader station',
    ]);
  });

  test('whose changed figure stands in a running title beside it is shown what else differs there', () => {
    const text = `${'summer margin column ferry reader letter witness'.repeat(2)} never question galley\n5\nThe Harbour Papers\nPage 7\ntunnel ferry 9998 library 2\nThe Harbour Papers\nPage 6\n`;
    const check = checkQuote('never question galley 7 tunnel ferry 9998 library 2', text);
    expect(check.kind).toBe('not-found');
    expect(text.slice(check.proposal?.start, check.proposal?.end)).toBe(
      'Harbour Papers\nPage 7\ntunnel ferry 9998 library 2',
    );
    expect(check.difference.map(({ quote, text: there }) => [quote, there])).toEqual([
      ['never question galley', 'Harbour Papers\nPage'],
    ]);
  });

  test('whatever is found holds the quotation’s figures, and no others', () => {
    fc.assert(
      fc.property(page, fc.array(word, { minLength: 3, maxLength: 12 }), fc.nat(60), ({ text, words }, strange, at) => {
        const quote = [...words.slice(at, at + 6), ...strange.slice(0, 2), ...words.slice(at + 6, at + 16)].join(' ');
        const check = checkQuote(quote, quotable(text));
        const there = check.spans.map(({ start, end }) => text.slice(start, end)).join(' ');
        if (check.kind !== 'not-found') expect(figures(there)).toEqual(figures(quote));
      }),
    );
  });
});
