import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '#lib/engine/sentence/split.ts';
import { readText } from '#lib/engine/text/text.ts';
import { findZones } from '#lib/engine/zones/zones.ts';

function split(text: string): string[] {
  const view = readText(text);
  return splitSentences(view, findZones(view)).map(({ start, end }) => text.slice(start, end));
}

describe('splitSentences', () => {
  const cases: [string, string[]][] = [
    [
      'The buyers are Northway Ltd. (“Northway”) and Carlisle Inc. (“Carlisle”), which paid $40 million.',
      ['The buyers are Northway Ltd. (“Northway”) and Carlisle Inc. (“Carlisle”), which paid $40 million.'],
    ],
    ['The bank has Rs. 3,000 crore in loans.', ['The bank has Rs. 3,000 crore in loans.']],
    ['Moreno et al. [2019] found that rents rose 9%.', ['Moreno et al. [2019] found that rents rose 9%.']],
    ['It said emissions fell 7%.The minister denied it.', ['It said emissions fell 7%.', 'The minister denied it.']],
    ['Mr. Lee met Dr. Okoro. They spoke.', ['Mr. Lee met Dr. Okoro.', 'They spoke.']],
    [
      'Exports rose 4% in the U.S. Imports fell 2%. The U.S. Marines left.',
      ['Exports rose 4% in the U.S.', 'Imports fell 2%.', 'The U.S. Marines left.'],
    ],
    [
      'The U.N. Security Council met. He left the U.S. The talks failed.',
      ['The U.N. Security Council met.', 'He left the U.S.', 'The talks failed.'],
    ],
    [
      'Albert I. Jones came. It is you and I. Did he see?',
      ['Albert I. Jones came.', 'It is you and I.', 'Did he see?'],
    ],
    ['It fell 3.5 percent to $1.25. Nobody knew why.', ['It fell 3.5 percent to $1.25.', 'Nobody knew why.']],
    ['“It is over!” Okoro said. “Go home.” She left.', ['“It is over!” Okoro said.', '“Go home.”', 'She left.']],
    ['"Stop it!" the mayor shouted. Then it rained.', ['"Stop it!" the mayor shouted.', 'Then it rained.']],
    [
      'The vote is at 6 p.m. Tuesday. It opens at 9 a.m. The hall is full.',
      ['The vote is at 6 p.m. Tuesday.', 'It opens at 9 a.m.', 'The hall is full.'],
    ],
    ['I never meant that.... She left.', ['I never meant that....', 'She left.']],
    ['Well ... it is what it is.', ['Well ... it is what it is.']],
    ['Write to a.b@example.org. Please do.', ['Write to a.b@example.org.', 'Please do.']],
    ['See No. 5 and Fig. 2. Both are wrong.', ['See No. 5 and Fig. 2.', 'Both are wrong.']],
    ['It closed.The door was open.', ['It closed.', 'The door was open.']],
    ['1) Wash it 2) Dry it', ['1) Wash it', '2) Dry it']],
    ['彼は来た。彼女は去った。', ['彼は来た。', '彼女は去った。']],
    ['She won.[12] He lost.', ['She won.[12]', 'He lost.']],
  ];
  it.each(cases)('%s', (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it('starts the first sentence at its dateline and says where the claimable part begins', () => {
    const text = 'LEEDS, England (AP) — Two people died on Friday when a bridge fell into the river.';
    const view = readText(text);
    const blocks = findZones(view);
    const [sentence] = splitSentences(view, blocks);
    expect(sentence?.start).toBe(0);
    expect(text.slice(blocks[sentence?.block ?? 0]?.start)).toMatch(/^Two people/);
  });

  it('covers every visible character of any text, in order', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('.', ' ', '\n', '"', 'A', 'b', '1', '!', '…', '(', ')', "'", 'é', '🎉', 'Mr.', '—'),
        }),
        (text) => {
          const view = readText(text);
          const sentences = splitSentences(view, findZones(view));
          let last = 0;
          let left = '';
          for (const { start, end } of sentences) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            left += view.folded.slice(last, start);
            last = end;
          }
          expect((left + view.folded.slice(last)).trim()).toBe('');
        },
      ),
    );
  });

  it('parts at its spaces what goes on for longer than any sentence, and loses no word of it', () => {
    const words = 'said that he said '.repeat(1000).trim();
    const parts = split(`The council ${words}.`);
    expect(parts.join(' ')).toBe(`The council ${words}.`);
    expect(parts.length).toBeGreaterThan(5);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(2000);
  });

  it('leaves whole what has no space to part it at', () => {
    const run = 'x'.repeat(9000);
    expect(split(`${run} and more.`)).toEqual([run, 'and more.']);
  });
});
