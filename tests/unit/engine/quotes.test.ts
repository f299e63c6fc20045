import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotations } from '#lib/engine/attribution/quotes.ts';
import { readText } from '#lib/engine/text/text.ts';
import type { Quotation } from '#lib/engine/types.ts';
import { findZones } from '#lib/engine/zones/zones.ts';

function quotations(text: string): Quotation[] {
  const view = readText(text);
  return findQuotations(view, findZones(view));
}

const words = (text: string): string[] => quotations(text).map(({ start, end }) => text.slice(start, end));

describe('findQuotations', () => {
  const cases: [string, string[]][] = [
    ['“We are done,” she said. “Go home.”', ['We are done,', 'Go home.']],
    ['"We are done," she said. "Go home."', ['We are done,', 'Go home.']],
    ["''We are done,'' she said to the whole room.", ['We are done,']],
    ["'We are done,' she said, and the boys' mother left the hall.", ['We are done,']],
    ["The firm's workers' union called China's plan 'a trap' on Monday.", ['a trap']],
    ["It was the '90s and nobody's phone rang in the players' hotel.", []],
    [
      '“He told me, ‘Do not go there,’” she said to the reporters.',
      ['He told me, ‘Do not go there,’', 'Do not go there,'],
    ],
    ['«C’est fini», said the minister to the reporters.', ['C’est fini']],
    ['The pipe is 5" wide and 3" deep, as everybody in the town knows.', []],
  ];
  it.each(cases)('%s', (text, found) => {
    expect(words(text)).toEqual(found);
  });

  it('tells terms from speech', () => {
    const terms = (text: string): boolean[] => quotations(text).map((quotation) => quotation.term);
    expect(terms('The “double suspension” plan was dropped by both governments in May.')).toEqual([true]);
    expect(terms('The drug, known as “blue sky”, was found in the cellar of the house.')).toEqual([true]);
    expect(terms('The minister called the offer “not acceptable” and left the room at once.')).toEqual([false]);
  });

  it('tells whole speech from fragments', () => {
    expect(
      quotations('He said it was “bad”. “We will never go back there again,” he said.').map(({ direct }) => direct),
    ).toEqual([false, true]);
  });

  it('lets a quotation run on into the next paragraph', () => {
    const text =
      '“The first thing we did was to count the boats in the harbour, she said.\n\n“Then we counted the men.”';
    expect(quotations(text).map(({ continues }) => continues)).toEqual([true, false]);
  });

  it('gives ordered spans inside any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', "'", '“', '”', '‘', '’', ' ', 'a', 'B', '.', ',', '\n', 's') }),
        (text) => {
          let last = 0;
          for (const { start, end } of quotations(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = start;
          }
        },
      ),
    );
  });
});
