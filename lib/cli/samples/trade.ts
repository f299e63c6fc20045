import type { Sample } from './types.ts';

const customs = {
  title: 'Customs briefing on trade in the first quarter of 2017',
  publisher: 'General Administration of Customs, Beijing',
  tier: 'primary',
  kind: 'document',
} as const;
/** Partly checked. */
export const trade: Sample = {
  file: 'china-north-korea-trade.txt',
  dueInHours: 9,
  finished: false,
  steps: [
    {
      words: 'Trade between China and North Korea rose almost 40% in the first quarter of 2017',
      evidence: [
        {
          ...customs,
          stance: 'supports',
          quote: '37.4 percent',
          locator: 'Table 1',
          note: 'Total trade, January to March 2017 against the same months of 2016, in dollars.',
        },
      ],
      verdict: {
        rating: 'mostly-true',
        rationale: 'The customs figure is 37.4 percent [1]. “Almost 40%” is a fair rounding, on the generous side.',
      },
      second: 'signs off',
    },
    {
      words: 'China accounts for about 90 percent of North Korea’s trade',
      evidence: [
        {
          title: 'Trade statistics of North Korea’s partners, 2016',
          publisher: 'Korea Trade-Investment Promotion Agency',
          tier: 'primary',
          kind: 'dataset',
          stance: 'supports',
          locator: 'Summary',
          note: 'Counts trade with all partners but South Korea.',
        },
      ],
      verdict: {
        rating: 'true',
        rationale: 'The agency’s yearly count puts China’s share above 90 percent once South Korea is left out [1].',
      },
    },
    {
      words: '30,000 American troops',
      evidence: [
        {
          title: 'United States Forces Korea: about the command',
          publisher: 'United States Forces Korea',
          tier: 'primary',
          kind: 'page',
          stance: 'refutes',
          quote: '28,500',
          note: 'Authorised strength; the number on the ground moves around it.',
        },
      ],
      verdict: {
        rating: 'mostly-true',
        rationale:
          'The authorised strength is 28,500 [1]. A round 30,000 is the usual shorthand, but it is a rounding up.',
        fix: 'nearly 30,000 American troops',
      },
      second: {
        rating: 'half-true',
        rationale: 'A reader will take 30,000 for the number. It is 1,500 too many by the command’s own page [1].',
      },
      comment: 'Can we get the number on the ground for April 2017 from the command’s press desk?',
    },
    {
      words: 'suspended imports of North Korean coal',
      evidence: [
        {
          title: 'Notice on the suspension of coal imports',
          publisher: 'Ministry of Commerce, Beijing',
          tier: 'primary',
          kind: 'document',
          stance: 'supports',
          locator: 'First paragraph',
        },
      ],
    },
  ],
};
