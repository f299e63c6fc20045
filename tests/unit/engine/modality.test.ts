import { describe, expect, test } from 'vitest';
import { extractClaims } from '#lib/engine/index.ts';

/** Each a sentence of its own; the last claim of it, by its end, is the one asked about. */
const CASES: readonly (readonly [polarity: string, factuality: string, ...texts: string[]])[] = [
  [
    'negative',
    'asserted',
    'The fund never paid the £3m.',
    'The fund is yet to pay the £3m.',
    'The fund was unable to pay the £3m.',
    'The fund ruled out paying the £3m.',
    'The fund was prevented from paying the £3m.',
    'None of the men was hurt in the fire.',
    'Neither crew reached the summit before dark.',
  ],
  [
    'positive',
    'asserted',
    'The fund did not fail to pay the £3m.',
    'Nobody denies that the fund paid the £3m.',
    'The fund never denied paying the £3m.',
    'The man who did not vote was fined.',
    'Although it did not want to, the fund paid the £3m.',
    'The fund paid the £3m despite not having a licence.',
    'The fund paid the £3m in May, not in June.',
    'The council denied him entry.',
    'The mayor was one of the four no votes.',
    'The loss was due to remarks by two ministers.',
    'Profit suffered considerably due to exchange rates.',
    'Any thought that the fund was not safe would be a retreat in May, Hart said of the £3m.',
    'Its plan to tax sugar cost the party 40 seats.',
    'The choices ranged from doing nothing to closing the docks.',
    'The market for ships is thin and almost saturated.',
  ],
  [
    'positive',
    'denied',
    'The council denied spending £4m.',
    'The council denied any wrongdoing.',
    'The mayor denied the firm had paid £3m.',
    'The mayor dismissed reports that the fund had paid £4m.',
    'There is no proof the fund paid £4m.',
    'The council denied that it spent £4m.',
    'The claim that the fund paid £4m is false.',
    'A post falsely claimed that the fund paid £4m.',
    'There is no evidence that the fund paid £4m.',
    'It is not true that the fund paid £4m.',
  ],
  [
    'positive',
    'expected',
    'The fund expects to pay the £3m.',
    'Analysts expect the fund to pay £3m.',
    'The fund is going to pay the £3m.',
    'The fund is likely to pay the £3m.',
  ],
  [
    'negative',
    'asserted',
    'There was no sign of the boat.',
    'Nowhere in Spain have rents risen so fast.',
    'The fund paid £3m. Nor did Leeds pay the £4m.',
  ],
  [
    'positive',
    'asserted',
    'The mill fell in value from £3m to virtually nothing.',
    'The talks on the £3m went nowhere.',
    'The fund narrowly escaped a fine of £3m.',
    'The town took steps to ensure the £3m was not lost.',
    'The fund had to pay £3m to leave a deal that could have forced it to sell.',
  ],
  ['positive', 'planned', 'The fund is about to pay the £3m.'],
  ['negative', 'expected', 'Analysts argue that no sum will help.', 'Ministers insist that taxes will not rise.'],
  ['positive', 'conditional', 'The fund will pay the £3m provided that Leeds asks.'],
  ['positive', 'conditional', 'The fund would pay the £3m if asked.', 'The fund would have paid the £3m.'],
  ['negative', 'conditional', 'Should the tide turn, the dock will not flood before 9 May.'],
  ['negative', 'possible', 'The tax may not take effect in May.', 'It was not clear if the fund had paid the £3m.'],
  ['positive', 'conditional', 'If the fund does not pay, Leeds will get the £3m.'],
  ['positive', 'possible', 'The fund may have paid the £3m.', 'The fund allegedly paid the £3m.'],
];

describe.each(CASES)('%s, %s', (polarity, factuality, ...texts) => {
  test.each(texts)('%s', (text) => {
    const { claims } = extractClaims(text, { publishedOn: '2026-03-12' });
    const last = [...claims].sort((a, b) => a.end - b.end).at(-1);
    expect({ polarity: last?.polarity, factuality: last?.factuality }).toEqual({ polarity, factuality });
  });
});

test('words that only would be denied in a part of the claim leave it as it is', () => {
  const { claims } = extractClaims('The minister, who had never met her, paid the £3m.', {});
  expect(claims.find(({ quote }) => quote.includes('£3m'))?.polarity).toBe('positive');
});
