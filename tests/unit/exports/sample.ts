import type { ReportModel } from '#lib/exports/model.ts';
import { awaiting, claim, disputed, evidence, excluded, rating, report, unchecked, verdict } from './made.ts';

/*
 * A report with a claim in every state, and something in every field, for each format to print. What people wrote has in
 * it what markup languages take for their own.
 */

/** Words that people wrote, with the signs of HTML, Typst, Markdown and spreadsheets, and of other scripts. */
export const HOSTILE = {
  headline: 'Tolls <b>rise</b> #pagebreak() & *fall* $x$ “again”',
  rationale:
    '#read("/etc/passwd") <script>alert(1)</script> [1] says `so` \\ and [2], not [9]. @label ]]> $ 5 * 3 * 2 _x_ ~',
  fix: '=HYPERLINK("x") </ins><img src=x> #emoji.face',
  note: '| a | b |\n# Heading\n- list\n> quote',
  reason: '-1+1 ‮evil‬ <!-- ',
  link: 'https://post.example/a?b=1&c="d"#e',
} as const;

const TEXT =
  'Trade grew almost 40% in the first quarter. Tolls have gone up by a fifth.\nNobody was consulted, said مارين. The insurer set a deadline 😀. Berths are closed. Two voted against. It is a fine day.';
const at = (words: string) => {
  const start = TEXT.indexOf(words);
  if (start === -1) throw new Error(`No words ${words}`);
  return { quote: words, start, end: start + words.length };
};
const somebody = (name: string) => ({ id: `id of ${name}`, name });
const minutes = evidence({
  number: 2,
  source: {
    title: 'Minutes <1>',
    kind: 'document',
    tier: 'secondary',
    publisher: null,
    author: 'A. Clerk',
    link: HOSTILE.link,
    publishedOn: null,
    capture: null,
    saltedHash: null,
  },
  stance: 'refutes',
  aspect: 'attribution',
  quote: 'The clerk’s *own* words',
  quoteCheck: 'not_found',
  locator: 'p. 12',
  note: HOSTILE.note,
  means: 'read on paper',
});

const claims = [
  claim({
    ...at('Trade grew almost 40%'),
    evidence: [evidence(), minutes],
    verdicts: [verdict({ rationale: HOSTILE.rationale, cites: [1, 2] })],
  }),
  claim({
    ...at('Tolls have gone up by a fifth'),
    id: 'two',
    number: 2,
    statement: 'Tolls have gone up by a fifth [since 2023].',
    mark: 'wrong',
    polarity: 'negative',
    factuality: 'possible',
    claimant: { name: 'Maren Holt', kind: 'person', via: 'the Post' },
    saidOn: '2026-03-11',
    proposedByMachine: false,
    cameOf: [{ kind: 'split', number: 20 }],
    evidence: [evidence(), evidence({ number: 2, locator: 'row 9', quoteCheck: 'close' })],
    verdicts: [
      verdict({
        id: 'new',
        rating: rating('false'),
        attributionFinding: 'distorted',
        fix: { replacement: 'Tolls will have gone up by a fifth', state: 'proposed', reason: null },
        unmet: [{ rule: 'figure', strength: 'warn', has: 0 }],
        signedOff: {
          by: somebody('Sanne Okoro'),
          at: '2026-03-13T10:00:00.000Z',
          unmet: [{ rule: 'figure', strength: 'warn', has: 1 }],
        },
      }),
      verdict({
        id: 'old',
        rating: rating('mixed'),
        rationale: 'An older finding.',
        fix: { replacement: HOSTILE.fix, state: 'refused', reason: HOSTILE.reason },
        signedOff: null,
        ended: { how: 'withdrawn', at: '2026-03-13T08:00:00.000Z', reason: 'Too early' },
      }),
    ],
    settlingVerdict: 'new',
  }),
  claim({
    ...disputed,
    ...at('Nobody was consulted'),
    id: 'three',
    number: 3,
    statement: 'Nobody was consulted.',
    held: true,
    openQueries: [
      {
        by: somebody('Edda Marsh'),
        at: '2026-03-13T11:20:00.000Z',
        body: `Asked the authority. ${HOSTILE.note}`,
        asked: { addressee: 'party', whom: 'The *authority*', how: 'by #telephone', dueAt: '2026-03-13T16:00:00.000Z' },
        about: { evidence: 1, quote: null },
        guestAnswers: [{ guest: 'Ilse #Brand', at: '2026-03-13T12:10:00.000Z', body: 'I _was_ told <so>.' }],
      },
    ],
    closedQueries: [
      {
        by: somebody('Edda Marsh'),
        at: '2026-03-12T11:20:00.000Z',
        body: 'Was anybody <asked>?',
        asked: { addressee: 'expert', whom: null, how: null, dueAt: null },
        about: null,
        guestAnswers: [],
        outcome: 'answered',
        answer: '_Nobody_ was, says the union.',
        answerFrom: 'H. <Osei>',
        closedBy: somebody('Sanne Okoro'),
        closedAt: '2026-03-12T15:00:00.000Z',
      },
      {
        by: somebody('Ruben Falk'),
        at: '2026-03-12T12:20:00.000Z',
        body: 'Who else?',
        asked: null,
        about: null,
        guestAnswers: [],
        outcome: 'unanswered',
        answer: null,
        answerFrom: null,
        closedBy: somebody('Ruben Falk'),
        closedAt: '2026-03-12T16:00:00.000Z',
      },
    ],
    verdicts: [
      verdict({ rating: rating('false'), signedOff: null }),
      verdict({
        id: 'second',
        seat: 2,
        by: somebody('Sanne Okoro'),
        rating: rating('true'),
        signedOff: null,
        mode: 'blind',
      }),
    ],
  }),
  unchecked({
    ...at('The insurer set a deadline 😀'),
    id: 'four',
    number: 4,
    statement: 'The insurer set a deadline 😀',
  }),
  claim({
    ...at('Berths are closed'),
    id: 'five',
    number: 5,
    statement: 'Berths are closed.',
    mark: 'stale',
    stale: true,
    isWordingOpen: true,
    settledBy: 'one',
    verdicts: [
      verdict({
        stale: true,
        signedOff: null,
        confirms: 'gone',
        override: { reason: 'Press time', by: somebody('Edda Marsh') },
        staleBecause: [
          { what: 'source', evidence: 1, before: 'Customs table 4', after: 'Customs table 5' },
          { what: 'quote', evidence: null, before: 'Berths are closed', after: 'Berths were closed' },
        ],
      }),
      verdict({
        id: 'gone',
        by: { id: 'id of Ruben Falk', name: 'R. Falk' },
        at: '2026-03-12T09:00:00.000Z',
        ended: { how: 'superseded', at: '2026-03-13T09:00:00.000Z', reason: null },
      }),
    ],
  }),
  claim({
    ...awaiting,
    ...at('Two voted against'),
    id: 'six',
    number: 6,
    statement: 'Two voted against.',
    evidence: [evidence({ stance: null, note: null, withdrawn: true })],
    verdicts: [],
  }),
  claim({
    ...excluded,
    ...at('It is a fine day'),
    id: 'seven',
    number: 7,
    statement: 'It is a fine day.',
    ...{ progress: 'open', settledBy: null, settlingVerdict: null },
    evidence: [],
    verdicts: [],
  }),
  claim({
    id: 'eight',
    number: 8,
    start: null,
    end: null,
    quote: 'Words that are gone',
    statement: 'Words are gone.',
    verdicts: [verdict({ fix: { replacement: 'Other words', state: 'applied', reason: null } })],
  }),
];

/** The report. */
export const sample: ReportModel = {
  ...report(claims, {
    headline: HOSTILE.headline,
    text: TEXT,
    blocks: [
      { start: 0, end: TEXT.indexOf('\n'), role: 'headline' },
      { start: TEXT.indexOf('\n') + 1, end: TEXT.length, role: 'paragraph' },
    ],
  }),
  coverage: { read: 4, minor: 1, total: 8 },
  sentences: TEXT.split(/(?<=[.])\s/).map((words, i) => {
    const start = TEXT.indexOf(words);
    return { start, end: start + words.length, state: i === 2 ? 'unread' : i === 6 ? 'minor' : 'read' };
  }),
  minorSentences: [{ start: TEXT.indexOf('It is a fine'), end: TEXT.length }],
  openQueries: [
    {
      by: somebody('Edda Marsh'),
      at: '2026-03-13T09:20:00.000Z',
      body: 'Is the *whole* of it <ours>?',
      asked: { addressee: 'legal', whom: null, how: null, dueAt: null },
      about: { evidence: null, quote: 'It is a fine' },
      guestAnswers: [],
    },
  ],
  formerClaims: [
    claim({
      ...disputed,
      id: 'twenty',
      number: 20,
      outcome: 'replaced',
      statement: 'Tolls and trade.',
      became: [
        { kind: 'split', number: 2 },
        { kind: 'split', number: 8 },
      ],
    }),
    claim({
      id: 'twentyone',
      number: 21,
      outcome: 'withdrawn',
      statement: 'Nothing of the kind.',
      withdrawn: { reason: 'Said twice', by: somebody('Edda Marsh') },
    }),
  ],
  people: [
    { id: 'id of Edda Marsh', name: 'Edda Marsh', role: 'editor' },
    { id: 'id of Ruben Falk', name: 'Ruben Falk', role: 'reviewer' },
    { id: 'id of Sanne Okoro', name: 'Sanne Okoro-Lind', role: 'reviewer' },
  ],
  heads: [
    { chain: '01a207ca-0000-73fb-ae7c-62cfbee380a5', sequence: 31, hash: 'c'.repeat(64) },
    { chain: 'desk', sequence: 3, hash: 'b'.repeat(64) },
  ],
  supersedes: { number: 1, digest: 'd'.repeat(64) },
  correction: 'Report 1 named the *wrong* <year>.',
};
