import { findTextQuoteOffsets, jsonldParser, parseAnnotation } from '@dokieli/web-annotation';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { renderAnnotations } from '#lib/exports/annotations.ts';
import { claim, report, verdict } from './made.ts';
import { sample } from './sample.ts';

const ADDRESS = 'https://desk.test/reports/1';
type Item = {
  id: string;
  body: { purpose: string; value?: string; source?: string; creator?: { name: string } }[];
  target: {
    source: string;
    selector: [{ exact: string; prefix: string; suffix: string }, { start: number; end: number }];
  };
};
const itemsOf = (text: string): Item[] => JSON.parse(text).items;
const all = itemsOf(renderAnnotations(sample, ADDRESS));
const items = all.filter(({ id }) => id.includes('#claim-'));
const of = (number: number) => {
  const item = items.find(({ id }) => id.endsWith(`#claim-${number}`));
  if (!item) throw new Error(`No annotation of claim ${number}`);
  return item;
};
const values = (number: number, purpose: string) =>
  of(number)
    .body.filter((body) => body.purpose === purpose)
    .map(({ value, source }) => value ?? source);

describe('the report as Web Annotations', () => {
  test('has each claim that stands in the article, with its words, in characters of Unicode', () => {
    expect(items.map(({ id }) => Number(id.split('#claim-')[1]))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(all.slice(items.length).map(({ body }) => body[0]?.value)).toEqual([sample.correction]);
    const characters = [...sample.article.text];
    for (const { target } of items) {
      const [quote, place] = target.selector;
      expect(characters.slice(place.start, place.end).join('')).toBe(quote.exact);
      expect(sample.article.text).toContain(quote.prefix + quote.exact + quote.suffix);
    }
  });

  test('says what was found on who said it, and that one person settled it alone', () => {
    const found = verdict({ attributionFinding: 'misattributed' });
    const model = report([claim({ settledBy: 'one', verdicts: [found] })]);
    const [{ body }] = JSON.parse(renderAnnotations(model, 'https://desk.example/reports/7')).items;
    const said = (purpose: string) =>
      body.filter((one: { purpose: string }) => one.purpose === purpose).map(({ value }: { value: string }) => value);
    expect(said('assessing')).toEqual(['True. Misattributed. The customs table says so [1].']);
    expect(said('commenting')).toEqual(['Settled by one person, without a second reader.']);
  });

  test('says what each came to, by whom, and both sides of a dispute', () => {
    expect(values(1, 'classifying')).toEqual(['True']);
    expect(values(3, 'classifying')).toEqual(['Disputed (a question is open)']);
    expect(
      of(3)
        .body.filter(({ purpose }) => purpose === 'assessing')
        .map(({ value, creator }) => [creator?.name, value]),
    ).toEqual([
      ['Ruben Falk', 'False. The customs table says so [1].'],
      ['Sanne Okoro', 'True. The customs table says so [1].'],
    ]);
    expect(values(2, 'editing')).toEqual(['Tolls will have gone up by a fifth']);
    expect(values(3, 'questioning')).toHaveLength(3);
    expect(values(3, 'replying')).toEqual(['_Nobody_ was, says the union.']);
    expect(values(4, 'classifying')).toEqual(['Unchecked']);
    expect(values(1, 'linking')).toEqual(['https://customs.example/4', 'https://post.example/a?b=1&c="d"#e']);
    // What was withdrawn is not cited.
    expect(of(6).body.map(({ purpose }) => purpose)).toEqual(['classifying', 'describing']);
  });

  test('is understood by another program, which finds the words in the article', async () => {
    const { document } = parseHTML('<html><body><p></p></body></html>');
    const place = document.querySelector('p');
    if (!place) throw new Error('No paragraph');
    place.textContent = sample.article.text;
    for (const item of items) {
      const read = await parseAnnotation(
        { '@context': 'http://www.w3.org/ns/anno.jsonld', ...item },
        { parser: jsonldParser },
      );
      expect(read).toMatchObject({
        motivatedBy: expect.stringMatching(/assessing$/),
        target: { source: item.target.source },
      });
      // It knows bodies of words alone.
      expect(read?.body.map(({ value }) => value)).toEqual(item.body.flatMap(({ value }) => value ?? []));
      const [quote] = item.target.selector;
      const [found] = findTextQuoteOffsets(place, quote);
      expect(found && sample.article.text.slice(found.start, found.end)).toBe(quote.exact);
    }
  });

  test('leaves nothing broken at the edge of its surroundings', () => {
    const text = `${'😀'.repeat(20)}x${'😀'.repeat(20)}`;
    const at = text.indexOf('x');
    const [item] = itemsOf(
      renderAnnotations(
        report([claim({ start: at, end: at + 1 })], {
          text,
          blocks: [{ start: 0, end: text.length, role: 'paragraph' }],
        }),
        ADDRESS,
      ),
    );
    expect(item?.target.selector[1]).toMatchObject({ start: 20, end: 21 });
    expect(item?.target.selector[0].prefix.isWellFormed()).toBe(true);
  });
});
