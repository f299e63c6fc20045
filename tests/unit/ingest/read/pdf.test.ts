import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fold } from '#lib/anchor/fold.ts';
import { hyphensOf, joinOf } from '#lib/ingest/read/hyphens.ts';
import { locatorOf, touchedBy } from '#lib/ingest/read/places.ts';
import { STORY } from '#tests/fixtures/pdf/story.ts';
import { at, line, pdf, read, refusal } from './made.ts';

const fixture = (name: string) => read(readFileSync(`tests/fixtures/pdf/${name}.pdf`), { name: `${name}.pdf` });

/** Every run of so many words of a text, as somebody would copy it. */
const quotations = (text: string): string[] => {
  const words = text.split(' ');
  return [3, 8, 15].flatMap((length) => words.slice(length - 1).map((_, i) => words.slice(i, i + length).join(' ')));
};
const times = (text: string, words: string): number => text.split(words).length - 1;

describe.each(['browser', 'typst', 'libreoffice'])('a PDF of %s', (producer) => {
  test.each([1, 2])('in %i columns gives back every quotation as often as it says it', async (columns) => {
    const found = await fixture(`${producer}-${columns}`);
    const text = fold(found.text);
    const missed = [
      ...STORY.paragraphs.flatMap((words) => quotations(words).filter((quotation) => times(text, fold(quotation)) < 2)),
      ...[STORY.title, STORY.byline, ...STORY.list].filter((words) => !text.includes(fold(words))),
    ];
    expect(missed).toEqual([]);
    expect(found.warnings).toEqual([]);
  });
});

describe('a place in a PDF', () => {
  test('is a page and a rectangle around the words, and what goes on over a page has both', async () => {
    const found = await fixture('libreoffice-2');
    const first = found.text.indexOf('1,284,500');
    expect(locatorOf(found.places, first, first + 9)).toBe('p. 1');
    const [place] = touchedBy(found.places, first, first + 9);
    if (place?.kind !== 'page') throw new Error('It has no page');
    expect(at(found, place)).toContain('1,284,500');
    const [left, bottom, right, top] = place.rect;
    expect(right - left).toBeGreaterThan(60);
    expect(top - bottom).toBeLessThan(14);
    expect(bottom).toBeGreaterThan(300);
    const over = found.places.findIndex((each, i) => {
      const next = found.places[i + 1];
      return each.kind === 'page' && next?.kind === 'page' && next.page > each.page && next.start === each.end + 1;
    });
    const [before, after] = [found.places[over], found.places[over + 1]];
    if (!before || !after) throw new Error('No paragraph goes on over a page');
    expect(locatorOf(found.places, before.start, after.end)).toBe('pp. 1–2');
  });
});

describe('what belongs together', () => {
  const text = async (...contents: readonly string[]) => (await read(pdf(contents))).text;
  test.each([
    [
      'runs of one line, with and without the gap of a space',
      [line('Fer', 50, 500) + line('ries', 68, 500) + line('cost', 96, 500)],
      'Ferries cost',
    ],
    [
      'lines of one paragraph',
      [line('The council cut the', 50, 500) + line('fares by 8 percent.', 50, 486)],
      'The council cut the fares by 8 percent.',
    ],
    [
      'not lines further apart',
      [line('One.', 50, 500) + line('Two goes on', 50, 470) + line('here.', 50, 456) + line('And here.', 50, 442)],
      'One.\n\nTwo goes on here. And here.',
    ],
    [
      'not letters of another size',
      [line('Fares fall', 50, 500, 20) + line('The council cut them.', 50, 482)],
      'Fares fall\n\nThe council cut them.',
    ],
    [
      'not a paragraph that is set in',
      [
        line('First it goes on and on and', 50, 500) +
          line('ends so.', 50, 486) +
          line('Then another', 62, 472) +
          line('begins here.', 50, 458),
      ],
      'First it goes on and on and ends so.\n\nThen another begins here.',
    ],
    [
      'a sentence over two columns',
      [line('The council cut the', 50, 100) + line('fares by 8 percent.', 220, 500)],
      'The council cut the fares by 8 percent.',
    ],
    [
      'not two sentences in two columns',
      [line('The council cut them.', 50, 100) + line('The fares fell.', 220, 500)],
      'The council cut them.\n\nThe fares fell.',
    ],
    [
      'a note’s sign in its line',
      [line('fares', 50, 500) + line('2', 76.7, 505, 7) + line(' fell.', 80.6, 500)],
      'fares2 fell.',
    ],
    [
      'a sentence over two pages, with what stands at their heads and feet after it',
      [1, 2, 3].map(
        (n) =>
          line('The Estuary Post', 50, 560) +
          line(n === 1 ? 'Opening words of the' : n === 2 ? 'paragraph end. Then the' : 'last ones end.', 50, 300) +
          line(`Page ${n}`, 180, 40),
      ),
      'The Estuary Post\n\nOpening words of the paragraph end. Then the last ones end.\n\nPage 1\n\nThe Estuary Post\n\nPage 2\n\nThe Estuary Post\n\nPage 3',
    ],
  ])('%s', async (_, pages, expected) => expect(await text(...pages)).toBe(expected));

  test('letters of a page that is turned stand where they are seen', async () => {
    const turned = pdf([line('Upright', 50, 500)]);
    const bytes = Buffer.from(
      Buffer.from(turned).toString('latin1').replace('/MediaBox [0 0 400 600]', '/Rotate 90 /MediaBox[0 0 400 600]'),
      'latin1',
    );
    const [place] = (await read(bytes)).places;
    // Turned to the right, what stood 50 from the left edge and 500 from the lower one stands 500 from the left and 350 from the lower.
    expect(place?.kind === 'page' && place.rect.slice(0, 1)).toEqual([500]);
  });
});

describe('a hyphen at a line’s end', () => {
  const joined = (first: string, second: string, elsewhere = '') => {
    const { drop, between } = joinOf(
      first,
      second,
      hyphensOf([first, second, elsewhere, 'the environ-', 'ment of busi-', 'ness']),
    );
    return first.slice(0, first.length - drop) + between + second;
  };
  test.each([
    ['is dropped within a word', 'the environ-', 'ment said', '', 'the environment said'],
    [
      'is dropped where the document writes the word whole',
      'the Kettler-',
      'ing sound',
      'Kettlering',
      'the Kettlering sound',
    ],
    ['stays where the document writes it so', 'off-', 'peak fares', 'the off-peak fare', 'off-peak fares'],
    ['stays in a name of two', 'Kaspar Lindqvist-', 'Brandt', '', 'Kaspar Lindqvist-Brandt'],
    ['stays behind one letter', 'an e-', 'mail', 'email', 'an e-mail'],
    ['stays between two words', 'the decision-', 'makers', '', 'the decision-makers'],
    ['stays behind a figure', 'the 20-', 'minute trip', '', 'the 20-minute trip'],
    ['stays in a chain of words', 'a denial-of-', 'service attack', '', 'a denial-of-service attack'],
    ['stays before a figure', 'from 10-', '12 percent', '', 'from 10-12 percent'],
    ['is dropped where it is a soft one', 'any\u00AD', 'thing', '', 'anything'],
    ['is a dash with a space before it', 'fares -', 'and tolls', '', 'fares - and tolls'],
  ])('%s', (_, first, second, elsewhere, expected) => expect(joined(first, second, elsewhere)).toBe(expected));
  test('stays where no line of the document divides a word', () => {
    const lines = ['said Wong Kwok-', 'kin of the party'];
    expect(joinOf(lines[0] ?? '', lines[1] ?? '', hyphensOf(lines))).toEqual({ drop: 0, between: '' });
  });
  test('a dash between two words has no space after it', () =>
    expect(joined('the fares—', 'all of them')).toBe('the fares—all of them'));
});

describe('links in a PDF', () => {
  const link = (rect: readonly number[], address: string) =>
    `<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [${rect.join(' ')}] /A << /S /URI /URI (${address}) >> >>`;
  const linksIn = async (content: string, page: string) => {
    const { text, links } = await read(pdf([content], '', page), { name: 'a.pdf' });
    return links.map(({ start, end, href }) => [text.slice(start, end), href]);
  };
  const TEXT = `${line('The toll was set in the accounts of 2025', 50, 500)}\n${line('and again in May.', 50, 484)}`;

  test('stand on the words that they lie over, over the end of a line as one', async () => {
    // Helvetica 12: "The toll was set in " is 105 points wide.
    const page = `/Annots [${link([155, 497, 264, 511], 'https://harbour.example/accounts')} ${link([50, 481, 120, 495], 'https://harbour.example/accounts')}]`;
    expect(await linksIn(TEXT, page)).toEqual([
      ['the accounts of 2025 and again in', 'https://harbour.example/accounts'],
    ]);
  });

  test('of a page that is turned stand where they are seen', async () => {
    const turned = 'BT 0 1 -1 0 100 50 Tm /F 12 Tf (See the accounts) Tj ET';
    const page = `/Rotate 90 /Annots [${link([88, 74, 103, 150], 'https://harbour.example/')}]`;
    expect(await linksIn(turned, page)).toEqual([['the accounts', 'https://harbour.example/']]);
  });

  test.each([
    ['a script', 'javascript:alert(1)', [155, 497, 264, 511]],
    ['a file', 'file:///etc/passwd', [155, 497, 264, 511]],
    ['beside all words', 'https://harbour.example/', [155, 300, 264, 320]],
    ['nowhere', 'https://harbour.example/', [155, 497, 155, 511]],
  ])('to %s are none', async (_, address, rect) =>
    expect(await linksIn(TEXT, `/Annots [${link(rect, address)}]`)).toEqual([]),
  );
});

describe('a PDF says', () => {
  test('its title and author, not what a program writes for them', async () => {
    expect((await read(pdf([line('x', 50, 500)], '/Title (Ferry fares) /Author (Ines Marek)'))).details).toMatchObject({
      title: { value: 'Ferry fares', from: 'properties' },
      author: { value: 'Ines Marek', from: 'properties' },
    });
    expect((await read(pdf([line('x', 50, 500)], '/Title (Microsoft Word - fares.docx)'))).details.title).toBeNull();
  });
  test('its DOI and ISBN where they stand at its head', async () => {
    const { identifiers } = (
      await read(pdf([line('https://doi.org/10.1234/abc.5', 50, 500) + line('ISBN 978-3-16-148410-0', 50, 400)]))
    ).details;
    expect(identifiers).toEqual({
      doi: { value: '10.1234/abc.5', from: 'text' },
      isbn: { value: '9783161484100', from: 'text' },
    });
  });
  test('that it holds no text, or none on some pages', async () => {
    expect(await read(pdf(['0 0 50 50 re f', '']))).toMatchObject({
      kind: 'pdf',
      text: '',
      places: [],
      view: [],
      warnings: ['scan'],
    });
    expect((await read(pdf([line('x', 50, 500), '']))).warnings).toEqual(['pages-without-text']);
  });
  test('that it is locked', async () => {
    expect(await refusal(readFileSync('tests/fixtures/pdf/locked.pdf'))).toBe('file-encrypted');
  });
  test('that it is damaged', async () => {
    expect(await refusal(Buffer.from('%PDF-1.7\nnothing of one'))).toBe('file-broken');
  });
});
