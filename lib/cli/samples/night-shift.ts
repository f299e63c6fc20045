import type { Sample } from './types.ts';

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

/** Checked to the end. */
export const nightShift: Sample = {
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
};
