import type { Stance } from '#lib/evidence/types.ts';

/** What the samples' checkers did, told by the words of the article that each step is about. */
export type SampleEvidence = {
  readonly title: string;
  readonly publisher: string;
  readonly tier: 'primary' | 'secondary';
  readonly kind: 'document' | 'dataset' | 'page' | 'person';
  readonly stance: Stance;
  readonly quote?: string;
  readonly locator?: string;
  readonly note?: string;
};

export type SampleStep = {
  /** Words of the article inside the claim. */
  readonly words: string;
  readonly evidence: readonly SampleEvidence[];
  readonly verdict?: { readonly rating: string; readonly rationale: string; readonly fix?: string };
  /** What the second reader does: signs off, or gives a verdict of their own. */
  readonly second?: 'signs off' | { readonly rating: string; readonly rationale: string };
  readonly comment?: string;
};

export type Sample = {
  readonly file: string;
  readonly dueInHours: number;
  readonly steps: readonly SampleStep[];
  /** Everything that is left is excluded or marked, and a report is frozen. */
  readonly finished: boolean;
};

const customs = {
  title: 'Customs briefing on trade in the first quarter of 2017',
  publisher: 'General Administration of Customs, Beijing',
  tier: 'primary',
  kind: 'document',
} as const;
const paper = {
  title: 'Meal timing and blood pressure in night workers',
  publisher: 'Journal of Working Hours',
  tier: 'primary',
  kind: 'document',
} as const;
const registry = {
  title: 'Trial registration VL-2211',
  publisher: 'Vilmar Trial Registry',
  tier: 'primary',
  kind: 'dataset',
} as const;

export const samples: readonly Sample[] = [
  {
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
  },
  { file: 'tram-budget.txt', dueInHours: 30, finished: false, steps: [] },
  {
    file: 'night-shift-study.txt',
    dueInHours: -48,
    finished: true,
    steps: [
      {
        words: 'followed 1,284 nurses',
        evidence: [
          {
            ...registry,
            stance: 'supports',
            quote: 'Enrolled: 1,284. Sites: Lithuania 512, Chile 430, Japan 342.',
            locator: 'Enrolment',
          },
        ],
        verdict: {
          rating: 'true',
          rationale: 'The registration gives the same number and the same three countries [1].',
        },
        second: 'signs off',
      },
      {
        words: 'fallen by 5.2 points',
        evidence: [
          {
            ...paper,
            stance: 'supports',
            quote: 'Mean change in systolic pressure: −5.2 (intervention), −0.9 (control).',
            locator: 'p. 6, table 2',
          },
        ],
        verdict: { rating: 'true', rationale: 'Table 2 has both figures [1].' },
        second: 'signs off',
      },
      {
        words: 'dropped from 31 percent to 24 percent',
        evidence: [
          { ...paper, stance: 'supports', quote: 'Prevalence of hypertension fell from 31% to 24%.', locator: 'p. 7' },
        ],
        verdict: {
          rating: 'true',
          rationale: 'Word for word in the results [1]; the fall is seven percentage points.',
        },
        second: 'signs off',
      },
      {
        words: 'Fewer than one in ten left the trial',
        evidence: [
          {
            ...paper,
            stance: 'refutes',
            quote: 'Of 1,284 participants, 141 (11.0%) withdrew.',
            locator: 'p. 5, figure 1',
          },
        ],
        verdict: {
          rating: 'false',
          rationale: '141 of 1,284 is 11 percent [1]: more than one in ten, not fewer.',
          fix: 'About one in nine left the trial',
        },
        second: 'signs off',
      },
      {
        words: 'Half were asked to eat only',
        evidence: [
          {
            ...paper,
            stance: 'supports',
            quote: 'Participants in the intervention arm were asked to eat between 07:00 and 19:00 only.',
            locator: 'p. 3',
          },
        ],
        verdict: { rating: 'true', rationale: 'The methods give the same hours [1].' },
        second: 'signs off',
      },
      {
        words: 'The benefit was largest for women over 50',
        evidence: [{ ...paper, stance: 'supports', quote: 'Women aged 51 and over: −7.1.', locator: 'p. 8, table 3' }],
        verdict: { rating: 'true', rationale: 'The largest of the six groups in table 3 [1].' },
        second: 'signs off',
      },
      {
        words: 'worked nights for more than 20 years',
        evidence: [
          {
            ...paper,
            stance: 'context',
            quote: 'More than 20 years of night work: −0.4 (95% interval −1.9 to 1.1).',
            locator: 'p. 8, table 3',
          },
        ],
        verdict: {
          rating: 'mostly-true',
          rationale: 'Too small to tell from nothing [1], which is what the sentence means, though not quite “absent”.',
        },
        second: 'signs off',
      },
      {
        words: 'they measured their own pressure at home',
        evidence: [
          { ...paper, stance: 'supports', quote: 'Readings were taken by participants at home.', locator: 'p. 4' },
        ],
        verdict: { rating: 'true', rationale: 'So the methods [1].' },
        second: 'signs off',
      },
      {
        words: 'studies sleep at the Tarn Medical School',
        evidence: [
          {
            title: 'Staff page: Samuel Adeyemi',
            publisher: 'Tarn Medical School',
            tier: 'primary',
            kind: 'page',
            stance: 'supports',
            note: 'Reader in sleep medicine, at Leeds since 2018. Not among the paper’s authors.',
          },
        ],
        verdict: { rating: 'true', rationale: 'His school’s page says so [1], and the paper does not name him.' },
        second: 'signs off',
      },
      {
        words: 'the trial recorded only 11',
        evidence: [{ ...paper, stance: 'supports', quote: 'Myocardial infarctions: 5 and 6.', locator: 'p. 9' }],
        verdict: { rating: 'true', rationale: 'Five and six make 11 [1].' },
        second: 'signs off',
      },
      {
        words: 'About 15 percent of employees',
        evidence: [
          {
            title: 'Night work in rich countries: a review',
            publisher: 'Institute for Working Life, Turku',
            tier: 'secondary',
            kind: 'document',
            stance: 'supports',
            quote: 'between 13 and 16 percent, depending on the country',
            locator: 'p. 3',
          },
        ],
        verdict: { rating: 'mostly-true', rationale: 'The review gives a range around it, 13 to 16 percent [1].' },
        second: 'signs off',
      },
      {
        words: 'Two in Santiago have closed their canteens',
        evidence: [
          {
            title: 'Telephone call with the hospitals’ press offices',
            publisher: 'Santiago',
            tier: 'primary',
            kind: 'person',
            stance: 'supports',
            note: 'Both confirmed the hours and the month.',
          },
        ],
        verdict: { rating: 'true', rationale: 'Both hospitals confirm it [1].' },
        second: 'signs off',
      },
      {
        words: 'union in Kyoto has asked for a warm meal',
        evidence: [
          {
            title: 'Letter to the hospital board, 4 September 2026',
            publisher: 'Nurses’ union, Kyoto',
            tier: 'primary',
            kind: 'document',
            stance: 'supports',
            locator: 'Second paragraph',
          },
        ],
        verdict: { rating: 'true', rationale: 'The union sent us its letter [1].' },
        second: 'signs off',
      },
      {
        words: 'paid for by the Nordic Heart Fund',
        evidence: [
          {
            ...paper,
            stance: 'supports',
            quote: 'Funding: Nordic Heart Fund. The funder had no role in the analysis.',
            locator: 'p. 12',
          },
        ],
        verdict: { rating: 'true', rationale: 'So the paper’s own statement [1].' },
        second: 'signs off',
      },
      {
        words: 'Dr. Balsys has received speaking fees',
        evidence: [
          {
            ...paper,
            stance: 'supports',
            quote: 'RB reports speaking fees from Pulsea AG, which makes blood pressure monitors.',
            locator: 'p. 12',
          },
        ],
        verdict: { rating: 'true', rationale: 'Declared in the paper, as the article says [1].' },
        second: 'signs off',
      },
      {
        words: 'A larger trial with 6,000 bus drivers',
        evidence: [
          {
            title: 'Trial registration VL-2417',
            publisher: 'Vilmar Trial Registry',
            tier: 'primary',
            kind: 'dataset',
            stance: 'supports',
            quote: 'Planned: 6,000. First visit: 11 January 2027.',
            locator: 'Enrolment',
          },
        ],
        verdict: { rating: 'true', rationale: 'Registered with the same number, to start on 11 January [1].' },
        second: 'signs off',
      },
    ],
  },
];
